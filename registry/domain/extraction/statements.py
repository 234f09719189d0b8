"""A claim in words that stand on their own: the frame around it and its hedge removed, a pronoun replaced."""

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.tokens import Token
from registry.domain.extraction.units import Unit

_EDGES = ' ,;:–—-"„“”«»()\u00a0'
_FIRST_WORDS = 4


def statement_of(passage: Passage, unit: Unit, language: LanguageLexicon, antecedent: str | None) -> str:
    """The statement of a unit; `antecedent` is the person whom a pronoun at its start means."""
    first, last = passage.token_range(unit)
    first = _after_openers(passage, first, last)
    dropped = _hedges(passage, first, last)
    if not dropped and not antecedent:
        return _sentence(passage.text[passage.tokens[first].start : passage.tokens[last].end])
    parts = []
    for i in range(first, last + 1):
        token = passage.tokens[i]
        if i in dropped:
            continue
        gap = passage.text[passage.tokens[i - 1].end : token.start] if i > first else ""
        parts.append(gap + _word(token, i - first, language, antecedent))
    return _sentence("".join(parts))


def _sentence(text: str) -> str:
    words = " ".join(text.split()).strip(_EDGES)
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def _after_openers(passage: Passage, first: int, last: int) -> int:
    """Leave out "und", "aber", "that" at the start; a condition stays."""
    openers = {h.first for h in passage.hits if h.word_class in ("joiner", "contrast", "that")}
    while first < last and (first in openers or not passage.tokens[first].is_word):
        first += 1
    return first


def _hedges(passage: Passage, first: int, last: int) -> set[int]:
    """Tokens of adverbs of certainty inside the unit; one at the start stays, since German word order needs it."""
    return {
        h.first
        for h in passage.hits
        if h.word_class == "hedge_adverb" and h.first == h.last and first < h.first <= last
    }


def _word(token: Token, position: int, language: LanguageLexicon, antecedent: str | None) -> str:
    if antecedent and position < _FIRST_WORDS and language.has("subject_pronouns", token.low):
        return antecedent
    return token.text
