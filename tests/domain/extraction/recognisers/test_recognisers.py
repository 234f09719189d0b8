import itertools

from registry.domain.extraction.recognisers import RECOGNISERS
from tests.extraction_texts import language, passage


def test_recognisers_do_not_count_on_each_other() -> None:
    read = passage("de", "Am Montag droht Regen, wenn der Wind dreht, und die Ernte könnte leiden.")
    results = set()
    for order in itertools.permutations(sorted(RECOGNISERS, key=lambda one: one.__name__), len(RECOGNISERS)):
        found = [r for recognise in order for r in recognise(read.tokens, read.hits, read.clauses, language("de"))]
        results.add(tuple(sorted(found, key=str)))
    assert len(results) == 1
