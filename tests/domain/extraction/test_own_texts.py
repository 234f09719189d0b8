"""Whole texts of our own, such as newspapers print: how much of what a careful reader marks in them is found."""

from functools import cache

import pytest

from benchmarks._extraction_gold import GoldArticle, Tally, count, read_own
from registry.domain.extraction.pipeline import extract
from tests.extraction_texts import lexicon

GROUPS = ("reports", "opinions", "aside")
LEAST_F1 = {"reports": 0.68, "opinions": 0.58, "aside": 0.58}
LEAST_SHARE = {"speaker": 0.55, "polarity": 0.8, "kind": 0.85, "no due": 0.7}
# What a text without a wanted prediction may yield on average that its reader did not mark at all.
MOST_INVENTED = 1.3


@cache
def texts(group: str, code: str) -> list[GoldArticle]:
    return [one for one in read_own(group) if one.language == code]


@cache
def tally(group: str, code: str) -> Tally:
    counted = Tally()
    for one in texts(group, code):
        count(one, found(one), counted)
    return counted


@cache
def found(one: GoldArticle) -> tuple:
    return extract(
        one.text, lexicon=lexicon(), language=one.language, author=one.author, published=one.published
    ).candidates


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("group", GROUPS)
def test_each_marked_quote_stands_in_its_text(group: str, code: str) -> None:
    assert len(texts(group, code)) >= 30
    for one in texts(group, code):
        assert all(start >= 0 for marked in one.annotations for start, _ in marked.spans), one.name


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("group", GROUPS)
def test_most_of_what_a_reader_marks_is_found_and_little_else(group: str, code: str) -> None:
    assert tally(group, code).f1 >= LEAST_F1[group]


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("group", GROUPS)
def test_what_is_found_is_told_right(group: str, code: str) -> None:
    shares = {fact: tally(group, code).share(fact) for fact in LEAST_SHARE}
    assert not {fact: share for fact, share in shares.items() if share < LEAST_SHARE[fact]}


@pytest.mark.parametrize("code", ["de", "en"])
def test_texts_without_a_prediction_yield_few(code: str) -> None:
    without = [one for group in GROUPS for one in texts(group, code) if not any(a.required for a in one.annotations)]
    assert len(without) >= 30
    tallied = Tally()
    for one in without:
        count(one, found(one), tallied)
    assert tallied.wrong / len(without) <= MOST_INVENTED
