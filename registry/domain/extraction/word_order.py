"""German word order: a clause with its verb at the end, or at the start, put as a sentence of its own."""

from collections.abc import Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import is_role
from registry.domain.extraction.tokens import Token

_MOST_ADJECTIVES = 3


def with_verb_second(tokens: Sequence[Token], order: Sequence[int], verb: int, language: LanguageLexicon) -> list[int]:
    """Token indices with `verb` moved behind the first constituent; empty where that is not safely known.

    A full verb with a prefix that would part from it stays where it is ("ansteigt" would become "steigt ... an").
    """
    rest = [i for i in order if i != verb]
    low = tokens[verb].low
    if not _may_move(low, language) or not rest or _has_verbs(tokens, rest, language):
        return []
    length = first_constituent([tokens[i] for i in rest], language)
    return [*rest[:length], verb, *rest[length:]] if 0 < length < len(rest) + 1 else []


def _has_verbs(tokens: Sequence[Token], rest: Sequence[int], language: LanguageLexicon) -> bool:
    """Whether another finite verb stands there, so that two clauses are one only by an "and"."""
    if any(language.has("auxiliaries", tokens[i].low) and not language.is_infinitive(tokens[i].low) for i in rest):
        return True
    joined = [i for i in rest if language.has("joining_words", tokens[i].low) and i]
    return any(language.is_finite(tokens[i - 1].low) and not tokens[i - 1].is_capital for i in joined)


def _may_move(verb: str, language: LanguageLexicon) -> bool:
    if language.has("auxiliaries", verb):
        return True
    return language.is_finite(verb) and not any(verb.startswith(p) for p in language.words.get("separable", ()))


def first_constituent(tokens: Sequence[Token], language: LanguageLexicon) -> int:
    """How many tokens the first constituent has; 0 where it cannot be told."""
    at = 1 if language.has("prepositions", tokens[0].low) else 0
    end = _noun_phrase(tokens, at, language)
    if not end:
        return 0
    while end < len(tokens) - 1 and _is_genitive(tokens, end, language):
        if at and not _is_surely_genitive(tokens, end, language):
            return 0
        end = _noun_phrase(tokens, end, language)
    if end < len(tokens) - 1 and language.has("and_words", tokens[end].low):
        return _noun_phrase(tokens, end + 1, language)
    return end


def _is_genitive(tokens: Sequence[Token], at: int, language: LanguageLexicon) -> bool:
    return language.has("genitive_articles", tokens[at].low) and _noun_phrase(tokens, at, language) > at + 1


def _is_surely_genitive(tokens: Sequence[Token], at: int, language: LanguageLexicon) -> bool:
    """Whether "der" does not begin the subject: "am Ende der Woche", but "am Ende der Kanzler"."""
    noun = tokens[_noun_phrase(tokens, at, language) - 1].low
    return not language.has("articles_of_subjects", tokens[at].low) or noun.endswith(
        tuple(language.words.get("feminine_endings", ()))
    )


def _noun_phrase(tokens: Sequence[Token], start: int, language: LanguageLexicon) -> int:
    """The end of the noun phrase that begins at token `start`; 0 where none does."""
    if start >= len(tokens):
        return 0
    follows = tokens[start + 1] if start + 1 < len(tokens) else None
    noun_follows = follows is not None and (follows.is_capital or language.is_adjective(follows.low))
    if language.has("lone_subjects", tokens[start].low) and not (
        noun_follows and language.has("articles", tokens[start].low)
    ):
        return start + 1
    at = start + 1 if language.has("noun_openers", tokens[start].low) else start
    adjectives = 0
    while at < len(tokens) and adjectives < _MOST_ADJECTIVES and _attributive(tokens[at], language):
        at, adjectives = at + 1, adjectives + 1
    if at >= len(tokens) or not tokens[at].is_capital:
        return 0
    return _nouns(tokens, at, language, bare=at == start)


def _attributive(token: Token, language: LanguageLexicon) -> bool:
    return token.text[0].isdigit() or (not token.is_capital and language.is_adjective(token.low))


def _nouns(tokens: Sequence[Token], at: int, language: LanguageLexicon, bare: bool) -> int:
    """The end of a name, or of one noun behind its article with the name that follows a role or a capital adjective."""
    while at + 1 < len(tokens) and tokens[at + 1].is_capital:
        low = tokens[at].low
        if not (bare or is_role(low, language) or language.is_adjective(low)):
            break
        at, bare = at + 1, bare or is_role(low, language)
    # "die Ratingagentur Standard & Poor's": where the name ends cannot be told.
    return 0 if any(token.text == "&" for token in tokens[at : at + 3]) else at + 1
