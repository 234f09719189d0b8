"""A present tense that somebody's belief moves into the future: "He thinks the state wins"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import speaks_of_past
from registry.domain.extraction.tokens import Token


def believed_present(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading at the verb of each clause in which a belief governs an event in the present tense."""
    beliefs = [hit.last for hit in hits if hit.word_class == "belief"]
    for number, clause in enumerate(clauses if beliefs else ()):
        believed = next((at for at in beliefs if clause.first <= at <= clause.last), None)
        if believed is None or clause.modal or speaks_of_past(tokens, clause, language):
            continue
        events = [hit.first for hit in hits if hit.word_class == "outcome" and believed < hit.first <= clause.last]
        if events:
            yield Reading("believed_present", events[0], number, events[0])
