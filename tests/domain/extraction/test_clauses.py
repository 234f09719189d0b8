import pytest

from tests.extraction_texts import passage


@pytest.mark.parametrize(
    ("code", "text", "clauses"),
    [
        ("de", "Er geht, weil es regnet.", ["Er geht", "weil es regnet."]),
        ("en", "Prices will rise and wages will fall.", ["Prices will rise", "and wages will fall."]),
        ("en", "Prices and wages will rise.", ["Prices and wages will rise."]),
        ("de", "Die Partei (gegründet 1990) wird gewinnen.", ["Die Partei (gegründet 1990) wird gewinnen."]),
        ("en", "The plan - it will fail - is dead.", ["The plan", "it will fail", "is dead."]),
    ],
)
def test_clauses_end_at_marks_and_between_two_modal_verbs(code: str, text: str, clauses: list[str]) -> None:
    read = passage(code, text)
    assert [text[read.tokens[c.first].start : read.tokens[c.last].end] for c in read.clauses] == clauses


def test_a_clause_knows_its_opening_word_and_the_mark_before_it() -> None:
    second = passage("de", "Es heißt, dass er gehen wird.").clauses[1]
    assert "that" in second.opener
    assert second.mark == ","
    assert second.modal
