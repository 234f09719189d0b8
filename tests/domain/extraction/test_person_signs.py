import pytest

from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("code", "text", "persons"),
    [
        ("en", "Fara Quill, 41, left.", ["Fara Quill"]),
        ("en", "Fara Quill, who runs it, left.", ["Fara Quill"]),
        ("en", "“Rain,” said Fara Quill.", ["Fara Quill"]),
        ("en", "Fara Quill left. We met Quill later.", ["Fara Quill"]),
        ("en", "The Fara Quill left.", []),
        ("en", "New Quill left. We met Quill later.", []),
        ("en", "Fara Quill left.", []),
        ("de", "Fara Quill, 41, ging.", ["Fara Quill"]),
    ],
)
def test_a_name_is_a_persons_by_what_stands_around_it(code: str, text: str, persons: list[str]) -> None:
    assert article(code, text).voices.heard.persons[0] == persons
