import pytest

from registry.domain.extraction.hedge_asides import tokens_aside
from registry.domain.extraction.tokens import tokenise
from registry.lexicon import load

TABLE = load().hedges


@pytest.mark.parametrize(
    ("language", "clause", "aside"),
    [
        ("en", "They may win, where nobody is running, by far.", "where nobody is running"),
        ("en", "They say it may rain, that nobody cares.", ""),
        ("en", "Where nobody runs they may win.", ""),
        ("de", "Er baut ein Haus, das niemand kauft.", "das niemand kauft ."),
        ("de", "Er baut ein Haus, in dem niemand wohnt.", "in dem niemand wohnt ."),
        ("de", "Er baut ein Haus, in der Stadt aber nicht.", ""),
        ("de", "Er verkauft, um nichts zu verlieren.", "um nichts zu verlieren ."),
        ("de", "Er liest eine Studie, der zufolge niemand kauft.", ""),
    ],
)
def test_a_relative_or_adverbial_clause_behind_a_comma_is_an_aside(language: str, clause: str, aside: str) -> None:
    tokens = tokenise(clause, 0, len(clause))
    at = tokens_aside(tokens, frozenset(), TABLE.words[language])
    assert " ".join(tokens[i].text for i in sorted(at)) == aside


def test_a_clause_with_one_of_the_hedges_of_the_claim_is_none() -> None:
    clause = "He has a plan, which nobody will probably like."
    tokens = tokenise(clause, 0, len(clause))
    probably = next(i for i, token in enumerate(tokens) if token.low == "probably")
    assert tokens_aside(tokens, frozenset({probably}), TABLE.words["en"]) == frozenset()
