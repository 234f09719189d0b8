import json
from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.errors import Invalid
from registry.domain.extraction.candidate import Extraction
from registry.domain.extraction.pipeline import EXTRACTOR, EXTRACTOR_VERSION, extract
from tests.extraction_texts import article, lexicon

COLUMN = """Das Brot wird teurer | Jonas Roth. 10.02.2025.

Der Preis für Mehl wird im Herbst deutlich steigen. Die Ministerin Mia Falk rechnet nicht mit einem Verbot.

Wenn die Ernte ausfällt, droht vielen Bäckern die Pleite. Man hofft, dass es regnen wird.
"""


def extracted(text: str, **more: object) -> Extraction:
    return extract(text, lexicon=lexicon(), **more)  # type: ignore[arg-type]


def test_a_column_gives_its_claims_with_who_and_when() -> None:
    found = extracted(COLUMN)
    assert found.language == "de"
    assert found.byline is not None
    assert (found.byline.value, found.byline.basis) == ("Jonas Roth", "found")
    assert found.published is not None
    assert (found.published.value, found.published.basis) == (date(2025, 2, 10), "found")
    assert found.title is not None
    assert found.title.value == "Das Brot wird teurer"
    by_quote = {COLUMN[slice(*c.quotes[0])]: c for c in found.candidates}
    rise = by_quote["Der Preis für Mehl wird im Herbst deutlich steigen."]
    assert (rise.speaker, rise.attributed, rise.due_on) == ("Jonas Roth", False, date(2025, 11, 30))
    ban = by_quote["Die Ministerin Mia Falk rechnet nicht mit einem Verbot."]
    assert (ban.speaker, ban.attributed, ban.polarity) == ("Mia Falk", True, "no")
    ruin = by_quote["Wenn die Ernte ausfällt, droht vielen Bäckern die Pleite."]
    assert (ruin.kind, ruin.condition) == ("conditional", "Wenn die Ernte ausfällt")
    assert not any("hofft" in quote for quote in by_quote)


def test_what_the_caller_knows_goes_before_what_the_text_says() -> None:
    found = extracted(COLUMN, author="Ada Hale", published=date(2024, 1, 1))
    assert found.byline is not None
    assert (found.byline.value, found.byline.basis) == ("Ada Hale", "given")
    assert found.published is not None
    assert found.published.basis == "given"


def test_what_is_not_known_is_said() -> None:
    notes = " ".join(extracted("The price will rise.", language="en").notes)
    assert "author" in notes
    assert "date" in notes


def test_the_year_of_an_undated_text_is_said_where_it_gives_it_away() -> None:
    past = "In 2004 the club lost twice. The 2004 cup was a disaster. "
    found = extracted(past + "The club will certainly not win the title on 12 March.", language="en")
    assert [c.due_on for c in found.candidates] == [date(2005, 3, 12)]
    assert "By the years that it looks back on the text is of 2005; its days and months count as such." in found.notes
    assert found.candidates[0].made_on is None
    assert found.candidates[0].due_inferred


def test_candidates_come_surest_first_with_their_extractor() -> None:
    found = extracted(COLUMN)
    confidences = [c.confidence for c in found.candidates]
    assert confidences == sorted(confidences, reverse=True)
    assert (found.extractor, found.extractor_version) == (EXTRACTOR, EXTRACTOR_VERSION)


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.6, 0.9])
def test_a_higher_threshold_never_finds_more_quotes(threshold: float) -> None:
    loose = {q for c in extracted(COLUMN, threshold=threshold).candidates for q in c.quotes}
    strict = {q for c in extracted(COLUMN, threshold=threshold + 0.1).candidates for q in c.quotes}
    assert strict <= loose


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="empty"):
        extracted(text)


def test_a_text_without_a_prediction_gives_none() -> None:
    text = "Das Haus steht seit 1901 am Ufer. Gestern kamen viele Gäste, und alle waren zufrieden."
    assert extracted(text).candidates == ()


WORDS = st.sampled_from(
    [*"Der Preis wird könnte steigen wenn dass nicht Roth sagte laut am Montag 2030".split(), *',.?„“()–:"', "\n"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=80))
def test_whatever_the_text_quotes_lie_inside_it_and_the_result_is_the_same_twice(words: list[str]) -> None:
    text = "Der Text ist da. " + " ".join(words)
    found = extracted(text, language="de", threshold=0.1)
    assert found == extracted(text, language="de", threshold=0.1)
    for candidate in found.candidates:
        assert 1 <= len(candidate.quotes) <= 5
        assert all(0 <= a < b <= len(text) and b - a <= 600 for a, b in candidate.quotes)
        assert candidate.polarity in ("yes", "no")
        assert 0 <= candidate.confidence <= 1
        json.dumps(asdict(candidate), default=str)


UNITS = [
    *"„ ' ( - ? : 1 – 😀 \" . \n".split(" "), ", ", "wenn ", "A.B.", "dass ", "wird ", "a-", "Der Preis wird, ", "1.",
    "Roth: ", "laut ", ", so der Minister", "wird und ", "2030 ", "am 3. Mai ", "{[(„", "n't", "Rat Haus ", "oft, ",
    "Anna Roth sagte, das wird teuer. ", "„Das wird teuer“, sagte er. ", "Wird das teuer? Wohl kaum. ",
    "WAS WIRD 2030?\nEs wird teuer.\n", "Der Rat wird teuer: 70 %. ", "Am Wahltag in Rom wird es teuer. ", "<div>",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_no_repetition_makes_it_hang(unit: str) -> None:
    text = "Der Preis wird steigen. " + unit * (15_000 // len(unit))
    assert len(extracted(text, language="de").candidates) < 5000


@pytest.mark.parametrize("unit", ["wird und ", "laut ", "oft, ", "(", "„", "wenn er wird, ", "a "])
def test_of_what_nobody_writes_no_more_is_looked_at_the_longer_it_is(unit: str) -> None:
    """Counted, not timed: what a sentence is read for is bounded, however long it is."""
    passages = article("de", "Der Preis wird steigen " + unit * (12_000 // len(unit))).passages
    assert max(len(one.tokens) for one in passages) <= 300
    assert max(len(one.hits) for one in passages) <= 1000
    assert max(len(one.clauses) for one in passages) <= 60
