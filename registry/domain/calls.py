"""Which predictions of a record tell most: its best and worst calls, and what could not be scored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from registry.domain.record_rows import RecordRow
from registry.domain.scoring import brier_units, is_call, is_hit
from registry.domain.tally import is_scored
from registry.domain.vocabulary import Kind, Outcome, Status

Key = TypeVar("Key")
Keyed = tuple[Key, RecordRow]


class Unscored(StrEnum):
    """Why a resolved prediction could not be scored."""

    ambiguous = "ambiguous"
    annulled = "annulled"
    without_probability = "without_probability"


@dataclass(frozen=True, slots=True)
class ResolvedParts(Generic[Key]):
    """The resolved predictions of a record, each list in full and in its order.

    `scored` and `unscored` come with the latest outcome first, `best` are the hits and `worst` the misses, those
    first that gained or lost most against their baseline, and among equals those said longest before.
    """

    scored: Sequence[Keyed[Key]]
    unscored: Sequence[Keyed[Key]]
    best: Sequence[Keyed[Key]]
    worst: Sequence[Keyed[Key]]


def resolved_parts(rows: Iterable[Keyed[Key]]) -> ResolvedParts[Key]:
    """The parts of a record that its rows belong to; open, due and withdrawn ones and announcements to none.

    Invalid when a row holds a number outside [0, 1].
    """
    resolved = [pair for pair in rows if pair[1].status is Status.resolved and pair[1].kind is not Kind.announcement]
    resolved.sort(key=_latest_first, reverse=True)
    scored = [pair for pair in resolved if is_scored(pair[1])]
    return ResolvedParts(
        scored=scored,
        unscored=[pair for pair in resolved if not is_scored(pair[1])],
        best=sorted((pair for pair in scored if hit_of(pair[1]) is True), key=_most_gained_first),
        worst=sorted((pair for pair in scored if hit_of(pair[1]) is False), key=_most_lost_first),
    )


def hit_of(row: RecordRow) -> bool | None:
    """Whether the call was right; None for what is no call, or not scored."""
    if not is_scored(row) or row.probability is None or row.value is None:
        return None
    low, high = row.band
    return is_hit(row.probability, row.value) if is_call(low, high, row.value) else None


def gain_of(row: RecordRow) -> int:
    """How much better than the baseline a scored row was: the difference of Brier scores in units of 1e-9."""
    probability, value = row.probability or 0.0, row.value or 0.0
    return brier_units(row.baseline_or_evens, value) - brier_units(probability, value)


def why_unscored(row: RecordRow) -> Unscored:
    """Why a resolved row that is not scored is not. Only meaningful for such rows."""
    match row.outcome:
        case Outcome.ambiguous:
            return Unscored.ambiguous
        case Outcome.annulled:
            return Unscored.annulled
        case _:
            return Unscored.without_probability


def _latest_first(pair: Keyed[Key]) -> tuple[date, str]:
    row = pair[1]
    return row.known_on or row.due_on or row.made_on or date.min, str(pair[0])


def _most_gained_first(pair: Keyed[Key]) -> tuple[int, int, str]:
    return -gain_of(pair[1]), -(pair[1].lead_days or 0), str(pair[0])


def _most_lost_first(pair: Keyed[Key]) -> tuple[int, int, str]:
    return gain_of(pair[1]), -(pair[1].lead_days or 0), str(pair[0])
