from sqlmodel import Session, select

from registry.actions import mentions
from registry.actions.acting import Actor
from registry.actions.correcting_predictions import change
from registry.schemas.mentions import MentionNew
from registry.schemas.predictions import PredictionChange
from registry.storage.removing import remove
from registry.storage.tables import EventRow, MentionRow, PredictionRow, TagRow
from tests.claims import put_on_record
from tests.databases import NOW


def test_what_hangs_on_a_row_goes_and_what_only_points_to_it_stays(session: Session, actor: Actor) -> None:
    gone = put_on_record(session, actor, tags=["lake"])
    kept = put_on_record(session, actor, statement="Something else will happen.", tags=["lake"])
    mentions.add(session, actor, gone.id, MentionNew(source="radio at noon"), now=NOW)
    change(session, actor, kept.id, PredictionChange.model_validate({"revises": str(gone.id)}), now=NOW)
    session.flush()
    assert remove(session, "prediction", [gone.id]) == 1
    session.expire_all()
    assert [row.id for row in session.exec(select(PredictionRow))] == [kept.id]
    assert session.exec(select(PredictionRow)).one().revises is None
    assert [tag.prediction_id for tag in session.exec(select(TagRow))] == [kept.id]
    assert session.exec(select(MentionRow)).all() == []
    assert gone.id not in {event.noun_id for event in session.exec(select(EventRow))}


def test_nothing_to_remove_is_no_fault(session: Session) -> None:
    assert remove(session, "prediction", []) == 0
