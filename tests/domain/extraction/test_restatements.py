from dataclasses import replace
from itertools import permutations

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
