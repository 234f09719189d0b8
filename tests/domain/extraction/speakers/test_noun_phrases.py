import pytest

from registry.domain.extraction.speakers.noun_phrases import is_owner, phrase_end
from tests.extraction_texts import language, passage


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("Analysts in London expect a cut.", 0, "Analysts in London"),
        ("Officials at the finance ministry on Monday left.", 0, "Officials at the finance ministry"),
        ("Sources close to the talks said little.", 0, "Sources close to the talks"),
        ("Economists polled by Norland News left.", 0, "Economists polled by Norland News"),
        ("Diplomats there expect a deal.", 0, "Diplomats there"),
        ("Analysts in a note expect a cut.", 0, "Analysts"),
        ("Officials in March expected a cut.", 0, "Officials"),
        ("Analysts on average expect a cut.", 0, "Analysts"),
    ],
)
def test_a_group_goes_on_with_its_place_and_not_with_a_time_or_an_occasion(text: str, at: int, words: str) -> None:
    read = passage("en", text)
    assert text[read.tokens[at].start : read.tokens[phrase_end(read, at, language("en"))].end] == words


@pytest.mark.parametrize(
    ("text", "at", "owns"),
    [
        ("The bank's economists left.", 1, True),
        ("The growers' federation left.", 1, True),
        ("The bank's.", 1, False),
        ("They said 'no' twice.", 3, False),
    ],
)
def test_an_owner_stands_before_what_it_owns(text: str, at: int, owns: bool) -> None:
    assert is_owner(passage("en", text), at) is owns
