"""The subject that an aside parts from its verb: "Jane Doe, who chairs the bank, expects", "X, an economist, said"."""

from collections.abc import Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.source_phrases import Source, is_plain_word, is_subject, source_at

_MOST_ASIDES = 3
_LONGEST_PHRASE = 12
_RELATIVE = frozenset({"relative", "question_word"})
_MARKS = frozenset('"“”«»')


def subject_across(
    passage: Passage, clause: Clause, at: int, names: Sequence[Name], language: LanguageLexicon
) -> Source | None:
    """The source before the asides that end with the comma before the verb at token `at`, if there are any."""
    clauses, tokens = passage.clauses, passage.tokens
    if clause.mark != "," or not _bare(passage, clause.first, at, language):
        return None
    here = clauses.index(clause)
    for h in range(here - 2, max(-1, here - 2 - _MOST_ASIDES), -1):
        if clauses[h + 1].mark != "," or not _is_aside(passage, clauses[h + 1], language):
            return None
        head = clauses[h]
        if head.last - head.first < _LONGEST_PHRASE and not _has_verb(passage, head, language):
            return _source_in(passage, head, at, names, language)
        if any(token.text in _MARKS for token in tokens[head.first : head.last + 1]):
            return None
    return None


def _bare(passage: Passage, first: int, at: int, language: LanguageLexicon) -> bool:
    """Whether nothing but what helps the verb stands before it in its clause."""
    return all(language.has("before_verb", token.low) for token in passage.tokens[first:at])


def _is_aside(passage: Passage, clause: Clause, language: LanguageLexicon) -> bool:
    tokens = passage.tokens
    if any(token.text in _MARKS for token in tokens[clause.first : clause.last + 1]):
        return False
    if not _RELATIVE.isdisjoint(clause.opener):
        return True
    behind = clause.first + 1
    if language.has("prepositions", tokens[clause.first].low) and passage.has_at(behind, "relative"):
        return True
    return not _has_verb(passage, clause, language)


def _has_verb(passage: Passage, clause: Clause, language: LanguageLexicon) -> bool:
    if clause.modal:
        return True
    helping = language.any_of("auxiliaries", "perfect_finites", "passive_finites", "before_verb")
    for i in range(clause.first, clause.last + 1):
        token = passage.tokens[i]
        if not token.is_word or token.is_capital:
            continue
        if token.low in helping or language.is_preterite(token.low) or passage.has_at(i, "say_verb"):
            return True
        if language.noun_capitals and language.is_finite(token.low) and not is_plain_word(token.low, language):
            return True
    return False


def _source_in(
    passage: Passage, head: Clause, at: int, names: Sequence[Name], language: LanguageLexicon
) -> Source | None:
    for i in range(head.first, head.last + 1):
        source = source_at(passage, i, names, language, at, "verb")
        if source is not None and not source.pronoun and is_subject(passage, i, source, language):
            return source
    last = passage.tokens[head.last]
    lone = head.first == head.last and last.is_capital and not is_plain_word(last.low, language)
    return Source(None, None, last.text, False, at, "verb") if lone else None
