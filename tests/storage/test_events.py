"""History as stored."""

from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from registry.actions.acting import Actor
from registry.actions.batches import record_batch
from registry.actions.people import SET_UP, create_person
from registry.domain.errors import Missing
from registry.domain.vocabulary import Role
from registry.schemas.authors import NewAuthors
from registry.schemas.people import PersonNew
from registry.storage import events
from registry.storage.tables import EventTextRow
from tests.claims import claim
from tests.databases import NOW


def make(session: Session, names: str) -> None:
    for name in names:
        create_person(session, SET_UP, PersonNew(name=name), now=NOW)
    session.flush()


def test_events_are_read_on_from_a_position(session: Session) -> None:
    make(session, "abcde")
    events.seal_next(session, 10)
    session.expire_all()
    assert [row.position for row in events.read_events(session, after=2, limit=2)] == [3, 4]
    assert events.read_events(session, after=5, limit=2) == []


def test_words_that_were_taken_down_are_gone_and_their_hash_remains(session: Session) -> None:
    make(session, "a")
    events.seal_next(session, 10)
    session.expire_all()
    text = session.exec(select(EventTextRow).where(col(EventTextRow.field) == "name")).one()
    text.text = None
    session.flush()
    (event,) = events.present(session, events.read_events(session, 0, 10))
    assert event.texts == {}
    assert len(event.body["name"]["sha256"]) == 64


def test_the_registrys_own_acts_name_no_person(session: Session) -> None:
    make(session, "a")
    events.seal_next(session, 10)
    session.expire_all()
    (event,) = events.present(session, events.read_events(session, 0, 10))
    assert event.person is None


def test_many_events_are_presented_at_once(session: Session) -> None:
    make(session, "abc")
    events.seal_next(session, 10)
    session.expire_all()
    rows = events.read_events(session, 0, 10)
    assert [event.texts["name"] for event in events.present(session, rows)] == ["a", "b", "c"]
    assert events.present(session, []) == []


def test_a_prediction_that_is_not_on_record_has_no_history(session: Session) -> None:
    with pytest.raises(Missing):
        events.read_history(session, UUID(int=1))


def test_a_batch_is_put_on_record_before_its_places_are_added(session: Session) -> None:
    person = create_person(session, SET_UP, PersonNew(name="Ada"), now=NOW)
    actor = Actor(person.id, person.name, Role.admin)
    claims = [claim(statement=f"It rains on {days} days.", mentions=[{"source": "radio"}]) for days in (1, 2)]
    sent = [one.model_dump(mode="json", exclude_unset=True) for one in claims]
    report = record_batch(session, actor, sent, now=NOW, zone="UTC", new_authors=NewAuthors.create)
    session.flush()
    for made in report.predictions:
        told = [(event.noun, event.verb) for event in events.read_history(session, made.id)]
        assert told == [("prediction", "recorded"), ("mention", "mentioned")]
