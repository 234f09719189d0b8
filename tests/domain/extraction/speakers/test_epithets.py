import pytest

from registry.domain.extraction.speakers.epithets import is_epithet, points_back
from tests.extraction_texts import language, passage


@pytest.mark.parametrize(
    ("text", "noun", "found"),
    [
        ("The 52-year-old left.", "year-old", (True, True)),
        ("A 52-year-old left.", "year-old", (True, False)),
        ("The former Norland captain left.", "captain", (False, True)),
        ("The Dane left.", "dane", (True, True)),
        ("The 52-year-old farmer left.", "year-old", (False, True)),
        ("The veteran diplomats left.", "veteran", (False, True)),
        ("The prime minister left.", "minister", (False, False)),
    ],
)
def test_an_epithet_with_an_article_points_back_to_a_person(text: str, noun: str, found: tuple[bool, bool]) -> None:
    read = passage("en", text)
    at = next(i for i, token in enumerate(read.tokens) if token.low == noun)
    assert (is_epithet(read, at, language("en")), points_back(read, at, language("en"))) == found
