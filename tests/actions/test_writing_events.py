import json
from datetime import timedelta

from sqlmodel import Session, col, select

from registry.actions import predictions
from registry.actions.acting import Actor
from registry.domain.history import digest, text_digest
from registry.storage.tables import EventRow, EventTextRow
from tests.claims import put_on_record
from tests.databases import NOW


def test_words_are_hashed_with_salts_of_their_own(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    predictions.withdraw(session, actor, made.id, "entered twice", now=NOW + timedelta(hours=1))
    session.flush()
    events = session.exec(select(EventRow).where(EventRow.noun_id == made.id).order_by(col(EventRow.at))).all()
    assert [event.verb for event in events] == ["recorded", "withdrew"]
    texts = session.exec(select(EventTextRow)).all()
    assert len({text.salt for text in texts}) == len(texts)
    for event in events:
        body = json.loads(event.body)
        assert event.digest == digest(event.body)
        for text in texts:
            if text.event_id == event.id:
                salted = text_digest(bytes.fromhex(text.salt), text.text or "")
                assert body[text.field] == {"sha256": salted}


def test_an_event_tells_who_did_it_with_which_version(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    predictions.withdraw(session, actor, made.id, "entered twice", now=NOW)
    session.flush()
    last = session.exec(select(EventRow).where(EventRow.verb == "withdrew")).one()
    assert (last.person_id, last.noun, last.noun_version, last.position) == (
        actor.person_id,
        "prediction",
        2,
        None,
    )
