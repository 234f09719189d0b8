"""From rows to predictions as they travel: names for ids, and what follows from the time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from registry.domain.due import DueFacts, annulment_proposed, status_at, urgency_at
from registry.domain.postponing import verdict_demanded
from registry.domain.scoring import UNITS
from registry.schemas.authors import AuthorBrief
from registry.schemas.predictions import Prediction
from registry.storage.tables import (
    AuthorRow,
    CollectionRow,
    PersonRow,
    PredictionRow,
    QuestionRow,
    ScoreRow,
    TagRow,
)

_TAKEN_AS_THEY_ARE = frozenset(PredictionRow.model_fields) & frozenset(Prediction.model_fields)


def due_facts(row: PredictionRow) -> DueFacts:
    """What decides where a row stands."""
    return DueFacts(
        due_at=row.due_at,
        judged=row.outcome is not None,
        withdrawn=row.withdrawn_at is not None,
        condition_met=row.condition_met,
    )


def present(session: Session, rows: Sequence[PredictionRow], now: datetime) -> list[Prediction]:
    """The rows as they travel, at `now`; a fixed number of queries, however many rows."""
    if not rows:
        return []
    names = _Names.of(session, rows)
    return [_present_one(row, names, now) for row in rows]


@dataclass(frozen=True, slots=True)
class _Names:
    """The names behind the ids of some rows."""

    authors: dict[UUID, AuthorBrief]
    persons: dict[UUID, str]
    collections: dict[UUID, str]
    questions: dict[UUID, str]
    tags: dict[UUID, list[str]]
    scores: dict[UUID, tuple[int, int]]

    @classmethod
    def of(cls, session: Session, rows: Sequence[PredictionRow]) -> "_Names":
        """Read them, one query for each kind that occurs."""
        authors = {row.author_id for row in rows} | {row.author_id_as_entered for row in rows}
        persons = {row.entered_by_id for row in rows} | {row.assignee_id for row in rows}
        named = _read(session, AuthorRow, authors, AuthorRow.slug, AuthorRow.name)
        return cls(
            authors={row_id: AuthorBrief(slug=slug, name=name) for row_id, slug, name in named},
            persons=dict(_read(session, PersonRow, persons, PersonRow.name)),
            collections=dict(_read(session, CollectionRow, {row.collection_id for row in rows}, CollectionRow.slug)),
            questions=dict(_read(session, QuestionRow, {row.question_id for row in rows}, QuestionRow.slug)),
            tags=_tags(session, [row.id for row in rows]),
            scores=_scores(session, [row.id for row in rows if row.outcome is not None]),
        )


def _present_one(row: PredictionRow, names: _Names, now: datetime) -> Prediction:
    facts = due_facts(row)
    brier, log = names.scores.get(row.id, (None, None))
    is_merged = row.author_id != row.author_id_as_entered
    # All columns are loaded; reading them past the attributes halves the cost of a long page.
    values: dict[str, Any] = {name: value for name, value in vars(row).items() if name in _TAKEN_AS_THEY_ARE}
    values |= {
        "author": names.authors[row.author_id],
        "entered_as": names.authors[row.author_id_as_entered] if is_merged else None,
        "entered_by": names.persons[row.entered_by_id],
        "assignee": names.persons[row.assignee_id] if row.assignee_id else None,
        "collection": names.collections[row.collection_id] if row.collection_id else None,
        "question": names.questions[row.question_id] if row.question_id else None,
        "status": status_at(facts, now),
        "urgency": urgency_at(facts, now),
        "annulment_proposed": annulment_proposed(facts),
        "verdict_demanded": verdict_demanded(facts, row.horizon_on, now, row.time_zone),
        "tags": names.tags.get(row.id, []),
        "brier": None if brier is None else brier / UNITS,
        "log_score": None if log is None else log / UNITS,
    }
    return Prediction(**values)


def _read(session: Session, table: Any, ids: Iterable[UUID | None], *columns: Any) -> Iterable[Any]:
    """Ids with the named columns; columns alone, since whole rows would cost several times as much."""
    wanted = [one for one in ids if one is not None]
    return session.exec(select(table.id, *columns).where(col(table.id).in_(wanted))).all() if wanted else ()


def _tags(session: Session, ids: list[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    query = select(TagRow.prediction_id, TagRow.name).where(col(TagRow.prediction_id).in_(ids))
    for prediction_id, name in session.exec(query.order_by(col(TagRow.name))):
        found[prediction_id].append(name)
    return found


def _scores(session: Session, ids: list[UUID]) -> dict[UUID, tuple[int, int]]:
    if not ids:
        return {}
    query = select(ScoreRow.prediction_id, ScoreRow.brier_units, ScoreRow.log_units)
    found = session.exec(query.where(col(ScoreRow.prediction_id).in_(ids)))
    return {prediction_id: (brier, log) for prediction_id, brier, log in found}
