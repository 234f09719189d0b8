"""Scores that follow from the judgement in force, written in the transaction that changes it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from registry.domain.judging import outcome_value
from registry.domain.scoring import EVENS, SCORE_VERSION, brier_units, log_units
from registry.domain.vocabulary import Kind, Outcome
from registry.storage.tables import PredictionRow, ScoreRow


def rescore(session: Session, row: PredictionRow, judgement_id: UUID | None, now: datetime) -> None:
    """Make the stored score of a prediction what its outcome now says, or remove it."""
    present = session.get(ScoreRow, row.id)
    if present is not None:
        session.delete(present)
        session.flush()
    score = score_of(row, judgement_id, now) if judgement_id is not None else None
    if score is not None:
        session.add(score)


def score_of(row: PredictionRow, judgement_id: UUID, now: datetime) -> ScoreRow | None:
    """The score of a prediction; None for what is never scored or has no probability or no clear outcome."""
    value = outcome_value(Outcome(row.outcome) if row.outcome else None, row.share)
    if value is None or row.probability is None or row.kind == Kind.announcement or row.withdrawn_at:
        return None
    return ScoreRow(
        prediction_id=row.id,
        judgement_id=judgement_id,
        brier_units=brier_units(row.probability, value),
        log_units=log_units(row.probability, value),
        baseline_brier_units=brier_units(EVENS if row.baseline is None else row.baseline, value),
        score_version=SCORE_VERSION,
        created_at=now,
    )
