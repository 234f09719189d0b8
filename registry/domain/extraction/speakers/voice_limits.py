"""How far what somebody says reaches in a sentence of several main clauses: "X rechnet mit Eis, und Y wird fehlen"."""

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.source_phrases import Source
from registry.domain.extraction.units import Unit

_REPORTING = frozenset(
    "subjunctive_report can_reported shall_reported would would_irreg would_must could report_marker".split()
)
_JOINERS = frozenset({"joiner", "contrast"})
_HANGING = frozenset("relative that whether question_word condition_head concession cause purpose_head".split())


def speaks_elsewhere(passage: Passage, unit: Unit, source: Source, language: LanguageLexicon) -> bool:
    """Whether the verb of the source has all that it governs before a further main clause, in which the unit stands.

    A unit in the mood of a report still belongs to the report. Only where a comma parts a verb from what is said: else
    nothing tells what the verb governs.
    """
    if not language.morphology.verb_last or source.how != "verb" or not _REPORTING.isdisjoint(passage.classes_of(unit)):
        return False
    told = passage.clause_of(source.at)
    if unit.first <= told:
        return False
    clauses = passage.clauses
    hanging = [_hangs(passage, clauses[c], language) for c in range(told + 1, unit.first + 1)]
    main = hanging.index(False) if False in hanging else None
    return main is not None and _begins_anew(clauses[told + 1 + main])


def _begins_anew(clause: Clause) -> bool:
    """Whether a main clause begins behind a semicolon, or with "and" or "but" behind a comma."""
    return clause.mark == ";" or (clause.mark == "," and not _JOINERS.isdisjoint(clause.opener))


def _hangs(passage: Passage, clause: Clause, language: LanguageLexicon) -> bool:
    first = passage.tokens[clause.first].low
    return not clause.opener.isdisjoint(_HANGING) or language.has("hanging_words", first)
