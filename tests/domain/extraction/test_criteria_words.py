import pytest

from registry.domain.extraction.criteria_words import CriteriaWords, Topic, patterns_of

ELECTIONS = Topic(patterns_of(["vote", "*wahl"]), {"en": "the count"})
MONEY = Topic(patterns_of(["rate*", "vote"]), {"en": "the bank"})


@pytest.mark.parametrize(
    ("word", "fits"), [("vote", True), ("landtagswahl", True), ("votes", False), ("wahlen", False), ("", False)]
)
def test_a_star_stands_for_any_letters_at_its_end_of_a_word(word: str, fits: bool) -> None:
    for _ in range(2):
        assert ELECTIONS.words.fits(word) is fits


def test_one_fitting_word_is_enough() -> None:
    assert MONEY.words.any_in(["the", "rates"])
    assert not MONEY.words.any_in(["the", "count"])


def test_of_two_topics_the_one_that_is_tried_first_counts() -> None:
    words = CriteriaWords({}, (ELECTIONS, MONEY))
    assert words.topic_of(["rates", "before", "the", "vote"]) is ELECTIONS
    assert words.topic_of(["rates"]) is MONEY
    assert words.topic_of(["nothing"]) is None
    assert words.topic_of([]) is None
