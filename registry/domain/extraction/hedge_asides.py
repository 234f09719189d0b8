"""Subordinate clauses beside a claim: what they deny is not what the claim denies."""

from collections.abc import Sequence

from registry.domain.extraction.hedge_table import HedgeWords
from registry.domain.extraction.tokens import Token

_MARKS = frozenset({",", ";", ":", "–", "—", "(", ")"})
_LEAST_BEFORE = 2
_VERB_ENDINGS = ("t", "n", "e", "d", "s")


def tokens_aside(tokens: Sequence[Token], hedged: frozenset[int], words: HedgeWords) -> frozenset[int]:
    """Tokens of clauses behind a comma up to the next mark: "…, where he is not running", "…, and it is not cheap".

    Left out are clauses that hold one of the claim's hedges, which stand at `hedged`, since those carry it, and
    words that only look as if they opened a clause ("…, das wird nichts").
    """
    aside: set[int] = set()
    low = [token.low for token in tokens]
    for at in range(_LEAST_BEFORE, len(low) - 1):
        claims = not words.complement.isdisjoint(low[at : at + 2])
        opens = low[at] in words.subordinate or (bool(hedged) and _adds(tokens, at, words))
        if low[at - 1] not in _MARKS or claims or not (opens or low[at] in words.before_relative):
            continue
        end = next((i for i in range(at + 1, len(low)) if low[i] in _MARKS), len(low))
        if not opens and not _is_relative(tokens, at, end, words):
            continue
        if hedged.isdisjoint(range(at, end)):
            aside.update(range(at, end))
    return frozenset(aside)


def _is_relative(tokens: Sequence[Token], at: int, end: int, words: HedgeWords) -> bool:
    """Whether a pronoun and in the end a verb stand behind the preposition ("…, mit der niemand spricht")."""
    last = next((i for i in range(end - 1, at + 2, -1) if tokens[i].is_word), at)
    verbal = tokens[last].low.endswith(_VERB_ENDINGS) and not tokens[last].is_capital
    return verbal and tokens[at + 1].low in words.subordinate and tokens[last].low not in words.negation


def _adds(tokens: Sequence[Token], at: int, words: HedgeWords) -> bool:
    """Whether another main clause begins: "and" or "but" with a subject behind."""
    joins = tokens[at].low in words.joiner or tokens[at].low in words.contrast
    named = tokens[at + 1].is_capital and tokens[at + 1].low not in words.negation
    return joins and (tokens[at + 1].low in words.main_subject or named)
