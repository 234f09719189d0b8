"""Words that look like a modal verb and are a month, a name or a noun: "before 1 May", "Mrs May", "die Würde"."""

from collections.abc import Sequence

from registry.domain.extraction.tokens import Token

_LONG = 4
_MOSTLY = 0.6


def is_no_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words at first..last are capitalised where verbs are not.

    Verbs have a capital at the start of a sentence and in a headline that capitalises its words. There too
    they are none beside a number ("May 9"), nor at the start of a sentence that goes on with another
    capital or a verb of the same kind ("May elections will").
    """
    word = tokens[first]
    if first != last or not word.text[:1].isupper():
        return False
    if _beside_a_number(tokens, first):
        return True
    if _opens(tokens, first) or word.text.isupper():
        return False
    return not _is_headline(tokens, first)


def _beside_a_number(tokens: Sequence[Token], at: int) -> bool:
    around = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
    return any(token.text.isdecimal() for token in around)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands at the start of a sentence."""
    return at == 0 or not (tokens[at - 1].is_word or tokens[at - 1].text in {",", ";", "-", "–", "'", "’"})


def _is_headline(tokens: Sequence[Token], at: int) -> bool:
    """Whether most of the longer words around are capitalised too."""
    others = [token.text for i, token in enumerate(tokens) if i not in (0, at) and len(token.text) >= _LONG]
    words = [text for text in others if text.isalpha()]
    return bool(words) and sum(text[0].isupper() for text in words) >= _MOSTLY * len(words)
