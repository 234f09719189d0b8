"""Papers, firms and ships whose names stand in quotation marks: "laut „Stadtbote“", "das Magazin „Nord“ schreibt"."""

from collections.abc import Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.tokens import Token

_LONGEST = 4
_OPENING = frozenset('"„“«»')
_CLOSING = frozenset('"“”«»')


def quoted_name_behind(text: str, tokens: Sequence[Token], first: int, language: LanguageLexicon) -> str | None:
    """The name in quotation marks that begins at token `first`, an article or what it is before it left out."""
    for i in range(first, min(len(tokens), first + 3)):
        if tokens[i].text in _OPENING:
            return _inside(text, tokens, i)
        if not (language.has("articles", tokens[i].low) or language.has("papers", tokens[i].low)):
            return None
    return None


def quoted_name_before(text: str, tokens: Sequence[Token], last: int, language: LanguageLexicon) -> str | None:
    """The name in quotation marks that ends at token `last`, with an article or what it is right before it."""
    if last < 3 or tokens[last].text not in _CLOSING:
        return None
    opening = next((i for i in range(last - 2, max(0, last - 2 - _LONGEST), -1) if tokens[i].text in _OPENING), 0)
    before = tokens[opening - 1].low if opening else ""
    led = language.has("articles", before) or language.has("papers", before)
    return _inside(text, tokens, opening) if led else None


def _inside(text: str, tokens: Sequence[Token], opening: int) -> str | None:
    """What stands between the mark at token `opening` and the next, if it is short and begins with a capital."""
    end = next((i for i in range(opening + 1, min(len(tokens), opening + 2 + _LONGEST)) if _closes(tokens[i])), 0)
    if end < opening + 2 or not tokens[opening + 1].is_capital or not all(t.is_word for t in tokens[opening + 1 : end]):
        return None
    return text[tokens[opening + 1].start : tokens[end - 1].end]


def _closes(token: Token) -> bool:
    return token.text in _CLOSING
