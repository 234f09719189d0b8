import pytest

from registry.domain.extraction.phrases import Hit, build_index
from registry.domain.extraction.tokens import tokenise


def found(phrases: dict[str, list[str]], text: str, noun_capitals: bool = False) -> list[Hit]:
    return build_index(phrases, noun_capitals).find(tokenise(text, 0, len(text)))


def test_a_phrase_of_one_word_is_found_in_any_case() -> None:
    assert found({"may": ["may"]}, "May I? I may.") == [Hit("may", 0, 0), Hit("may", 4, 4)]


def test_a_star_stands_for_any_ending() -> None:
    assert found({"change": ["ris*"]}, "prices risen") == [Hit("change", 1, 1)]


def test_a_gap_ends_at_a_comma() -> None:
    phrases = {"expect": ["rechnet ... mit"]}
    assert found(phrases, "Er rechnet heute fest mit Regen") == [Hit("expect", 1, 4)]
    assert found(phrases, "Er rechnet, sagt er, mit Regen") == []


def test_alternatives_are_spelt_with_a_bar() -> None:
    assert len(found({"later": ["next week|month"]}, "next month and next week")) == 2


def test_an_alternative_behind_a_gap_may_have_any_ending_or_be_a_number() -> None:
    phrases = {"later": ["bis ... 20*|Ende|spät*"]}
    assert found(phrases, "bis etwa 2031", noun_capitals=True) == [Hit("later", 0, 2)]
    assert found(phrases, "bis ins späte Jahr", noun_capitals=True) == [Hit("later", 0, 2)]
    assert found(phrases, "bis zum ende", noun_capitals=True) == []


def test_a_capital_asks_for_a_noun_where_nouns_have_one() -> None:
    phrases = {"verb": ["sorgen"], "noun": ["Sorgen"]}
    assert found(phrases, "Sie sorgen für Sorgen", noun_capitals=True) == [Hit("verb", 1, 1), Hit("noun", 3, 3)]


@pytest.mark.parametrize("phrase", ["... mit", ""])
def test_a_phrase_needs_a_first_word(phrase: str) -> None:
    with pytest.raises(ValueError, match="needs a first word"):
        build_index({"broken": [phrase]}, noun_capitals=False)


@pytest.mark.parametrize(
    ("text", "may"),
    [("Read more: our (Newsletter).", True), ("Cookies help us.", True), ("The harbour is old.", False), ("", False)],
)
def test_a_look_at_the_words_tells_where_no_phrase_can_stand(text: str, may: bool) -> None:
    index = build_index({"furniture": ["newsletter", "cookie*"]}, noun_capitals=False)
    assert index.may_hold(text) is may
    assert may or not index.find(tokenise(text, 0, len(text)))
