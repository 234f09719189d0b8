import pytest

from registry.domain.extraction.governors import governors_of, openers_of
from tests.extraction_texts import reading


@pytest.mark.parametrize(
    ("code", "text", "above"),
    [
        ("de", "Sie hofft, dass es regnen wird.", ["hope"]),
        ("en", "They fear it will rain.", ["fear"]),
        ("de", "Es wird regnen, hofft sie.", []),
    ],
)
def test_a_verb_hangs_on_the_frame_before_it(code: str, text: str, above: list[str]) -> None:
    read, future = reading(code, text, "future")
    assert list(governors_of(future, read.clauses, read.hits)) == above


def test_the_opening_word_of_the_clause_is_known() -> None:
    read, future = reading("de", "Sie hofft, dass es regnen wird.", "future")
    assert "that" in openers_of(future, read.clauses)
