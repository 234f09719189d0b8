import pytest

from registry.domain.extraction.explaining import in_words
from registry.domain.extraction.pipeline import extract
from tests.extraction_texts import lexicon

TEXT = (
    "Der Preis für Brot wird im Herbst stark steigen. Das Haus wird seit Jahren saniert. Wird er gewinnen? "
    "Man kann das auch anders sehen. Das Haus steht am Ufer."
)


def verdicts() -> dict[str, str]:
    found = extract(TEXT, lexicon=lexicon(), language="de", explain=True)
    return {TEXT[slice(*trace.span)]: trace.verdict for trace in found.traces}


def test_every_sentence_with_a_future_or_modal_verb_has_a_verdict() -> None:
    assert len(verdicts()) == 4


def test_a_verdict_says_why_a_sentence_was_passed_over() -> None:
    by_text = verdicts()
    assert by_text["Der Preis für Brot wird im Herbst stark steigen."] == "kept"
    assert by_text["Wird er gewinnen?"] == "dismissed: a question"
    assert "below" in by_text["Man kann das auch anders sehen."]
    assert "led by can" in by_text["Man kann das auch anders sehen."]
    assert any(word in by_text["Das Haus wird seit Jahren saniert."] for word in ("below", "no claim"))


def test_an_answer_is_told_as_the_answer_to_its_question() -> None:
    text = "Kann der Kanzler sich noch halten? Nein, kann er nicht."
    traces = extract(text, lexicon=lexicon(), language="de", explain=True).traces
    assert [trace.verdict for trace in traces if text[slice(*trace.span)] == "Nein, kann er nicht."] == [
        "the answer to the question before it"
    ]


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("word:past", "speaks of past"),
        ("future&hedge_low", "future with hedge low"),
        ("could>change", "could of change"),
        ("length", "long"),
    ],
)
def test_a_feature_is_named_in_words(feature: str, words: str) -> None:
    assert in_words(feature) == words


def test_what_fired_is_named_with_its_words() -> None:
    found = extract(TEXT, lexicon=lexicon(), language="de", explain=True)
    assert ("future", "wird ... steigen") in found.traces[0].fired


def test_without_the_wish_nothing_is_traced() -> None:
    assert extract(TEXT, lexicon=lexicon(), language="de").traces == ()
