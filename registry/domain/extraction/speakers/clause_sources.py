"""Who speaks for a dependent clause: "Ada Hale, who expects rain, ...", "the bank sold it, warning that ..."."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.source_phrases import Source, is_subject, source_at

_NEAR = 3
_LONGEST = 20
_SAYING = frozenset({"say_verb", "source_verb", "say_participle"})


def clause_sources(passage: Passage, names: Sequence[Name], language: LanguageLexicon) -> Iterator[Source]:
    """Who speaks for relative and participle clauses alone, where nouns have no capitals."""
    if language.noun_capitals or not passage.has_any(_SAYING):
        return
    for number, clause in enumerate(passage.clauses):
        if not number or clause.mark != ",":
            continue
        source = _of_relative(passage, clause, names, language) or _of_participle(passage, clause, names, language)
        if source is not None:
            yield source


def _of_relative(passage: Passage, clause: Clause, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """The person or group right before ", who expects"."""
    if not language.has("who_words", passage.tokens[clause.first].low):
        return None
    verbs = (i for i in range(clause.first + 1, min(clause.last, clause.first + _NEAR) + 1))
    at = next((i for i in verbs if passage.has_at(i, "say_verb") or passage.has_at(i, "source_verb")), None)
    if at is None:
        return None
    before = clause.first - 2
    named = next((n for n in names if n.last == before and n.person), None)
    if named is not None:
        return Source(named, None, None, False, at, "clause")
    first = max((c.first for c in passage.clauses if c.last <= before), default=0)
    return _first(passage, range(max(first, before - _LONGEST), before + 1), at, names, language)


def _of_participle(passage: Passage, clause: Clause, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """The subject of the sentence that goes on with ", warning that"."""
    at = clause.first
    if not passage.has_at(at, "say_participle"):
        return None
    return _first(passage, range(min(at - 1, _LONGEST)), at, names, language)


def _first(passage: Passage, inside: range, at: int, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    for i in inside:
        source = source_at(passage, i, names, language, at, "clause")
        if source is not None and is_subject(passage, i, source, language):
            return source
    return None
