import pytest

from registry.domain.extraction.names import find_names
from registry.domain.extraction.speakers.groups import group_words, is_coordinated, is_group
from tests.extraction_texts import language, passage


@pytest.mark.parametrize(
    ("code", "word", "known"),
    [
        ("de", "experten", True),
        ("de", "landesregierung", True),
        ("de", "branchenverbandes", True),
        ("de", "verdienst", False),
        ("de", 50 * "x" + "experten", False),
        ("de", "fahrrad", False),
        ("en", "analysts", True),
        ("en", "superanalysts", False),
    ],
)
def test_a_group_is_listed_or_in_german_the_end_of_a_compound(code: str, word: str, known: bool) -> None:
    assert is_group(word, language(code)) is known


@pytest.mark.parametrize(
    ("code", "text", "at", "words"),
    [
        ("en", "The Tory MPs left.", 2, "Tory MPs"),
        ("de", "Laut Expertinnen und Experten regnet es.", 1, "Expertinnen und Experten"),
        ("en", "Analysts at Goldman Sachs agreed.", 0, "Analysts at Goldman Sachs"),
        ("de", "Die Analysten der Deutschen Bank schweigen.", 1, "Analysten der Deutschen Bank"),
    ],
)
def test_a_group_takes_with_it_what_belongs_to_its_name(code: str, text: str, at: int, words: str) -> None:
    read = passage(code, text)
    assert group_words(read, at, list(find_names(read.tokens, language(code))), language(code)) == words


def test_two_groups_are_one_source_only_with_an_and_between_them() -> None:
    tokens = passage("de", "Kritiker und Bauern warnen, Kritiker warnen.").tokens
    assert (is_coordinated(tokens, 0, language("de")), is_coordinated(tokens, 5, language("de"))) == (True, False)
