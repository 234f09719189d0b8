"""Proof that what was kept up to date equals what is computed afresh: scores, and the sums over them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, delete

from registry.actions.scoring import score_values
from registry.domain.judging import in_force, outcome_value
from registry.domain.vocabulary import Kind, Outcome
from registry.storage.judgements import of_prediction, value_of
from registry.storage.rollups import Cells, recomputed, replace_all, stored
from registry.storage.scores import SCORE_FIELDS, beside_their_predictions
from registry.storage.tables import ScoreRow

SHOWN = 20
"""Differences that are named; the rest are counted."""


@dataclass(slots=True)
class Recomputation:
    """What was compared, and what differed; equal means to the last unit of 1e-9.

    `put_right` tells that what differed was replaced.
    """

    n_scores: int = 0
    n_cells: int = 0
    n_differing: int = 0
    differing: list[str] = field(default_factory=list)
    put_right: bool = False

    def note(self, difference: str) -> None:
        """Count a difference, and name it while there are few."""
        self.n_differing += 1
        if len(self.differing) < SHOWN:
            self.differing.append(difference)


def recompute(session: Session, *, now: datetime, write: bool = False) -> Recomputation:
    """Compute all scores and sums afresh and compare them with the stored ones; `write` puts them right."""
    result = Recomputation()
    wrong = list(_compare_scores(session, result))
    _compare_sums(session, result)
    if write and result.n_differing:
        for prediction_id, fresh in wrong:
            _put_right(session, prediction_id, fresh, now)
        session.flush()
        replace_all(session, (cells for _, cells in recomputed(session)))
        result.put_right = True
    return result


Scores = dict[str, int] | None


def _compare_scores(session: Session, result: Recomputation) -> Iterator[tuple[UUID, Scores]]:
    for row in beside_their_predictions(session):
        held = {name: getattr(row, name) for name in SCORE_FIELDS} if row.score_version else None
        fresh = _score_of(row)
        result.n_scores += fresh is not None
        if held != fresh:
            result.note(f"score of prediction {row.id}: stored {held}, computed {fresh}")
            yield row.id, fresh


def _score_of(row: Any) -> Scores:
    if row.withdrawn_at is not None:
        return None
    value = outcome_value(Outcome(row.outcome) if row.outcome else None, row.share)
    return score_values(Kind(row.kind), row.probability, row.baseline, value)


def _put_right(session: Session, prediction_id: UUID, fresh: Scores, now: datetime) -> None:
    session.exec(delete(ScoreRow).where(col(ScoreRow.prediction_id) == prediction_id))
    held = in_force(map(value_of, of_prediction(session, prediction_id)))
    if fresh is not None and held is not None:
        session.add(ScoreRow(prediction_id=prediction_id, judgement_id=held.id, created_at=now, **fresh))


def _compare_sums(session: Session, result: Recomputation) -> None:
    for author_id, left, right in _side_by_side(stored(session), recomputed(session)):
        result.n_cells += len(right)
        for cell in sorted(left.keys() | right.keys()):
            if left.get(cell) != right.get(cell):
                result.note(f"sums of author {author_id}, {cell}: {left.get(cell)}, not {right.get(cell)}")


def _side_by_side(
    kept: Iterator[tuple[UUID, Cells]], fresh: Iterator[tuple[UUID, Cells]]
) -> Iterator[tuple[UUID, Cells, Cells]]:
    """Two lists in the order of authors, merged; whoever is missing on one side has no cells there."""
    left, right = next(kept, None), next(fresh, None)
    while left or right:
        author = min(one[0] for one in (left, right) if one)
        of_left = left[1] if left and left[0] == author else None
        of_right = right[1] if right and right[0] == author else None
        yield author, of_left or {}, of_right or {}
        left = left if of_left is None else next(kept, None)
        right = right if of_right is None else next(fresh, None)
