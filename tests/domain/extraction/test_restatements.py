from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from registry.domain.extraction.pipeline import extract
from registry.domain.extraction.restatements import Draft, merged
from tests.extraction_texts import lexicon

WORDS = frozenset({"preis", "brot", "steigen", "herbst"})


def drafts() -> list[Draft]:
    found = extract("Der Preis für Brot wird im Herbst steigen.", lexicon=lexicon(), language="de").candidates[0]
    return [
        Draft(replace(found, quotes=((0, 20),), confidence=0.6), WORDS),
        Draft(replace(found, quotes=((50, 70),), confidence=0.9), WORDS | {"kräftig"}),
        Draft(replace(found, quotes=((90, 99),), confidence=0.5), frozenset({"regen", "montag", "norden"})),
    ]


def test_the_surer_candidate_takes_the_quotes_of_its_restatement() -> None:
    first, second = merged(drafts())
    assert (first.confidence, first.quotes) == (0.9, ((0, 20), (50, 70)))
    assert second.quotes == ((90, 99),)


def test_the_order_in_which_candidates_come_does_not_matter() -> None:
    assert len({tuple(merged(order)) for order in permutations(drafts())}) == 1


def test_a_claim_and_its_negation_stay_two() -> None:
    first, second, _ = drafts()
    denied = Draft(replace(second.candidate, polarity="no"), second.words)
    assert len(merged([first, denied])) == 2


def test_no_candidate_gets_more_than_five_quotes() -> None:
    template = drafts()[0]
    many = [Draft(replace(template.candidate, quotes=((i * 30, i * 30 + 20),)), WORDS) for i in range(9)]
    assert max(len(c.quotes) for c in merged(many)) == 5


def test_statements_that_differ_in_a_number_or_a_date_stay_two() -> None:
    first, second, _ = drafts()
    assert len(merged([first._replace(figures=frozenset({"3"})), second._replace(figures=frozenset({"4"}))])) == 2
    assert len(merged([first._replace(figures=frozenset({"3"})), second])) == 1
    later = second._replace(candidate=replace(second.candidate, due_on=date(2027, 1, 31)))
    sooner = first._replace(candidate=replace(first.candidate, due_on=date(2026, 1, 31)))
    assert len(merged([sooner, later])) == 2


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("de", "Der Preis für Brot wird 2027 auf 4 Euro steigen. Der Preis für Brot wird 2028 auf 5 Euro steigen.", 2),
        ("de", "Am Montag wird die Brücke einstürzen. Am Freitag wird die Brücke einstürzen.", 2),
        ("en", "The price of bread will rise to 4 dollars. The price of bread will rise to 5 dollars.", 2),
        ("en", "The price of bread will rise sharply. In the end the price of bread will rise sharply.", 1),
    ],
)
def test_only_what_says_the_same_is_one_claim(code: str, text: str, count: int) -> None:
    found = extract(text, lexicon=lexicon(), language=code, threshold=0.2).candidates
    assert len(found) == count


def test_of_very_many_alike_the_surest_are_compared() -> None:
    template = drafts()[0]
    others = [
        Draft(replace(template.candidate, quotes=((i * 30, i * 30 + 20),)), WORDS, frozenset({str(i)}))
        for i in range(600)
    ]
    first = Draft(replace(template.candidate, quotes=((1, 2),), confidence=0.1), WORDS, frozenset({"0"}))
    last = Draft(replace(template.candidate, quotes=((3, 4),), confidence=0.1), WORDS, frozenset({"599"}))
    found = merged([*others, first, last])
    assert found[0].quotes == ((0, 20), (1, 2))
    assert len(found) == 601
