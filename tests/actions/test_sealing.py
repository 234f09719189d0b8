"""Positions in history: in order, once, without gaps."""

from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry.actions.people import SET_UP, create_person
from registry.actions.sealing import assign_positions
from registry.schemas.people import PersonNew
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.tables import EventRow
from tests.concurrency import at_the_same_time
from tests.databases import NOW


def make_events(session: Session, names: str) -> None:
    for minute, name in enumerate(names):
        create_person(session, SET_UP, PersonNew(name=name), now=NOW + timedelta(minutes=minute))


def positions(session: Session) -> list[int | None]:
    query = select(EventRow.position).order_by(col(EventRow.at), col(EventRow.id))
    return list(session.exec(query).all())


def test_events_have_no_place_in_history_until_they_are_given_one(session: Session) -> None:
    make_events(session, "abc")
    assert positions(session) == [None, None, None]
    assert assign_positions(session, limit=10) == 3
    session.expire_all()
    assert positions(session) == [1, 2, 3]


def test_positions_go_on_where_they_ended(session: Session) -> None:
    make_events(session, "abcde")
    assert [assign_positions(session, limit=2) for _ in range(4)] == [2, 2, 1, 0]
    session.expire_all()
    assert positions(session) == [1, 2, 3, 4, 5]


def test_an_event_that_comes_late_goes_to_the_end(session: Session) -> None:
    make_events(session, "ab")
    assign_positions(session, limit=10)
    create_person(session, SET_UP, PersonNew(name="late"), now=NOW - timedelta(days=1))
    assign_positions(session, limit=10)
    session.expire_all()
    assert positions(session) == [3, 1, 2]


def test_two_sealers_at_once_give_no_position_twice(engine: Engine, sessions: SessionFactory) -> None:
    with unit_of_work(sessions) as session:
        make_events(session, "abcdefghij")

    def seal(_worker: int) -> int:
        with unit_of_work(sessions) as session:
            return assign_positions(session, limit=10)

    assert sorted(at_the_same_time(seal, 4)) == [0, 0, 0, 10]
    with sessions() as session:
        assert positions(session) == list(range(1, 11))
