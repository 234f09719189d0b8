"""The verbs that a modal or auxiliary governs: "wird ... steigen", "will have been sold"."""

from collections.abc import Sequence
from typing import NamedTuple

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.tokens import Token


class VerbGroup(NamedTuple):
    """What stands with a finite verb.

    `main` is the token index of the full verb, None where none was found. `perfect` (have sold), `passive` (be sold)
    and `infinitive` (the full verb is one, so that a future auxiliary means the future) are read from the forms.
    """

    main: int | None
    infinitive: bool
    passive: bool
    perfect: bool


_NOTHING = VerbGroup(None, False, False, False)


def verb_group(tokens: Sequence[Token], at: int, first: int, last: int, language: LanguageLexicon) -> VerbGroup:
    """The group of the finite verb at token `at` within the clause first..last (inclusive)."""
    if language.morphology.verb_last:
        return _closing_group(tokens, at, first, last, language)
    return _following_group(tokens, at, last, language)


def _closing_group(tokens: Sequence[Token], at: int, first: int, last: int, language: LanguageLexicon) -> VerbGroup:
    """German: the governed verbs close the clause, or stand before a finite verb that closes it."""
    closes = not any(t.is_word for t in tokens[at + 1 : last + 1]) or _compares_behind(
        tokens, at, first, last, language
    )
    low, high = (first, at - 1) if closes else (at + 1, last)
    chain: list[int] = []
    for i in range(high, low - 1, -1):
        if _verbal(tokens, i, language):
            chain.append(i)
        elif chain or (closes and i < high - 1):
            break
    while len(chain) > 1 and language.has("modal_infinitives", tokens[chain[0]].low):
        chain.pop(0)
    if not chain:
        return _NOTHING
    outer, inner = tokens[chain[0]].low, tokens[chain[1]].low if len(chain) > 1 else ""
    moved = language.has("perfect_participles", inner)
    if inner and not language.is_participle(outer) and (moved or language.is_participle(inner)):
        perfect = language.has("perfect_auxiliaries", outer) or moved
        return VerbGroup(chain[1], True, language.has("passive_auxiliaries", outer), perfect)
    return VerbGroup(chain[0], not language.is_participle(outer), language.is_participle(outer), False)


def _compares_behind(tokens: Sequence[Token], at: int, first: int, last: int, language: LanguageLexicon) -> bool:
    """Whether only a comparison stands behind the verbs: "die besser sein werden als bisher"."""
    if not first < at < last or not language.has("comparing", tokens[at + 1].low):
        return False
    return not tokens[at - 1].is_capital and language.is_infinitive(tokens[at - 1].low)


def _verbal(tokens: Sequence[Token], i: int, language: LanguageLexicon) -> bool:
    token = tokens[i]
    if token.is_capital or not token.is_word or (i + 1 < len(tokens) and tokens[i + 1].is_capital):
        return False
    if i and tokens[i - 1].low == language.morphology.infinitive_mark:
        return False
    return language.is_infinitive(token.low) or language.is_participle(token.low)


def _following_group(tokens: Sequence[Token], at: int, last: int, language: LanguageLexicon) -> VerbGroup:
    """English: the governed verbs follow, behind adverbs, negation and in questions the subject."""
    chain = []
    for i in range(at + 1, min(last, at + 12) + 1):
        low = tokens[i].low
        if not tokens[i].is_word or language.has("between_verbs", low) or low.endswith("ly"):
            continue
        if tokens[i].is_capital and language.has("prepositions", tokens[i - 1].low):
            break  # "He believes it will in Britain"
        chain.append(i)
        if not (language.has("perfect_auxiliaries", low) or language.has("passive_auxiliaries", low)):
            break
    if not chain:
        return _NOTHING
    main, before = chain[-1], [tokens[i].low for i in chain[:-1]]
    participle = language.is_participle(tokens[main].low)
    perfect = bool(before) and language.has("perfect_auxiliaries", before[0]) and (participle or len(before) > 1)
    passive = participle and bool(before) and language.has("passive_auxiliaries", before[-1])
    if before and not participle and not tokens[main].low.endswith("ing"):
        main = chain[-2]
    return VerbGroup(main, True, passive, perfect)
