"""Taking mentions off a prediction that were added to it by mistake."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions.acting import Actor
from registry.actions.writing_events import write_events
from registry.storage.predictions import for_change
from registry.storage.tables import MentionRow


def remove(
    session: Session,
    actor: Actor,
    prediction_id: UUID,
    article_id: UUID,
    places: Collection[tuple[int, ...]],
    *,
    now: datetime,
) -> int:
    """Remove the mentions of a prediction at these places of an article; the history keeps them.

    Returns how many there were. Raises Missing where there is no such prediction.
    """
    prediction = for_change(session, prediction_id)
    query = select(MentionRow).where(
        col(MentionRow.prediction_id) == prediction_id, col(MentionRow.article_id) == article_id
    )
    rows = [row for row in session.exec(query) if (row.quote_start, row.quote_end) in places]
    write_events(session, actor, "removed", "mention", [(row, {}) for row in rows], now)
    for row in rows:
        session.delete(row)
    prediction.version += 1
    session.flush()
    return len(rows)
