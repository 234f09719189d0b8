"""Keeping what an extractor found in an article."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.changing import apply_changes
from registry.actions.writing_events import write_events
from registry.domain.extraction.candidate import Candidate, Extraction
from registry.domain.vocabulary import CandidateState
from registry.schemas.candidates import CandidateFields, CandidatesFound
from registry.storage import candidates as stored
from registry.storage.tables import ArticleRow, CandidateRow

_LONGEST = {
    "statement": 4000,
    "speaker": 200,
    "condition": 2000,
    "hedge": 200,
    "due_text": 300,
    "due_rule": 100,
    "criteria": 8000,
    "horizon_reason": 300,
}
"""Words beyond these bounds are cut; the quote still stands in the article whole."""


def keep_found(
    session: Session, actor: Actor, article: ArticleRow, extraction: Extraction, now: datetime
) -> CandidatesFound:
    """Keep the candidates of an article that are not known yet; one is known by the places of its quotes.

    One that still waits takes on what is read now; one that a person decided on stays as it is.
    """
    known = _Known(stored.of_article(session, article.id))
    added: list[CandidateRow] = []
    updated: list[CandidateRow] = []
    # The surest is entered last: then it stands first where the latest come first.
    for candidate in reversed(extraction.candidates):
        values = _values(candidate, extraction)
        row = known.take(values["quotes"], values["statement"])
        if row is None:
            added.append(CandidateRow(**values, article_id=article.id, created_at=now))
        elif row.state == CandidateState.waiting and _take_on(row, values):
            updated.append(row)
    session.add_all(added)
    session.flush()
    write_events(session, actor, "found", "candidate", [(row, {}) for row in added], now)
    write_events(session, actor, "reread", "candidate", [(row, {}) for row in updated], now)
    return CandidatesFound(
        added=stored.present(session, added[::-1]),
        updated=stored.present(session, updated[::-1]),
        n_unchanged=len(extraction.candidates) - len(added) - len(updated),
        notes=list(extraction.notes),
    )


def _values(candidate: Candidate, extraction: Extraction) -> dict[str, Any]:
    values = {name: value for name, value in asdict(candidate).items() if name in CandidateFields.model_fields}
    for name, most in _LONGEST.items():
        if values[name] is not None:
            values[name] = values[name][:most]
    # As they come back from the database, where places are lists.
    places = {
        "quotes": [list(place) for place in candidate.quotes],
        "due_place": list(candidate.due_place) if candidate.due_place else None,
    }
    source = {
        "language": extraction.language,
        "extractor": extraction.extractor,
        "extractor_version": extraction.extractor_version,
    }
    return CandidateFields.model_validate(values | source | places).model_dump() | places


def _take_on(row: CandidateRow, values: dict[str, Any]) -> bool:
    changes = {name: value for name, value in values.items() if getattr(row, name) != value}
    if changes:
        apply_changes(row, changes)
        row.version += 1
    return bool(changes)


class _Known:
    """Candidates on record by where they stand; each is taken once."""

    def __init__(self, rows: Sequence[CandidateRow]) -> None:
        self._at: dict[tuple[int, ...], list[CandidateRow]] = defaultdict(list)
        self._taken: set[UUID] = set()
        for row in rows:
            for place in _places(row.quotes):
                self._at[place].append(row)

    def take(self, quotes: Sequence[Sequence[int]], statement: str) -> CandidateRow | None:
        """The likest candidate with one of these quotes; all need not agree, repeats may be read differently."""
        places = _places(quotes)
        there = [row for place in places for row in self._at[place] if row.id not in self._taken]
        if not there:
            return None
        row = max(there, key=lambda row: (_places(row.quotes) == places, row.statement == statement))
        self._taken.add(row.id)
        return row


def _places(quotes: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(place) for place in quotes)
