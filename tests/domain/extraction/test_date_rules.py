"""No rule that fits may be left out, and hardly any that does not may be tried."""

import pytest

from registry.domain.extraction.date_rules import rules_at
from registry.domain.extraction.date_tokens import match_elements, tokenise
from registry.lexicon.dates import load_date_words

TEXTS = {
    "en": "On 9th March 2027 or the 3rd of May, in two to three weeks, by the end of 2028, the day after tomorrow, "
    "2026-05-01, 4/5/2027, within the next six months, this summer, in the second half of 2027, on Friday.",
    "de": "Am 9. März 2027 oder 3. Mai, in zwei bis drei Wochen, bis Ende 2028, übermorgen, 2026-05-01, 4.5.2027, "
    "in den nächsten sechs Monaten, im zweiten Halbjahr 2027, in diesem Sommer, am Freitag, bis zum Jahresende.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_every_rule_that_fits_at_a_word_is_among_those_to_try_there(code: str) -> None:
    words, tokens = load_date_words(code), tokenise(TEXTS[code])
    fitting = [
        (at, rule)
        for at in range(len(tokens))
        for rule in words.rules
        if (match := match_elements(rule.elements, tokens, at, words)) is not None and match.end > at
    ]
    assert len(fitting) > 10
    assert all(rule in rules_at(tokens, at, words) for at, rule in fitting)


@pytest.mark.parametrize("code", TEXTS)
def test_the_rules_to_try_keep_their_order(code: str) -> None:
    words, tokens = load_date_words(code), tokenise(TEXTS[code])
    for at in range(len(tokens)):
        ranks = [words.rules.index(rule) for rule in rules_at(tokens, at, words)]
        assert ranks == sorted(ranks)


def test_an_article_before_a_thing_opens_no_rule_of_dates() -> None:
    words = load_date_words("en")
    assert rules_at(tokenise("the elephants"), 0, words) == ()
    assert rules_at(tokenise("the 9th of March"), 0, words)
