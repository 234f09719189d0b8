"""Who stands where on a board: by what is proved at least, not by what luck may have given.

Authors are ranked by a bound of the metric's 95 % interval: the lower one of the shrunk skill
(`registry.domain.shrinkage`) or, where too few authors are compared for that, of the skill itself; the upper
one of the Brier score; the lower one of the hit rate. A record too short or too uncertain is listed
without a rank and with the reason. Everything used here stays the same when statements are negated.
"""

import hashlib
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

from registry.domain.figures import brier_interval, skill, skill_interval, skill_row_variance, too_few
from registry.domain.intervals import Interval, wilson
from registry.domain.record_rows import RecordRow
from registry.domain.scoring import SCORE_VERSION
from registry.domain.shrinkage import RawSkill, ShrunkSkill, population_of, shrink
from registry.domain.tally import Sums

_hashed_of = attrgetter(*(name for name in Sums._fields if name not in {"n_open", "n_due", "n_withdrawn"}))

WIDEST = 1.0
"""Widest 95 % interval of a skill that still gets a rank: from a coin toss to perfection."""


class Metric(StrEnum):
    """What a board ranks by."""

    skill = "skill"
    brier = "brier"
    hit_rate = "hit_rate"


class Unranked(StrEnum):
    """Why an author has no rank: no row to compute a skill from, or a record that says too little.

    `below_minimum` is what whoever asks for the board sets; the others hold on every board.
    """

    nothing_scored = "nothing_scored"
    too_few = "too_few"
    below_minimum = "below_minimum"
    too_wide = "too_wide"


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One author on the board; raw and shrunk skill side by side.

    `rank` counts from 1, equal bounds share it; without one `unranked` tells why. `bound` is what the author is
    ranked by. `sums` are those of the rows that count for ranks. `unscored_share` is the part of the
    resolved predictions that could not be scored, None while none is resolved.
    """

    author: Hashable
    rank: int | None
    unranked: Unranked | None
    sums: Sums
    unscored_share: float | None
    skill: float | None
    interval: Interval | None
    shrunk: ShrunkSkill | None
    bound: float | None

    @property
    def n_scored(self) -> int:
        """Number of scored rows."""
        return self.sums.n_scored


def ranked_rows(rows: Iterable[RecordRow]) -> list[RecordRow]:
    """The rows that may count for a rank: not those that a late entry alone dates before their outcome."""
    return [row for row in rows if row.counts_for_ranks]


def board(
    records: Sequence[tuple[Hashable, Sums]],
    metric: Metric = Metric.skill,
    *,
    minimum: int = 0,
    widest: float = WIDEST,
) -> list[BoardLine]:
    """The authors in order: ranked ones by their bound, then the others by their number of scored rows.

    Those who are equal in it stay in the order that they came in.

    Each author comes once, with the sums over the rows that count for ranks. Fewer than `minimum` scored
    rows, or a skill whose interval is wider than `widest`, give no rank.
    """
    raws = {author: _raw(author, sums) for author, sums in records}
    population = population_of([raw for raw in raws.values() if raw is not None])
    lines = []
    for author, sums in records:
        raw = raws[author]
        shrunk = shrink(raw, population) if raw is not None and population is not None else None
        lines.append(_line(author, sums, shrunk, metric, minimum, widest))
    return _numbered(lines, metric)


def inputs_digest(records: Iterable[tuple[str, Sums]]) -> str:
    """SHA-256 (hexadecimal) of all that a board is computed from, so that anyone can tell whether two agree.

    Hashed are the score version and then, for each author in the order of their slugs, a line of the slug and
    the sums without those of open, due and withdrawn predictions, parted by blanks. Two registries that hold the same
    predictions agree, whatever ids they gave.
    """
    lines = (" ".join(map(str, (slug, *_hashed_of(sums)))) for slug, sums in records)
    text = "\n".join([f"score version {SCORE_VERSION}", *sorted(lines)])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _raw(author: Hashable, sums: Sums) -> RawSkill | None:
    value = skill(sums.brier, sums.baseline)
    if value is None:
        return None
    return RawSkill(author, sums.n_scored, value, skill_row_variance(sums))


def _line(
    author: Hashable, sums: Sums, shrunk: ShrunkSkill | None, metric: Metric, minimum: int, widest: float
) -> BoardLine:
    unscored = sums.n_ambiguous + sums.n_annulled + sums.n_without_probability
    resolved = sums.n_scored + unscored
    interval = skill_interval(sums)
    return BoardLine(
        author=author,
        rank=None,
        unranked=_reason(sums, interval, metric, minimum, widest),
        sums=sums,
        unscored_share=unscored / resolved if resolved else None,
        skill=skill(sums.brier, sums.baseline),
        interval=interval,
        shrunk=shrunk,
        bound=_bound(sums, shrunk.interval if shrunk else interval, metric),
    )


def _bound(sums: Sums, skills: Interval | None, metric: Metric) -> float | None:
    match metric:
        case Metric.skill:
            return skills.low if skills else None
        case Metric.brier:
            scores = brier_interval(sums)
            return scores.high if scores else None
        case Metric.hit_rate:
            hits = wilson(sums.n_hits, sums.n_calls)
            return hits.low if hits else None


def _reason(sums: Sums, interval: Interval | None, metric: Metric, minimum: int, widest: float) -> Unranked | None:
    is_without_calls = metric is Metric.hit_rate and not sums.n_calls
    if sums.n_scored == 0 or sums.baseline == 0 or is_without_calls:
        return Unranked.nothing_scored
    if interval is None or too_few(sums):
        return Unranked.too_few
    if sums.n_scored < minimum:
        return Unranked.below_minimum
    return Unranked.too_wide if interval.high - interval.low > widest else None


def _numbered(lines: Sequence[BoardLine], metric: Metric) -> list[BoardLine]:
    # Of the Brier score alone less is better.
    sign = 1 if metric is Metric.brier else -1
    ranked = sorted(
        (line for line in lines if line.unranked is None),
        key=lambda line: (sign * (line.bound or 0.0), -line.n_scored),
    )
    others = sorted((line for line in lines if line.unranked), key=lambda each: -each.n_scored)
    numbered: list[BoardLine] = []
    for place, line in enumerate(ranked, start=1):
        shares_rank = numbered and numbered[-1].bound == line.bound
        numbered.append(replace(line, rank=numbered[-1].rank if shares_rank else place))
    return numbered + others
