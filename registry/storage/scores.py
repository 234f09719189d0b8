"""Scores as stored."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col, or_, select

from registry.storage.record_rows import AT_ONCE
from registry.storage.tables import PredictionRow, ScoreRow

SCORE_FIELDS = ("brier_units", "log_units", "baseline_brier_units", "score_version")


def beside_their_predictions(session: Session) -> Iterator[Row[Any]]:
    """What a score follows from, beside what is stored; every prediction that has an outcome or a score."""
    row = PredictionRow
    columns = (row.id, row.kind, row.probability, row.baseline, row.outcome, row.share, row.withdrawn_at)
    query = (
        select(*map(col, columns), *(getattr(ScoreRow, name) for name in SCORE_FIELDS))
        .join(ScoreRow, col(ScoreRow.prediction_id) == col(row.id), isouter=True)
        .where(or_(col(row.outcome).is_not(None), col(ScoreRow.prediction_id).is_not(None)))
        .order_by(col(row.id))
    )
    return iter(session.execute(query.execution_options(yield_per=AT_ONCE)))
