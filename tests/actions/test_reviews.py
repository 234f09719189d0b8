from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, select

from registry.actions import due
from registry.actions.acting import Actor
from registry.actions.reviews import OPEN_FOR, pass_reviews
from registry.storage.predictions import row_of
from registry.storage.tables import EventRow
from tests.claims import put_on_record

REVIEW = datetime(2025, 9, 1, tzinfo=UTC)


def undated(session: Session, actor: Actor, **fields: object) -> object:
    return put_on_record(session, actor, **({"due_on": None, "review_on": "2025-09-01"} | fields)).id


def test_an_undated_prediction_comes_back_at_its_next_review(session: Session, actor: Actor) -> None:
    made = undated(session, actor)
    due.announce(session, now=REVIEW)
    assert pass_reviews(session, now=REVIEW + OPEN_FOR - timedelta(seconds=1)) == 0
    assert pass_reviews(session, now=REVIEW + OPEN_FOR) == 1
    row = row_of(session, made)  # type: ignore[arg-type]
    assert (row.review_on, row.due_round, row.flagged_at) == (date(2026, 2, 28), 2, None)
    assert row.due_at == datetime(2026, 2, 28, tzinfo=UTC)
    assert session.exec(select(EventRow).where(EventRow.verb == "put off")).one().noun_id == made
    assert due.announce(session, now=row.due_at) == 1


def test_it_comes_back_until_its_horizon_and_then_stays_due(session: Session, actor: Actor) -> None:
    made = undated(session, actor, horizon_on="2026-06-01")
    now, reviews = REVIEW, []
    while now < datetime(2026, 8, 1, tzinfo=UTC):
        if due.announce(session, now=now):
            reviews.append(now.date())
        pass_reviews(session, now=now)
        now += timedelta(days=1)
    assert reviews == [date(2025, 9, 1), date(2026, 2, 28), date(2026, 6, 1)]
    assert row_of(session, made).due_at == datetime(2026, 6, 1, tzinfo=UTC)  # type: ignore[arg-type]


def test_the_dated_and_the_unannounced_are_left_alone(session: Session, actor: Actor) -> None:
    put_on_record(session, actor)
    undated(session, actor, author="Otto Brand")
    due.announce(session, now=REVIEW - timedelta(days=1))
    assert pass_reviews(session, now=REVIEW + 2 * OPEN_FOR) == 0


def test_a_failed_condition_is_not_put_off(session: Session, actor: Actor) -> None:
    undated(session, actor, condition="if the talks fail", condition_met=False)
    due.announce(session, now=REVIEW)
    assert pass_reviews(session, now=REVIEW + 2 * OPEN_FOR) == 0
