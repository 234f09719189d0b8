"""An author's resolved predictions: the latest, the best and worst calls, and what could not be scored."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from registry.domain.calls import hit_of, resolved_parts, why_unscored
from registry.domain.judging import in_force
from registry.domain.record_rows import RecordRow
from registry.domain.scoring import UNITS, brier_units
from registry.domain.tally import is_scored
from registry.domain.vocabulary import AnnulReason, Outcome
from registry.schemas.resolved import (
    QuotedPrediction,
    ResolvedFilter,
    ResolvedPrediction,
    ResolvedPredictions,
    UnscoredCount,
)
from registry.storage.judgements import of_predictions, value_of
from registry.storage.parts import in_parts
from registry.storage.record_rows import AT_ONCE
from registry.storage.tables import AuthorRow, MentionRow
from registry.storage.track_records import read

Rows = Sequence[tuple[UUID, RecordRow]]
Line = TypeVar("Line", bound=ResolvedPrediction)
_COPIED = (
    "statement", "made_on", "due_on", "known_on", "probability", "probability_low", "probability_high",
    "probability_basis", "baseline", "outcome", "share",
)  # fmt: skip


def of_author(
    session: Session, author: AuthorRow, wanted: ResolvedFilter, *, as_of: datetime, now: datetime
) -> ResolvedPredictions:
    """The lists that `wanted` names, as they stood at `as_of`.

    Raises Missing for a collection that does not exist.
    """
    parts = resolved_parts(read(session, author.id, wanted, as_of=as_of, now=now))
    best, worst = parts.best[: wanted.extremes], parts.worst[: wanted.extremes]
    unscored = parts.unscored[: wanted.unscored]
    places = _places(session, [key for key, _ in (*best, *worst, *unscored)], as_of)
    reasons = _annulled_for(session, parts.unscored, as_of)

    def quoted(rows: Rows) -> list[QuotedPrediction]:
        return [_quoted(key, row, places.get(key), reasons.get(key)) for key, row in rows]

    return ResolvedPredictions(
        as_of=as_of,
        n_scored=len(parts.scored),
        n_hits=len(parts.best),
        n_misses=len(parts.worst),
        n_unscored=len(parts.unscored),
        latest=[_line(ResolvedPrediction, key, row) for key, row in parts.scored[: wanted.latest]],
        best=quoted(best),
        worst=quoted(worst),
        unscored=quoted(unscored),
        reasons=_counted(parts.unscored, reasons),
    )


def _line(kind: type[Line], key: UUID, row: RecordRow, **more: Any) -> Line:
    scored, value = is_scored(row), row.value or 0.0
    return kind(
        id=key,
        **{name: getattr(row, name) for name in _COPIED},
        hit=hit_of(row),
        brier=brier_units(row.probability or 0.0, value) / UNITS if scored else None,
        baseline_brier=brier_units(row.baseline_or_evens, value) / UNITS if scored else None,
        **more,
    )


def _quoted(key: UUID, row: RecordRow, place: MentionRow | None, reason: AnnulReason | None) -> QuotedPrediction:
    return _line(
        QuotedPrediction,
        key,
        row,
        quote=place.quote if place else None,
        said_in=(place.outlet or place.source or place.address) if place else None,
        reported_by=place.reported_by if place else None,
        unscored=None if is_scored(row) else why_unscored(row),
        annul_reason=reason,
    )


def _places(session: Session, ids: Iterable[UUID], as_of: datetime) -> dict[UUID, MentionRow]:
    """Of each prediction the first place that quotes it, else the first place."""
    found: dict[UUID, MentionRow] = {}
    query = select(MentionRow).where(
        col(MentionRow.prediction_id).in_(sorted(set(ids))), col(MentionRow.created_at) <= as_of
    )
    for row in session.exec(query.order_by(col(MentionRow.created_at), col(MentionRow.id))):
        held = found.get(row.prediction_id)
        if held is None or (held.quote is None and row.quote is not None):
            found[row.prediction_id] = row
    return found


def _annulled_for(session: Session, rows: Rows, as_of: datetime) -> dict[UUID, AnnulReason]:
    """Why the annulled ones were annulled, by the judgement that held."""
    ids = [key for key, row in rows if row.outcome is Outcome.annulled]
    reasons: dict[UUID, AnnulReason] = {}
    for part in in_parts(ids, AT_ONCE):
        for key, judged in of_predictions(session, part).items():
            held = in_force(map(value_of, judged), as_of)
            if held is not None and held.reason is not None:
                reasons[key] = held.reason
    return reasons


def _counted(rows: Rows, reasons: Mapping[UUID, AnnulReason]) -> list[UnscoredCount]:
    counts = Counter((why_unscored(row), reasons.get(key)) for key, row in rows)
    told = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))
    return [UnscoredCount(unscored=why, annul_reason=reason, n=n) for (why, reason), n in told]
