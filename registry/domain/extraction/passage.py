"""A sentence with everything the recognisers need: its words, the word classes found in it, its clauses."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from registry.domain.extraction.clauses import MODAL, Clause, clauses_of
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers import readings_of
from registry.domain.extraction.remembering import once
from registry.domain.extraction.sentences import Sentence
from registry.domain.extraction.tokens import Token, tokenise
from registry.domain.extraction.units import Unit, units_of

# No sentence of an article has nearly as many; what has, is no sentence, and may not slow the reading of the rest.
_MOST_TOKENS, _MOST_CLAUSES = 300, 60
_FIRST, _CLASS = attrgetter("first"), attrgetter("word_class")


class Passage(NamedTuple):
    """One sentence of `text`, read; `classes` are the word classes of which a phrase stands in it."""

    text: str
    sentence: Sentence
    tokens: list[Token]
    hits: list[Hit]
    clauses: list[Clause]
    readings: tuple[Reading, ...]
    classes: frozenset[str]

    @property
    def words(self) -> str:
        """The sentence as it stands in the text."""
        return self.text[self.sentence.start : self.sentence.end]

    def token_range(self, unit: Unit) -> tuple[int, int]:
        """First and last token (inclusive) of a unit."""
        return self.clauses[unit.first].first, self.clauses[unit.last].last

    def span(self, unit: Unit) -> tuple[int, int]:
        """Offsets [start, end) of a unit in the text, a closing full stop left out unless it ends the sentence."""
        first, last = self.token_range(unit)
        return self.tokens[first].start, self.tokens[last].end

    def classes_of(self, unit: Unit) -> frozenset[str]:
        """The word classes found in the clauses of a unit."""
        if unit.first == unit.last:
            return self.clauses[unit.first].classes
        return frozenset().union(*(c.classes for c in self.clauses[unit.first : unit.last + 1]))

    def has_any(self, word_classes: frozenset[str]) -> bool:
        """Whether a phrase of one of the word classes stands in the sentence."""
        return not word_classes.isdisjoint(self.classes)

    def clause_of(self, at: int) -> int:
        """Number of the clause that token `at` stands in or right behind."""
        return bisect_right(self.clauses, at, key=_FIRST) - 1

    def has_at(self, at: int, word_class: str) -> bool:
        """Whether a phrase of the word class begins at token `at`."""
        found = bisect_left(self.hits, at, key=_FIRST)
        while found < len(self.hits) and self.hits[found].first == at:
            if self.hits[found].word_class == word_class:
                return True
            found += 1
        return False

    def units(self) -> Iterator[Unit]:
        """The spans that may carry a claim each."""
        yield from units_of(self.clauses, self.readings)


def read_passage(text: str, sentence: Sentence, language: LanguageLexicon) -> Passage:
    """Words, word classes and clauses of one sentence; of what nobody writes, the first words alone."""
    tokens = tokenise(text, sentence.start, sentence.end)
    hits = _without_months(tokens, language.index.find(tokens)) if len(tokens) <= _MOST_TOKENS else []
    clauses = clauses_of(tokens, hits) if len(tokens) <= _MOST_TOKENS else []
    if len(tokens) > _MOST_TOKENS or len(clauses) > _MOST_CLAUSES:
        tokens = tokens[:_MOST_TOKENS]
        whole = Clause(0, len(tokens) - 1, frozenset(), frozenset(), "")
        return Passage(text, sentence, tokens, [], [whole], (), frozenset())
    classes = once(frozenset(map(_CLASS, hits)))
    readings = readings_of(tokens, hits, clauses, language, classes)
    return Passage(text, sentence, tokens, hits, clauses, readings, classes)


def _without_months(tokens: list[Token], hits: list[Hit]) -> list[Hit]:
    """The hits without verbs that are the name of a month: "in May"."""
    if "month" not in set(map(_CLASS, hits)):
        return hits
    months = [last for word_class, first, last in hits if word_class == "month" and first < last]
    dated = [at for at in months if tokens[at].is_capital]
    return [hit for hit in hits if hit.first not in dated or hit.word_class not in MODAL] if dated else hits
