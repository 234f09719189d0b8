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
    if row.withdrawn_at is not None:
        return None
    found = score_values(Kind(row.kind), row.probability, row.baseline, value)
    if found is None:
        return None
    return ScoreRow(prediction_id=row.id, judgement_id=judgement_id, created_at=now, **found)


def score_values(
    kind: Kind, probability: float | None, baseline: float | None, value: float | None
) -> dict[str, int] | None:
    """The scores of a probability whose outcome has that value in [0, 1]; None for what is never scored."""
    if value is None or probability is None or kind == Kind.announcement:
        return None
    return {
        "brier_units": brier_units(probability, value),
        "log_units": log_units(probability, value),
        "baseline_brier_units": brier_units(EVENS if baseline is None else baseline, value),
        "score_version": SCORE_VERSION,
    }
