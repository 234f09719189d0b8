import pytest

from registry.domain.extraction.speakers.plain_subjects import plain_subject
from tests.extraction_texts import language, passage


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        ("The other four believe he will wait.", "believe", "other four"),
        ("Everybody in town expects a flood.", "expects", "Everybody in town"),
        ("But most still believe it.", "believe", "most"),
        ("It said that.", "said", None),
        ("The data show that.", "show", None),
        ("In the town said nobody.", "said", None),
        ("Took the bus and said so.", "said", None),
        ("The man who left said so.", "said", None),
    ],
)
def test_any_noun_phrase_may_be_the_subject_of_a_verb_of_saying(text: str, verb: str, words: str | None) -> None:
    read = passage("en", text)
    at = next(i for i, token in enumerate(read.tokens) if token.low == verb)
    found = plain_subject(read, 0, at, language("en"))
    assert words == (found and text[read.tokens[found[0]].start : read.tokens[found[1]].end])


def test_where_nouns_have_capitals_they_tell_the_subject() -> None:
    assert plain_subject(passage("de", "Die Leute sagen es."), 0, 2, language("de")) is None
