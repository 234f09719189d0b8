"""Which hedges and negations of a clause are the claim's own, not a condition's or a lower clause's."""

from collections.abc import Sequence
from typing import NamedTuple

from registry.domain.extraction.hedge_asides import tokens_aside
from registry.domain.extraction.hedge_names import is_no_verb
from registry.domain.extraction.hedge_table import HedgeEntry, HedgeTable, HedgeWords
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.tokens import Token

_DASHES = frozenset("–—")
_VERBS = ("future", "would", "possibility", "ability")


class Found(NamedTuple):
    """An entry of the table at tokens first..last."""

    entry: HedgeEntry
    first: int
    last: int


def answer_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words behind the last question mark, none where the clause ends with it."""
    marks = [i for i, token in enumerate(tokens) if token.low == "?"]
    return tokens[marks[-1] + 1 :] if marks else ()


def _uppermost(tokens: Sequence[Token], found: list[Found], words: HedgeWords) -> list[Found]:
    """Leave out beliefs of a clause beneath the claim ("will look as if nobody believes it")."""
    if not found:
        return found
    beneath = _beneath_insight(tokens, words)
    if any(f.first > beneath and f.entry.kind in _VERBS for f in found):
        return [f for f in found if f.first > beneath]
    if found[0].entry.kind not in ("future", "would"):
        return found
    end = _clause_end(tokens, found[0].last + 1, words)
    return [f for f in found if f.first < end or f.entry.kind not in ("expectation", "fear")]


def after_contrast(tokens: Sequence[Token], found: list[Found], words: HedgeWords) -> list[Found]:
    """Leave out what stands before a "but" if a graded word stands behind it."""
    if not found:
        return found
    low = [token.low for token in tokens]
    if not words.contrast.isdisjoint(low):
        turn = max(i for i, word in enumerate(low) if word in words.contrast)
        behind = [f for f in found if f.first > turn]
        found = behind if any(f.entry.kind == "graded" for f in behind) else found
    return _before_afterthought(low, found, words)


def _beneath_insight(tokens: Sequence[Token], words: HedgeWords) -> int:
    """Where the clause begins that somebody only comes to see ("perhaps they realise that …"), else the end."""
    if words.insight.isdisjoint([token.low for token in tokens]):
        return len(tokens)
    return _clause_end(tokens, next(i for i, token in enumerate(tokens) if token.low in words.insight) + 1, words)


def _before_afterthought(low: Sequence[str], found: list[Found], words: HedgeWords) -> list[Found]:
    """Leave out what a dash or ", or" adds ("won't come back, or in a million years at most")."""
    if words.alternative.isdisjoint(low) and _DASHES.isdisjoint(low):
        return found
    for at, word in enumerate(low):
        if word in _DASHES or (word in words.alternative and at > 0 and low[at - 1] == ","):
            before = [f for f in found if f.last < at]
            if any(f.entry.kind != "ability" for f in before):
                return before
    return found


def hedges_of(
    tokens: Sequence[Token], language: str, table: HedgeTable, words: HedgeWords, masked: frozenset[int]
) -> list[Found]:
    """The claim's hedges in the order of the text; of two that overlap the longer one, else the first.

    Those at `masked` tokens are left out unless there are no others, and beliefs of a clause beneath the
    claim.
    """
    hits = words.index.find(tokens)
    if not hits:
        return []
    hits.sort(key=lambda hit: (hit.first - hit.last, hit.first))
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in hits:
        if taken.isdisjoint(range(hit.first, hit.last + 1)):
            kept.append(hit)
            taken.update(range(hit.first, hit.last + 1))
    found = [(table.entry(language, hit.word_class), hit) for hit in sorted(kept, key=lambda hit: hit.first)]
    every = [Found(entry, hit.first, hit.last) for entry, hit in found if entry is not None]
    every = without_namesakes(tokens, every, words)
    own = [hedge for hedge in every if hedge.first not in masked]
    return _uppermost(tokens, own or every, words)


def without_namesakes(tokens: Sequence[Token], found: list[Found], words: HedgeWords) -> list[Found]:
    """Leave out months, names and nouns, also one that the clause begins with and names ("May will be warm")."""
    kept = [f for f in found if f.entry.kind not in _VERBS or not is_no_verb(tokens, f.first, f.last)]
    opens = bool(kept) and kept[0].first == kept[0].last == 0 and tokens[0].low in words.namesakes
    named = opens and all(token.text != "?" for token in tokens) and any(f.entry.kind in _VERBS for f in kept[1:])
    return kept[1:] if named else kept


def condition_of(tokens: Sequence[Token], words: HedgeWords) -> frozenset[int]:
    """Tokens from a word that opens a condition to the next comma, unless hardly anything were left."""
    low = [token.low for token in tokens]
    if words.condition.isdisjoint(low):
        return frozenset()
    masked: set[int] = set()
    at = 0
    while at < len(tokens):
        if low[at] in words.condition:
            end = next((i for i in range(at, len(tokens)) if low[i] in (",", ";", ":")), len(tokens))
            masked.update(range(at, end))
            at = end
        at += 1
    left = sum(1 for i, token in enumerate(tokens) if i not in masked and token.is_word)
    return frozenset(masked) if left >= 2 else frozenset()


def denies(tokens: Sequence[Token], found: list[Found], words: HedgeWords, masked: frozenset[int]) -> bool:
    """Whether a negating word stands in the claim's scope, outside hedges and phrases such as "not only"."""
    negating = [i for i, token in enumerate(tokens) if token.low in words.negation]
    if not negating or masked.issuperset(negating):
        return False
    scope = _scope(tokens, found, words)
    # A danger named beside a likelihood does not carry the claim ("likely to rise, though she saw no danger").
    carrying = [hedge for hedge in found if hedge.entry.kind != "fear"] or found
    hedged = frozenset(i for hedge in carrying for i in range(hedge.first, hedge.last + 1))
    aside = tokens_aside(tokens, hedged, words)
    denying = [i for i in negating if i in scope and i not in aside and i not in masked]
    if not denying:
        return False
    spared: set[int] = set()
    for hit in words.no_negation.find(tokens):
        spared.update(range(hit.first, hit.last + 1))
    for hedge in found:
        if hedge.entry.kind not in _VERBS:
            spared.update(range(hedge.first, hedge.last + 1))
    return any(i not in spared and not _number(tokens, i) for i in denying)


