"""Leaderboards: from the kept sums where those suffice, else from the rows themselves."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from registry.domain.figures import brier_interval, mean
from registry.domain.intervals import Interval, wilson
from registry.domain.ranking import BoardLine, board, inputs_digest, ranked_rows
from registry.domain.scoring import SCORE_VERSION
from registry.domain.tally import Sums, tally
from registry.schemas.authors import AuthorBrief
from registry.schemas.leaderboards import Leaderboard, LeaderboardFilter, LeaderboardLine
from registry.storage.author_names import by_ids, slugs_of
from registry.storage.record_filters import cell_conditions, row_conditions, sums_suffice
from registry.storage.record_rows import rows_at
from registry.storage.rollups import totals_by_author
from registry.storage.tables import EventRow, RollupRow

Records = list[tuple[UUID, Sums]]


@dataclass(frozen=True, slots=True)
class Standings:
    """All lines of a board in order, and what they were computed from."""

    lines: tuple[BoardLine, ...]
    n_rows: int
    n_ranked: int
    digest: str


def revision(session: Session) -> int:
    """A number that every change of anything grows: how many events there are.

    Sealed events are counted by their last position, since positions have no gaps.
    """
    sealed = session.exec(select(func.max(EventRow.position))).one() or 0
    waiting = select(func.count()).select_from(EventRow).where(col(EventRow.position).is_(None))
    return int(sealed) + session.exec(waiting).one()


def standings(session: Session, wanted: LeaderboardFilter, *, as_of: datetime, now: datetime) -> Standings:
    """Everybody's line, from what was entered and judged by `as_of`.

    Raises Missing for a collection that does not exist.
    """
    kept = sums_suffice(wanted)
    records = _kept(session, wanted) if kept else _from_rows(session, wanted, as_of, now)
    slugs = slugs_of(session, (author for author, _ in records))
    # Ids tell nothing of authors; by slugs equals stand in one order wherever the same is on record.
    records.sort(key=lambda record: slugs[record[0]])
    lines = board(records, wanted.metric, minimum=wanted.minimum, widest=wanted.widest)
    return Standings(
        lines=tuple(lines),
        n_rows=sum(sums.n_scored for _, sums in records),
        n_ranked=sum(line.rank is not None for line in lines),
        digest=inputs_digest((slugs[author], sums) for author, sums in records),
    )


def present(session: Session, found: Standings, wanted: LeaderboardFilter, as_of: datetime) -> Leaderboard:
    """The lines that were asked for, with the names of their authors."""
    lines = found.lines[wanted.offset : wanted.offset + wanted.limit]
    authors = by_ids(session, {_author_of(line) for line in lines})
    briefs = {key: AuthorBrief(slug=row.slug, name=row.name) for key, row in authors.items()}
    return Leaderboard(
        metric=wanted.metric,
        minimum=wanted.minimum,
        widest=wanted.widest,
        as_of=as_of,
        score_version=SCORE_VERSION,
        n_rows=found.n_rows,
        n_authors=len(found.lines),
        n_ranked=found.n_ranked,
        inputs_sha256=found.digest,
        offset=wanted.offset,
        lines=[_present_line(line, briefs[_author_of(line)]) for line in lines],
    )


def _kept(session: Session, wanted: LeaderboardFilter) -> Records:
    ranked: ColumnElement[bool] = col(RollupRow.ranked).is_(True)
    return list(totals_by_author(session, ranked, *cell_conditions(session, wanted)).items())


def _from_rows(session: Session, wanted: LeaderboardFilter, as_of: datetime, now: datetime) -> Records:
    rows = (row for _, row in rows_at(session, as_of, now, *row_conditions(session, wanted)))
    # They come ordered by author, so that one author's rows are all that has to be held.
    of_authors = ((author, ranked_rows(of_one)) for author, of_one in groupby(rows, lambda row: row.author))
    return [(cast(UUID, author), tally(of_one).sums) for author, of_one in of_authors if of_one]


def _author_of(line: BoardLine) -> UUID:
    return cast(UUID, line.author)


def _present_line(line: BoardLine, author: AuthorBrief) -> LeaderboardLine:
    sums, shrunk = line.sums, line.shrunk
    brier, hits = brier_interval(sums), wilson(sums.n_hits, sums.n_calls)
    return LeaderboardLine(
        rank=line.rank,
        unranked=line.unranked,
        author=author,
        bound=line.bound,
        n_scored=sums.n_scored,
        n_resolved=sums.n_scored + sums.n_ambiguous + sums.n_annulled + sums.n_without_probability,
        unscored_share=line.unscored_share,
        skill=line.skill,
        **_ends("skill", line.interval),
        shrunk_skill=shrunk.skill if shrunk else None,
        **_ends("shrunk_skill", shrunk.interval if shrunk else None),
        weight=shrunk.weight if shrunk else None,
        brier=mean(sums.brier, sums.n_scored),
        **_ends("brier", brier),
        log_score=mean(sums.log_score, sums.n_scored),
        hit_rate=sums.n_hits / sums.n_calls if sums.n_calls else None,
        **_ends("hit_rate", hits),
        n_calls=sums.n_calls,
        n_hits=sums.n_hits,
        boldness=mean(sums.boldness, sums.n_scored),
        lead_days=sums.lead_days / sums.n_lead if sums.n_lead else None,
    )


def _ends(name: str, interval: Interval | None) -> dict[str, float | None]:
    return {
        f"{name}_low": interval.low if interval else None,
        f"{name}_high": interval.high if interval else None,
    }
