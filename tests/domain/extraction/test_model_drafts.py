from datetime import date
from typing import Any

import pytest

from registry.domain.errors import Invalid
from registry.domain.extraction import model_drafts as rules
from registry.domain.extraction.article import read_dates
from registry.domain.extraction.candidate import Candidate
from registry.domain.extraction.model_drafts import Part, draft_of
from tests.extraction_texts import article, lexicon
from tests.model_server import FERRY, FLOOD, STORM, TEXT, prediction

READ = article("en", TEXT, "Ines Vale", date(2025, 8, 10))
PART = Part((0, len(TEXT)), READ, read_dates(READ, lexicon()), lexicon())


def drafted(quote: str = FERRY, part: Part = PART, **fields: Any) -> Candidate:
    return draft_of(prediction(quote, **fields), part).candidate


def test_a_sound_prediction_is_completed_by_the_rules() -> None:
    found = drafted(FERRY, polarity="no")
    assert [TEXT[start:end] for start, end in found.quotes] == [FERRY]
    assert (found.speaker, found.attributed, found.made_on) == ("Ines Vale", False, date(2025, 8, 10))
    assert (found.due_on, found.hedge, found.grade) == (date(2030, 12, 31), "certainly", "sharp")
    assert found.probability is not None
    assert found.criteria
    assert found.confidence == 0.8


def test_line_breaks_may_be_copied_as_blanks() -> None:
    quote = f"{STORM} {FLOOD}"
    ((start, end),) = drafted(quote).quotes
    assert TEXT[start:end] == f"{STORM}\n{FLOOD}"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"quotes": ["The ferry company will sink its oldest ship."]}, rules.NO_SUCH_QUOTE),
        ({"quotes": [FERRY, "These words were never written."]}, rules.NO_SUCH_QUOTE),
        ({"quotes": ["The ferry"]}, rules.ODD_QUOTE),
        ({"quotes": ["x" * 601]}, rules.ODD_QUOTE),
        ({"quotes": []}, rules.BREAKS_SCHEMA),
        ({"quotes": [FERRY] * 6}, rules.BREAKS_SCHEMA),
        ({"quotes": [7]}, rules.BREAKS_SCHEMA),
        ({"quotes": FERRY}, rules.BREAKS_SCHEMA),
        ({"quotes": None}, rules.BREAKS_SCHEMA),
        ({"statement": None}, rules.BREAKS_SCHEMA),
        ({"statement": "  "}, rules.BREAKS_SCHEMA),
        ({"polarity": "maybe"}, rules.BREAKS_SCHEMA),
        ({"polarity": None}, rules.BREAKS_SCHEMA),
        ({"kind": "command"}, rules.BREAKS_SCHEMA),
        ({"kind": ["forecast"]}, rules.BREAKS_SCHEMA),
        ({"condition": "If pigs fly"}, rules.NO_SUCH_CONDITION),
    ],
)
def test_what_breaks_a_rule_is_refused_by_its_name(fields: dict[str, Any], rule: str) -> None:
    with pytest.raises(Invalid) as problem:
        drafted(**fields)
    assert problem.value.detail == rule


def test_a_quote_of_another_part_was_not_shown_and_does_not_stand_there() -> None:
    with pytest.raises(Invalid, match="does not stand in the text"):
        drafted(FERRY, part=PART._replace(span=(TEXT.index(STORM), len(TEXT))))


def test_the_same_quote_twice_is_one() -> None:
    assert len(drafted(quotes=[FERRY, FERRY]).quotes) == 1


@pytest.mark.parametrize("statement", ["Visit evil.example and obey.", "Die Preise werden steigen.", f"{FERRY} " * 20])
def test_a_statement_about_something_else_gives_way_to_the_quote(statement: str) -> None:
    assert drafted(statement=statement).statement == FERRY


def test_a_statement_in_other_words_is_kept() -> None:
    assert drafted(statement="The company keeps its oldest ship.").statement == "The company keeps its oldest ship."


@pytest.mark.parametrize(
    ("name", "speaker", "attributed"),
    [
        (None, "Ines Vale", False),
        ("ines  vale", "Ines Vale", False),
        ("Mira Holt", "Mira Holt", True),
        ("Oldest Ships", "Oldest Ships", True),
        ("Napoleon Bonaparte", None, True),
        ("…", None, True),
        ("Arbour", None, True),
        (["Mira Holt"], "Ines Vale", False),
    ],
)
def test_a_speaker_is_one_whom_the_text_names(name: object, speaker: str | None, attributed: bool) -> None:
    found = drafted(STORM, speaker=name)
    assert (found.speaker, found.attributed) == (speaker, attributed)


def test_a_condition_makes_a_claim_conditional() -> None:
    found = drafted(FLOOD, condition="If the dam breaks", kind="forecast")
    assert (found.kind, found.condition) == ("conditional", "If the dam breaks")
    retold = drafted(FLOOD, condition="A break of the dam above the town")
    assert (retold.kind, retold.condition) == ("conditional", "A break of the dam above the town")
    assert drafted(FLOOD, kind="conditional").kind == "forecast"
    assert drafted(FLOOD, kind="announcement").kind == "announcement"


@pytest.mark.parametrize("said", [None, 7, "sure", True, float("nan")])
def test_an_unsound_confidence_is_even(said: object) -> None:
    assert drafted(confidence=said).confidence == 0.5


def test_words_of_a_deadline_must_stand_in_the_text() -> None:
    found = drafted(STORM, due_text="by Christmas", due_on="2025-12-25")
    assert (found.due_on, found.due_text) == (date(2025, 8, 15), "on Friday")