def _number(tokens: Sequence[Token], at: int) -> bool:
    """Whether "No." abbreviates number ("Debate No. 2")."""
    after = [token.low for token in tokens[at + 1 : at + 3]]
    return tokens[at].text == "No" and after[:1] == ["."] and len(after) == 2 and after[1][0].isdecimal()


def _carrying_verb(found: list[Found]) -> Found | None:
    """The verb that alone says how sure the claim is; None where a graded word or a belief does."""
    kinds = {f.entry.kind for f in found}
    if "graded" in kinds or (kinds & {"expectation", "fear"} and "possibility" not in kinds):
        return None
    wanted = ("possibility",) if "possibility" in kinds else _VERBS
    return next((f for f in found if f.entry.kind in wanted), None)


def _scope(tokens: Sequence[Token], found: list[Found], words: HedgeWords) -> range:
    """The tokens that a negation of the claim stands among.

    Where only a verb carries the claim ("will", "könnte") it begins at the verb if "and" joins the verb to
    what stands before, and ends where a subordinate clause follows ("… the impression that nobody cares").
    """
    verb = _carrying_verb(found)
    if verb is None:
        return range(len(tokens))
    joined = verb.first > 0 and tokens[verb.first - 1].low in words.joiner
    return range(verb.first if joined else 0, _clause_end(tokens, verb.last + 1, words))


def _clause_end(tokens: Sequence[Token], at: int, words: HedgeWords) -> int:
    """The first token from `at` on that begins a subordinate clause, or the end."""
    for i in range(at, len(tokens)):
        opens = tokens[i].low == "," and i + 1 < len(tokens) and tokens[i + 1].low in words.subordinate
        if opens or tokens[i].low in words.bare_subordinate:
            return i
    return len(tokens)
