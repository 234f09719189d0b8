"""What a closer look at a record shows: its calibration curve, resampled intervals, tags and years."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from registry.domain.bootstrap import bootstrap
from registry.domain.corp import CorpCurve, corp_curve
from registry.domain.figures import mean, skill, skill_interval, too_few
from registry.domain.record_rows import RecordRow
from registry.domain.scoring import brier_units
from registry.domain.tally import is_scored, tally

SEED = 20231
"""Of the simulated authors behind the curve's band and of the resampled records: always the same ones."""


@dataclass(frozen=True, slots=True)
class PartialRecord:
    """The record of the predictions under one name (a tag, a year); figures as in a whole record."""

    name: str
    n_scored: int
    brier: float | None
    skill: float | None
    skill_low: float | None
    skill_high: float | None
    too_few: bool


@dataclass(frozen=True, slots=True)
class RecordDetails:
    """The curve, 95 % intervals by resampling, and the record by tag and by year of `made_on`.

    Tags come by their number of scored rows, most first; years in their order. None where there is nothing to
    compute a figure from.
    """

    corp: CorpCurve | None
    brier_resampled_low: float | None
    brier_resampled_high: float | None
    skill_resampled_low: float | None
    skill_resampled_high: float | None
    by_tag: tuple[PartialRecord, ...]
    by_year: tuple[PartialRecord, ...]


def record_details(tagged: Sequence[tuple[RecordRow, Sequence[str]]]) -> RecordDetails:
    """The details of rows, each with its tags. Invalid when a row holds a number outside [0, 1]."""
    scored = [(row, tags) for row, tags in tagged if is_scored(row)]
    drawn = bootstrap([_scores(row) for row, _ in scored], seed=SEED)
    by_tag, by_year = defaultdict(list), defaultdict(list)
    for row, tags in scored:
        if row.made_on is not None:
            by_year[str(row.made_on.year)].append(row)
        for tag in tags:
            by_tag[tag].append(row)
    return RecordDetails(
        corp=corp_curve([_pair(row) for row, _ in scored], seed=SEED),
        brier_resampled_low=drawn.brier.low if drawn else None,
        brier_resampled_high=drawn.brier.high if drawn else None,
        skill_resampled_low=drawn.skill.low if drawn and drawn.skill else None,
        skill_resampled_high=drawn.skill.high if drawn and drawn.skill else None,
        by_tag=tuple(sorted(_parts(by_tag), key=lambda part: (-part.n_scored, part.name))),
        by_year=tuple(sorted(_parts(by_year), key=lambda part: part.name)),
    )


def _parts(named: Mapping[str, Sequence[RecordRow]]) -> Iterable[PartialRecord]:
    for name, rows in named.items():
        sums = tally(rows).sums
        interval = skill_interval(sums)
        yield PartialRecord(
            name=name,
            n_scored=sums.n_scored,
            brier=mean(sums.brier, sums.n_scored),
            skill=skill(sums.brier, sums.baseline),
            skill_low=interval.low if interval else None,
            skill_high=interval.high if interval else None,
            too_few=too_few(sums),
        )


def _pair(row: RecordRow) -> tuple[float, float]:
    return row.probability or 0.0, row.value or 0.0


def _scores(row: RecordRow) -> tuple[int, int]:
    probability, value = _pair(row)
    return brier_units(probability, value), brier_units(row.baseline_or_evens, value)
