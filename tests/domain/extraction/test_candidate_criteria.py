from dataclasses import replace
from datetime import date

import pytest

from registry.domain.errors import Invalid
from registry.domain.extraction.candidate_criteria import (
    check_spoken,
    criteria_of,
    in_language,
    reasons_of,
    with_criteria,
)
from registry.domain.extraction.pipeline import extract
from registry.lexicon import load
from tests.readings import candidate

LEXICON = load()
SOON = "Prices will soon be much higher."
DATED = replace(candidate(SOON, SOON), due_on=date(2025, 12, 31), due_text="by December", due_rule="month")
UNDATED = replace(candidate(SOON, SOON), made_on=date(2025, 8, 10))


def test_an_undated_candidate_proposes_a_review_and_a_horizon_and_says_why() -> None:
    found = with_criteria(UNDATED, SOON, "en", LEXICON)
    assert found.review_on == found.horizon_on == date(2025, 11, 8)
    assert found.horizon_reason == "the text says “soon”"
    assert found.horizon_reason in (found.criteria or "")


def test_a_dated_candidate_needs_neither() -> None:
    found = with_criteria(DATED, SOON, "en", LEXICON)
    assert (found.review_on, found.horizon_on, found.horizon_reason) == (None, None, None)


def test_without_the_day_it_was_said_no_day_is_proposed() -> None:
    found = with_criteria(candidate(SOON, SOON), SOON, "en", LEXICON)
    assert (found.review_on, found.horizon_on, found.horizon_reason) == (None, None, None)


def test_a_candidate_carries_the_checklist_and_what_to_add() -> None:
    found = with_criteria(UNDATED, SOON, "en", LEXICON)
    assert {check.name: check.met for check in found.checklist} == {
        "who": True, "what": True, "when": False, "how_much": False, "source": True,
    }  # fmt: skip
    assert [check.name for check in found.checklist if check.hint] == ["when", "how_much"]
    assert found.checklist_grade == "soft"
    assert with_criteria(DATED, SOON, "en", LEXICON).checklist_grade == "sharp"


def test_the_reasons_tell_the_proposed_days_and_what_to_add() -> None:
    reasons = dict(reasons_of(UNDATED, criteria_of(UNDATED, SOON, "en", LEXICON)))
    assert reasons["due date"] == "none; review on 2025-11-08, horizon 2025-11-08: the text says “soon”"
    assert reasons["criteria"] == "soft; to add: when, how_much"


def test_criteria_are_drafted_in_another_language_on_request() -> None:
    own = [with_criteria(UNDATED, SOON, "en", LEXICON)]
    assert in_language(own, SOON, "en", LEXICON, None) == in_language(own, SOON, "en", LEXICON, "en") == tuple(own)
    [german] = in_language(own, SOON, "en", LEXICON, "de")
    assert german.criteria is not None
    assert german.criteria.startswith(f"JA, wenn diese Aussage zutrifft: „{SOON[:-1]}“")
    assert german.checklist[2].hint == "Nennen Sie den letzten Tag, an dem die Aussage noch eintreten kann."
    assert german.horizon_reason == "der Text sagt „soon“"
    assert german.statement == own[0].statement


def test_an_extraction_drafts_in_the_language_asked_for_and_in_no_unknown_one() -> None:
    text = "Die Regierung wird das Gesetz bis Ende 2030 sicher nicht beschließen."
    found = extract(text, lexicon=LEXICON, language="de", criteria_language="en")
    assert [(c.criteria or "").split()[0] for c in found.candidates] == ["YES"]
    with pytest.raises(Invalid, match="de, en") as refused:
        extract(text, lexicon=LEXICON, language="de", criteria_language="fr")
    assert refused.value.faults[0].where == "criteria_language"
    check_spoken(None, LEXICON)
