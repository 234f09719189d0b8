import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.errors import Invalid
from registry.domain.extraction.article import read_dates
from registry.domain.extraction.model_answers import Answered, answered
from tests.extraction_texts import article, lexicon
from tests.model_server import FERRY, STORM, TEXT, prediction

READ = article("en", TEXT, "Ines Vale", date(2025, 8, 10))
DATES = read_dates(READ, lexicon())


def read(content: str) -> Answered:
    return answered(content, (0, len(TEXT)), READ, DATES, lexicon())


def of(*predictions: Any) -> str:
    return json.dumps({"predictions": predictions})


def test_what_is_sound_is_kept_and_the_rest_counted_by_reason() -> None:
    invented = prediction("The mayor will resign before Sunday.")
    found = read(of(prediction(FERRY), invented, prediction(STORM, polarity="?"), invented, prediction(FERRY)))
    assert [draft.candidate.statement for draft in found.drafts] == [FERRY]
    assert found.dropped == {
        "a quote does not stand in the text": 2, "it breaks the schema": 1, "it repeats another": 1,
    }  # fmt: skip


def test_two_claims_of_one_sentence_are_two() -> None:
    other = "The oldest ship will certainly not be replaced by the ferry company in 2028."
    assert len(read(of(prediction(FERRY), prediction(FERRY, statement=other))).drafts) == 2


def test_an_empty_list_is_an_answer() -> None:
    assert read(of()) == Answered((), read(of()).dropped)


@pytest.mark.parametrize("around", ["```json\n%s\n```", "<think>Let me see.</think> %s", "Here it is:\n%s\nDone."])
def test_what_stands_around_the_json_is_passed_over(around: str) -> None:
    assert len(read(around % of(prediction(FERRY))).drafts) == 1


@pytest.mark.parametrize("content", ["", "I found nothing.", "{", "}{", of(prediction())[:-5], '{"a": ' * 5000 + "}"])
def test_what_is_no_json_is_refused(content: str) -> None:
    with pytest.raises(Invalid, match="no JSON"):
        read(content)


@pytest.mark.parametrize(
    "answer", [{}, {"predictions": {}}, {"predictions": None}, {"predictions": ["x"]}, {"found": []}]
)
def test_another_form_is_refused(answer: object) -> None:
    with pytest.raises(Invalid, match="breaks the schema"):
        read(json.dumps(answer))


def test_nothing_of_a_candidate_can_move_a_terminal_or_break_a_database() -> None:
    hostile = "The ferry\x1b[2J company \ud800will not\x00 replace its ship."
    found = read(of(prediction(FERRY, statement=hostile, hedge="certainly\x07")))
    (draft,) = found.drafts
    assert draft.candidate.statement == "The ferry [2J company will not replace its ship."
    assert draft.candidate.hedge == "certainly"


_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20) | st.sampled_from([FERRY, STORM]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=40)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(prediction(), _values)), _values)
def test_no_answer_breaks_the_reading_and_every_quote_kept_stands_in_the_text(item: Any, other: Any) -> None:
    item = prediction() | item
    found = read(of(item, other if isinstance(other, dict) else item))
    for draft in found.drafts:
        assert all(TEXT[start:end] in {FERRY, STORM} for start, end in draft.candidate.quotes)
        low, middle, high = (
            getattr(draft.candidate, name) for name in ("probability_low", "probability", "probability_high")
        )
        assert middle is None or 0 <= low <= middle <= high <= 1
