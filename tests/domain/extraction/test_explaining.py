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
    assert any(word in by_text["Das Haus wird seit Jahren saniert."] for word in ("below", "no claim"))


def test_what_fired_is_named_with_its_words() -> None:
    found = extract(TEXT, lexicon=lexicon(), language="de", explain=True)
    assert ("future", "wird ... steigen") in found.traces[0].fired


def test_without_the_wish_nothing_is_traced() -> None:
    assert extract(TEXT, lexicon=lexicon(), language="de").traces == ()
