from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.extraction.criteria import draft_criteria
from registry.domain.extraction.criteria_words import ClaimFacts, CriteriaDraft
from registry.lexicon.criteria import load_criteria

WORDS = load_criteria()
SAID = date(2026, 3, 11)
RATE_CUT = ClaimFacts(
    statement="Die EZB wird den Leitzins um 25 Basispunkte senken.",
    language="de",
    polarity="yes",
    said_on=SAID,
    due_on=date(2026, 6, 6),
    due_text="am 6. Juni",
)
RESIGNATION = ClaimFacts("The minister will resign.", "en", "yes", SAID)


def unmet(draft: CriteriaDraft) -> set[str]:
    return {check.name for check in draft.checks if not check.met}


def part(draft: CriteriaDraft, name: str) -> str:
    return next(p.text for p in draft.parts if p.name == name)


def basis(draft: CriteriaDraft, name: str) -> str:
    return next(p.basis for p in draft.parts if p.name == name)


def test_a_dated_claim_with_a_measure_and_a_known_source_is_sharp_and_complete() -> None:
    draft = draft_criteria(RATE_CUT, WORDS)
    assert draft.grade == "sharp"
    assert unmet(draft) == set()
    assert "6. Juni 2026" in part(draft, "window")
    assert "„am 6. Juni“" in part(draft, "window")
    assert "Notenbank" in part(draft, "source")
    assert (draft.review_on, draft.horizon_on, draft.horizon_reason) == (None, None, None)


def test_every_part_says_whether_the_author_said_it() -> None:
    draft = draft_criteria(RATE_CUT, WORDS)
    assert [(p.name, p.basis) for p in draft.parts] == [
        ("fact", "stated"),
        ("window", "stated"),
        ("source", "supplied"),
        ("no", "supplied"),
        ("annulled", "supplied"),
    ]
    assert draft.text.count("[im Text]") == 2
    assert draft.text.count("[ergänzt]") == 3


def test_a_date_that_had_to_be_worked_out_is_marked_as_inferred() -> None:
    assert basis(draft_criteria(replace(RATE_CUT, due_inferred=True), WORDS), "window") == "inferred"


def test_a_window_keeps_both_ends() -> None:
    draft = draft_criteria(replace(RATE_CUT, due_from=date(2026, 6, 1)), WORDS)
    assert "1. Juni 2026 bis einschließlich 6. Juni 2026" in part(draft, "window")


def test_of_what_could_happen_the_event_counts_and_not_its_possibility() -> None:
    assert "whether it happens" in part(draft_criteria(ClaimFacts("He could resign.", "en", "yes"), WORDS), "fact")
    assert "whether it happens" not in part(draft_criteria(RESIGNATION, WORDS), "fact")


def test_a_draft_is_in_english_on_request_and_quotes_the_statement_as_it_stands() -> None:
    draft = draft_criteria(RATE_CUT, WORDS, language="en")
    assert draft.language == "en"
    assert "6 June 2026" in part(draft, "window")
    assert "Die EZB wird den Leitzins um 25 Basispunkte senken" in part(draft, "fact")
    assert unmet(draft) == set()


def test_a_language_without_words_is_drafted_in_english() -> None:
    assert draft_criteria(replace(RATE_CUT, language="fr"), WORDS).language == "en"


def test_a_condition_annuls_when_it_is_not_met() -> None:
    draft = draft_criteria(replace(RATE_CUT, condition="wenn die Inflation sinkt"), WORDS)
    assert "wenn die Inflation sinkt" in part(draft, "fact")
    assert part(draft, "annulled") == "Annulliert, wenn die Bedingung nicht eintritt: wenn die Inflation sinkt"
    assert basis(draft, "annulled") == "inferred"


def test_a_denial_is_refuted_as_soon_as_the_event_happens() -> None:
    said_no = draft_criteria(replace(RESIGNATION, polarity="no"), WORDS)
    assert part(said_no, "no").startswith("NO as soon as it happens")
    assert part(draft_criteria(RESIGNATION, WORDS), "no").startswith("NO if it has not happened by the end")


def test_an_undated_claim_gets_a_review_after_180_days_and_a_horizon_with_its_reason() -> None:
    draft = draft_criteria(RESIGNATION, WORDS)
    assert draft.grade == "soft"
    assert draft.review_on == date(2026, 9, 7)
    assert draft.horizon_on == date(2028, 3, 10)
    assert draft.horizon_reason == "the default for statements without a time"
    assert "when" in unmet(draft)


def test_loose_words_set_the_horizon_and_never_a_later_review() -> None:
    draft = draft_criteria(replace(RESIGNATION, loose=("soon", 90)), WORDS)
    assert draft.review_on == draft.horizon_on == date(2026, 6, 9)
    assert "soon" in (draft.horizon_reason or "")


def test_never_looks_further_ahead() -> None:
    draft = draft_criteria(ClaimFacts("Er wird nie wieder antreten.", "de", "no", SAID), WORDS)
    assert draft.horizon_on == date(2031, 3, 10)


def test_without_the_day_it_was_said_the_draft_asks_for_it() -> None:
    draft = draft_criteria(replace(RESIGNATION, said_on=None), WORDS)
    assert draft.review_on is None
    assert "please add it" in part(draft, "window")


@pytest.mark.parametrize(
    ("statement", "language", "missing"),
    [
        ("Sie wird gewinnen.", "de", {"who", "when", "source"}),
        ("Die Stimmung wird schwierig.", "de", {"what", "when", "source"}),
        ("Der Dollarkurs wird deutlich steigen.", "de", {"when", "how_much"}),
        ("Der Dollarkurs wird um 10 Prozent steigen.", "de", {"when"}),
        ("They will win the election.", "en", {"who", "when"}),
        ("Unemployment will rise sharply.", "en", {"when", "how_much"}),
        ("Unemployment will rise to 6.5 percent.", "en", {"when"}),
        ("The mood will be better.", "en", {"what", "when", "source"}),
    ],
)
def test_the_checklist_names_what_to_add(statement: str, language: str, missing: set[str]) -> None:
    draft = draft_criteria(ClaimFacts(statement, language, "yes", SAID), WORDS)
    assert unmet(draft) == missing
    assert all((check.hint is None) == check.met for check in draft.checks)


def test_what_nobody_can_observe_is_vague_even_with_a_date() -> None:
    assert draft_criteria(ClaimFacts("Die Stimmung kippt.", "de", "yes", SAID, due_on=SAID), WORDS).grade == "vague"


@given(st.text(max_size=120), st.sampled_from(["de", "en", "xx"]), st.sampled_from(["yes", "no"]))
def test_any_statement_gets_five_parts_and_five_checks(statement: str, language: str, polarity: str) -> None:
    draft = draft_criteria(ClaimFacts(statement, language, polarity, SAID), WORDS)
    assert [p.name for p in draft.parts] == ["fact", "window", "source", "no", "annulled"]
    assert [c.name for c in draft.checks] == ["who", "what", "when", "how_much", "source"]
    assert draft.review_on is not None
    assert draft.horizon_on is not None
    assert draft.review_on <= draft.horizon_on
