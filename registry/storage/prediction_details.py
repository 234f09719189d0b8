"""A prediction with everything that hangs on it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from registry.schemas.mentions import Mention
from registry.schemas.predictions import PredictionDetail
from registry.storage import judgements
from registry.storage.predictions import row_of
from registry.storage.presenting_predictions import present
from registry.storage.tables import MentionRow, PredictionRow


def detail(session: Session, prediction_id: UUID, now: datetime) -> PredictionDetail:
    """A prediction with its mentions, judgements and later revisions. Raises Missing."""
    row = row_of(session, prediction_id)
    revisions = select(PredictionRow.id).where(col(PredictionRow.revises) == prediction_id)
    return PredictionDetail(
        **dict(present(session, [row], now)[0]),
        mentions=mentions_of(session, prediction_id),
        judgements=judgements.present(session, judgements.of_prediction(session, prediction_id)),
        revised_by=list(session.exec(revisions.order_by(col(PredictionRow.id))).all()),
    )


def mentions_of(session: Session, prediction_id: UUID) -> list[Mention]:
    """The places where a prediction was made, in the order in which they were entered."""
    query = select(MentionRow).where(col(MentionRow.prediction_id) == prediction_id)
    rows = session.exec(query.order_by(col(MentionRow.created_at), col(MentionRow.id)))
    return [Mention.model_validate(row, from_attributes=True) for row in rows]
