import itertools

from registry.domain.extraction.recognisers import RECOGNISERS
from tests.extraction_texts import language, passage


def test_recognisers_do_not_count_on_each_other() -> None:
    read = passage("de", "Am Montag droht Regen, wenn der Wind dreht, und die Ernte könnte leiden.")
    results = set()
    named = sorted(RECOGNISERS, key=lambda one: one.__name__)
    for first, second in itertools.permutations(named, 2):
        order = [first, second, *(one for one in named if one not in (first, second))]
        found = [r for recognise in order for r in recognise(read.tokens, read.hits, read.clauses, language("de"))]
        results.add(tuple(sorted(found, key=str)))
    assert len(results) == 1
