"""A subject that no list of groups and roles knows, before its verb: "most still believe", "the other four"."""

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage

_MOST_WORDS = 9
_VERBS = frozenset(
    "say_verb source_verb that relative question_word future would could may might can should copula".split()
)
_MARKS = frozenset("'’-")


def plain_subject(passage: Passage, first: int, verb: int, language: LanguageLexicon) -> tuple[int, int] | None:
    """First and last token of the noun phrase that fills tokens first..verb-1, if a speaker's verb stands behind it.

    Only where nouns have no capitals. What a thing may do ("the figures show") makes nobody a speaker.
    """
    tokens = passage.tokens
    if language.noun_capitals or language.has("thing_verbs", tokens[verb].low):
        return None
    last = verb - 1
    while last >= first and language.has("before_verb", tokens[last].low):
        last -= 1
    while first <= last and _leads_in(passage, first, language):
        first += 1
    if not 0 <= last - first < _MOST_WORDS or language.has("no_subjects", tokens[first].low):
        return None
    bound = language.any_of("prepositions", "perfect_finites", "no_source", "before_verb")
    if tokens[first].low in bound or language.is_preterite(tokens[first].low):
        return None
    if language.has("prepositions", tokens[last].low):
        return None
    return None if any(_parts(passage, i, language) for i in range(first, last + 1)) else (first, last)


def _leads_in(passage: Passage, i: int, language: LanguageLexicon) -> bool:
    """Whether the token only leads to the subject: a mark, "and", an article, an adverb."""
    token = passage.tokens[i]
    led = not token.is_word or passage.has_at(i, "joiner") or passage.has_at(i, "contrast")
    return led or language.has("articles", token.low) or token.low.endswith("ly")


def _parts(passage: Passage, i: int, language: LanguageLexicon) -> bool:
    """Whether a mark or a verb at token `i` shows that the words are no single noun phrase."""
    token = passage.tokens[i]
    if not token.is_word:
        return token.low not in _MARKS and token.low != "'s"
    return language.has("preterites", token.low) or any(passage.has_at(i, word_class) for word_class in _VERBS)
