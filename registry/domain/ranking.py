"""Who stands where on a board: by what is proved at least, not by what luck may have given.

Authors are ranked by the lower bound of their shrunk skill (`registry.domain.shrinkage`); where too few
authors are compared for that, by the lower bound of the skill itself. A record too short or too uncertain
is listed without a rank and with the reason. Everything used here stays the same when statements are
negated.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from registry.domain.figures import skill, skill_interval, skill_row_variance, too_few
from registry.domain.intervals import Interval
from registry.domain.record_rows import RecordRow
from registry.domain.shrinkage import RawSkill, ShrunkSkill, population_of, shrink
from registry.domain.tally import Sums

WIDEST = 1.0
"""Widest 95 % interval of a skill that still gets a rank: from a coin toss to perfection."""


class Unranked(StrEnum):
    """Why an author has no rank: no row to compute a skill from, or an interval that says too little."""

    nothing_scored = "nothing_scored"
    too_few = "too_few"
    too_wide = "too_wide"


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One author on the board; raw and shrunk skill side by side.

    `rank` counts from 1, equal bounds share it; without one `unranked` tells why. `unscored_share` is the
    part of the resolved predictions that could not be scored, None while none is resolved.
    """

    author: Hashable
    rank: int | None
    unranked: Unranked | None
    n_scored: int
    unscored_share: float | None
    skill: float | None
    interval: Interval | None
    shrunk: ShrunkSkill | None

    @property
    def bound(self) -> float | None:
        """What the author is ranked by."""
        interval = self.shrunk.interval if self.shrunk else self.interval
        return interval.low if interval else None


def ranked_rows(rows: Iterable[RecordRow]) -> list[RecordRow]:
    """The rows that may count for a rank: not those that a late entry alone dates before their outcome."""
    return [row for row in rows if row.counts_for_ranks]


def board(records: Sequence[tuple[Hashable, Sums]], widest: float = WIDEST) -> list[BoardLine]:
    """The authors in order: ranked ones by their bound, then the others by their number of scored rows.

    Each author comes once, with the sums over the rows that count for ranks.
    """
    raws = {author: _raw(author, sums) for author, sums in records}
    population = population_of([raw for raw in raws.values() if raw is not None])
    lines = []
    for author, sums in records:
        raw = raws[author]
        shrunk = shrink(raw, population) if raw is not None and population is not None else None
        lines.append(_line(author, sums, shrunk, widest))
    return _numbered(lines)


def _raw(author: Hashable, sums: Sums) -> RawSkill | None:
    value = skill(sums.brier, sums.baseline)
    if value is None:
        return None
    return RawSkill(author, sums.n_scored, value, skill_row_variance(sums))


def _line(author: Hashable, sums: Sums, shrunk: ShrunkSkill | None, widest: float) -> BoardLine:
    unscored = sums.n_ambiguous + sums.n_annulled + sums.n_without_probability
    resolved = sums.n_scored + unscored
    interval = skill_interval(sums)
    return BoardLine(
        author=author,
        rank=None,
        unranked=_reason(sums, interval, widest),
        n_scored=sums.n_scored,
        unscored_share=unscored / resolved if resolved else None,
        skill=skill(sums.brier, sums.baseline),
        interval=interval,
        shrunk=shrunk,
    )


def _reason(sums: Sums, interval: Interval | None, widest: float) -> Unranked | None:
    if sums.n_scored == 0 or sums.baseline == 0:
        return Unranked.nothing_scored
    if interval is None or too_few(sums):
        return Unranked.too_few
    return Unranked.too_wide if interval.high - interval.low > widest else None


def _numbered(lines: Sequence[BoardLine]) -> list[BoardLine]:
    ranked = sorted((line for line in lines if line.unranked is None), key=_by_bound)
    others = sorted(
        (line for line in lines if line.unranked), key=lambda each: (-each.n_scored, str(each.author))
    )
    numbered: list[BoardLine] = []
    for place, line in enumerate(ranked, start=1):
        shares_rank = numbered and numbered[-1].bound == line.bound
        numbered.append(replace(line, rank=numbered[-1].rank if shares_rank else place))
    return numbered + others


def _by_bound(line: BoardLine) -> tuple[float, int, str]:
    # Ranked lines always have a bound; equal ones go by the longer record.
    return (-(line.bound or 0.0), -line.n_scored, str(line.author))
