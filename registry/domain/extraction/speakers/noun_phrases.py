"""What stands behind the noun of a group and belongs to its name: "analysts in London", "voters polled by us"."""

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage

_LONGEST = 8
_VERBS = frozenset(
    "say_verb source_verb view_opens that relative future would could may might can should copula".split()
)
_OWNING = frozenset({"'s", "'"})
_INSIDE = frozenset("'’-&")


def phrase_end(passage: Passage, last: int, language: LanguageLexicon) -> int:
    """The last token of the noun phrase whose noun is at token `last`: that noun where nothing of it follows.

    A time ("officials on Monday") and an occasion ("analysts in a note") are no part of who speaks.
    """
    tokens = passage.tokens
    at = last + 1
    if at >= len(tokens) or not language.has("phrase_tails", tokens[at].low):
        return last
    alone = at if language.has("lone_tails", tokens[at].low) else last
    if at + 1 == len(tokens) or _is_time(passage, at + 1, language):
        return alone
    stop = min(len(tokens), at + _LONGEST)
    end = next((i for i in range(at + 1, stop) if _ends_phrase(passage, i, at, language)), stop) - 1
    while end > at and (not tokens[end].is_word or language.has("articles", tokens[end].low)):
        end -= 1
    return alone if end == at else end


def _is_time(passage: Passage, i: int, language: LanguageLexicon) -> bool:
    """Whether a preposition before token `i` tells when or how it was said rather than who said it."""
    token = passage.tokens[i]
    named = passage.has_at(i, "weekday") or passage.has_at(i, "month")
    return named or token.text[0].isdigit() or language.has("no_tails", token.low)


def _ends_phrase(passage: Passage, i: int, opener: int, language: LanguageLexicon) -> bool:
    """Whether a mark, a verb, an adverb before one or a further preposition ends the phrase before token `i`."""
    token = passage.tokens[i]
    if not token.is_word:
        return token.low not in _INSIDE
    if language.has("prepositions", token.low):
        if i == opener + 1 or language.has("partitive", token.low):
            return False
        follows = i + 1 < len(passage.tokens) and not _is_time(passage, i + 1, language)
        return not follows or not language.has("phrase_tails", token.low)
    if token.is_capital:
        return False
    helping = language.any_of("auxiliaries", "perfect_finites", "passive_finites", "before_verb", "so_words")
    if token.low in helping or language.is_preterite(token.low):
        return True
    return any(passage.has_at(i, word_class) for word_class in _VERBS)


def is_owner(passage: Passage, i: int) -> bool:
    """Whether token `i` tells whose the noun behind it is: "the bank's economists", "the growers' federation"."""
    tokens = passage.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].low not in _OWNING or tokens[i + 1].start != tokens[i].end:
        return False
    plural = tokens[i + 1].low == "'"
    return (
        tokens[i + 2].is_word and tokens[i + 2].start > tokens[i + 1].end and (not plural or tokens[i].low[-1] == "s")
    )
