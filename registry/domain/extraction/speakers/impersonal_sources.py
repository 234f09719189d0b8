"""Where nobody is named who thinks so: "im Kreml rechnet man", "niemand im Rathaus glaubt", "unter Händlern gilt"."""

from collections.abc import Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.speakers.groups import is_group
from registry.domain.extraction.speakers.source_phrases import Source, noun_behind

_REACH = 3
_MOST_ADVERBS = 3


def by_circle(passage: Passage, hit: Hit, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """The circle of people in which something is expected or said: "im Handel wird erwartet", "in Kiew heißt es".

    What is expected "in Deutschland" may as well happen there: only a group counts, unless it is said there.
    """
    clause = next((c for c in passage.clauses if c.first <= hit.first <= c.last), None)
    if clause is None:
        return None
    place = _opening_place(passage, clause, hit.first, language)
    if place is None:
        place = next((i for i in range(hit.first + 1, hit.last) if _is_place(passage, i, language)), None)
    if place is None:
        return None
    said = any(language.has("said_words", token.low) for token in passage.tokens[hit.first : hit.last + 1])
    return _people_in(passage, place, hit.first, names, language, named=said)


def by_place(
    passage: Passage, clause: Clause, at: int, names: Sequence[Name], language: LanguageLexicon
) -> Source | None:
    """The place or circle in which "man", "niemand" or "kaum einer" beside the verb at token `at` thinks so."""
    subject = _anyone(passage, clause, at, language)
    if subject is None:
        return None
    if subject + 1 < min(clause.last, at if subject < at else clause.last) and _is_place(
        passage, subject + 1, language
    ):
        return _people_in(passage, subject + 1, at, names, language, named=True)
    place = _opening_place(passage, clause, at, language)
    return None if place is None else _people_in(passage, place, at, names, language, named=True)


def _anyone(passage: Passage, clause: Clause, at: int, language: LanguageLexicon) -> int | None:
    """The token of who stands for everybody or nobody: behind the verb, else at the start of its clause."""
    tokens = passage.tokens
    if at < clause.last and language.has("plural_too", tokens[at + 1].low) and tokens[at].low.endswith("n"):
        return at + 1
    anyone = language.words.get("anyone", frozenset())
    near = range(at + 1, min(clause.last, at + _REACH) + 1)
    opening = range(clause.first, min(at, clause.first + _REACH))
    found = next((i for i in (*near, *opening) if tokens[i].low in anyone), None)
    if found is None or found == at - 1 or found == clause.last or not tokens[found + 1].is_word:
        return found
    behind = tokens[found + 1]
    return None if behind.is_capital or language.is_adjective(behind.low) else found


def _opening_place(passage: Passage, clause: Clause, at: int, language: LanguageLexicon) -> int | None:
    """The preposition with which the clause begins, an adverb before it left out ("auch im Verein")."""
    for i in range(clause.first, min(at, clause.first + _MOST_ADVERBS)):
        if _is_place(passage, i, language):
            return i
        if passage.tokens[i].is_word and not language.has("before_places", passage.tokens[i].low):
            return None
    return None


def _is_place(passage: Passage, i: int, language: LanguageLexicon) -> bool:
    return language.has("place_prepositions", passage.tokens[i].low)


def _people_in(
    passage: Passage, place: int, at: int, names: Sequence[Name], language: LanguageLexicon, *, named: bool
) -> Source | None:
    """Those who are meant by the noun behind the preposition, a proper place only where it is `named` for them."""
    if language.has("possessives", passage.tokens[place + 1].low):
        return Source(None, None, None, True, at, "before")
    source = noun_behind(passage, place + 1, names, language, at, "verb")
    if source is None or source.name is not None:
        return source if named else None
    words = (source.group or source.role or "").lower().split()
    if any(is_group(word, language) or language.has("circles", word) for word in words):
        return source._replace(role=None, group=source.group or source.role)
    proper = named and not language.has("articles", passage.tokens[place + 1].low)
    proper = proper and language.has("place_names_behind", passage.tokens[place].low)
    return source if proper and not any(language.has("no_owners", word) for word in words) else None
