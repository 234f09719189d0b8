import pytest

from registry.domain.extraction.subjects import subject_of
from tests.extraction_texts import reading


@pytest.mark.parametrize(
    ("code", "text", "subject"),
    [
        ("de", "Ich werde gehen.", "first_person"),
        ("en", "You will see.", "second_person"),
        ("de", "Der Preis wird steigen.", "noun"),
        ("en", "He will go.", "pronoun"),
    ],
)
def test_the_subject_is_told_by_the_words_near_the_verb(code: str, text: str, subject: str) -> None:
    read, future = reading(code, text, "future")
    assert subject_of(read.hits, read.clauses, future) == subject
