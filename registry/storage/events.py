"""History as stored."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from registry.domain.errors import Missing
from registry.schemas.events import Event
from registry.storage.tables import (
    EventRow,
    EventTextRow,
    JudgementRow,
    MentionRow,
    PersonRow,
    PredictionRow,
)

# Any number, so long as every process of the product asks for the same one.
_SEALING_LOCK = 7_215_360_002


def read_events(session: Session, after: int, limit: int) -> list[EventRow]:
    """Events of a higher position than `after`, in order of position, `limit` at most."""
    query = select(EventRow).where(col(EventRow.position) > after).order_by(col(EventRow.position)).limit(limit)
    return list(session.exec(query).all())


def read_history(session: Session, prediction_id: UUID) -> list[EventRow]:
    """Every event of a prediction, its mentions and its judgements, the oldest first. Raises Missing.

    At one instant its first event comes before those of its places, in whichever order a batch wrote them.
    """
    if session.get(PredictionRow, prediction_id) is None:
        raise Missing(f"There is no prediction {prediction_id}.")
    mentions = select(MentionRow.id).where(col(MentionRow.prediction_id) == prediction_id)
    judgements = select(JudgementRow.id).where(col(JudgementRow.prediction_id) == prediction_id)
    is_of_it = or_(
        and_(col(EventRow.noun) == "prediction", col(EventRow.noun_id) == prediction_id),
        _is_one_of("mention", mentions),
        _is_one_of("judgement", judgements),
    )
    is_first = and_(col(EventRow.noun) == "prediction", col(EventRow.noun_version) == 1)
    order = (col(EventRow.at), case((is_first, 0), else_=1), col(EventRow.id))
    return list(session.exec(select(EventRow).where(is_of_it).order_by(*order)).all())


def present(session: Session, rows: Sequence[EventRow]) -> list[Event]:
    """Events as they are read, with the name of who acted and the words that were not taken down."""
    texts = _texts(session, [row.id for row in rows])
    names = _names(session, {row.person_id for row in rows if row.person_id is not None})
    return [
        Event(
            **row.model_dump(exclude={"body", "person_id", "key_id"}),
            person=names.get(row.person_id) if row.person_id else None,
            body=json.loads(row.body),
            texts=texts[row.id],
        )
        for row in rows
    ]


def seal_next(session: Session, limit: int) -> int:
    """Give the oldest events without a position the next ones; how many there were.

    One sealer at a time: on PostgreSQL by a lock held to the end of the transaction, on SQLite because only
    one transaction writes.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_SEALING_LOCK)))
    last = session.exec(select(func.max(EventRow.position))).one() or 0
    query = select(EventRow.id).where(col(EventRow.position).is_(None))
    waiting = session.exec(query.order_by(col(EventRow.at), col(EventRow.id)).limit(limit)).all()
    if waiting:
        positions = [{"id": event, "position": last + place} for place, event in enumerate(waiting, start=1)]
        session.execute(update(EventRow), positions)
    return len(waiting)


def _is_one_of(noun: str, ids: SelectOfScalar[UUID]) -> ColumnElement[bool]:
    return and_(col(EventRow.noun) == noun, col(EventRow.noun_id).in_(ids))


def _texts(session: Session, events: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    query = select(EventTextRow).where(col(EventTextRow.event_id).in_(events), col(EventTextRow.text).is_not(None))
    for row in session.exec(query.order_by(col(EventTextRow.field))):
        found[row.event_id][row.field] = row.text or ""
    return found


def _names(session: Session, persons: set[UUID]) -> dict[Any, str]:
    query = select(PersonRow.id, PersonRow.name).where(col(PersonRow.id).in_(persons))
    return dict(session.exec(query).all())
