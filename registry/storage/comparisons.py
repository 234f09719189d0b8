"""Authors compared on the questions that they share."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, select

from registry.domain.comparing import SharedRecord, compare
from registry.domain.figures import brier_interval, mean
from registry.domain.scoring import SCORE_VERSION
from registry.schemas.authors import AuthorBrief
from registry.schemas.comparisons import ComparedAuthor, Comparison
from registry.schemas.track_records import RecordFilter
from registry.storage.parts import in_parts
from registry.storage.record_filters import PREDICTION, Condition, row_conditions
from registry.storage.record_rows import AT_ONCE, rows_at
from registry.storage.tables import AuthorRow


def of_authors(
    session: Session, authors: Sequence[AuthorRow], wanted: RecordFilter, *, as_of: datetime, now: datetime
) -> Comparison:
    """The authors on what at least two of them predicted, as it stood at `as_of`.

    Raises Missing for a collection that does not exist.
    """
    conditions = [PREDICTION.author_id.in_([one.id for one in authors]), *row_conditions(session, wanted)]
    keys = _shared_keys(session, conditions)
    rows = [
        row
        for part in in_parts(keys, AT_ONCE)
        for _, row in rows_at(session, as_of, now, *conditions, PREDICTION.peer_key.in_(part))
    ]
    n_questions, records = compare(rows)
    return Comparison(
        as_of=as_of,
        score_version=SCORE_VERSION,
        n_questions=n_questions,
        authors=[_present(one, records) for one in authors],
    )


def _shared_keys(session: Session, conditions: Sequence[Condition]) -> list[str]:
    """Under which keys predictions of more than one of the authors stand."""
    key = PREDICTION.peer_key
    query = select(key).where(key.is_not(None), PREDICTION.probability.is_not(None), *conditions)
    several = func.count(PREDICTION.author_id.distinct()) > 1
    return sorted(session.exec(query.group_by(key).having(several)))


def _present(author: AuthorRow, records: Mapping[object, SharedRecord]) -> ComparedAuthor:
    record = records.get(author.id)
    peers = record.peer_interval if record else None
    brier = brier_interval(record.sums) if record else None
    return ComparedAuthor(
        author=AuthorBrief(slug=author.slug, name=author.name),
        n_shared=record.sums.n_scored if record else 0,
        peer_score_mean=record.peer_mean if record else None,
        peer_score_low=peers.low if peers else None,
        peer_score_high=peers.high if peers else None,
        brier=mean(record.sums.brier, record.sums.n_scored) if record else None,
        brier_low=brier.low if brier else None,
        brier_high=brier.high if brier else None,
    )
