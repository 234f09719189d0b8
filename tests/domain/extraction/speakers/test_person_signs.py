import pytest

from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("code", "text", "persons"),
    [
        ("en", "Fenra Quill, 41, left.", ["Fenra Quill"]),
        ("en", "Fenra Quill, who runs it, left.", ["Fenra Quill"]),
        ("en", "“Rain,” said Fenra Quill.", ["Fenra Quill"]),
        ("en", "Fenra Quill left. We met Quill later.", ["Fenra Quill"]),
        ("en", "The Fenra Quill left.", []),
        ("en", "New Quill left. We met Quill later.", []),
        ("en", "Fenra Quill left.", []),
        ("de", "Fenra Quill, 41, ging.", ["Fenra Quill"]),
    ],
)
def test_a_name_is_a_persons_by_what_stands_around_it(code: str, text: str, persons: list[str]) -> None:
    assert list(article(code, text).voices.heard.persons[0]) == persons
