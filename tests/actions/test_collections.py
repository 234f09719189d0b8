from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from registry.actions import authors, collections, predictions
from registry.actions.acting import Actor
from registry.domain.errors import Conflict, Invalid, Missing, Stale
from registry.schemas.authors import AuthorNew
from registry.schemas.collections import CollectionChange, CollectionNew
from registry.schemas.predictions import PredictionNew
from registry.storage.collections import at_slug, present, read_all
from registry.storage.tables import EventRow
from tests.databases import NOW


def test_a_collection_gets_a_slug_of_its_name(session: Session, actor: Actor) -> None:
    added = collections.add(session, actor, CollectionNew(name="Größere Kolumnen, 2025"), now=NOW)
    assert (added.slug, added.version, added.n_predictions) == ("groessere-kolumnen-2025", 1, 0)


@pytest.mark.parametrize("name", ["Five commentaries", "FIVE COMMENTARIES"])
def test_two_collections_never_share_a_name(session: Session, actor: Actor, name: str) -> None:
    collections.add(session, actor, CollectionNew(name="Five commentaries"), now=NOW)
    with pytest.raises(Conflict, match="five-commentaries"):
        collections.add(session, actor, CollectionNew(name=name), now=NOW)


def test_names_beyond_ascii_are_compared_without_case(session: Session, actor: Actor) -> None:
    collections.add(session, actor, CollectionNew(name="Ärger"), now=NOW)
    with pytest.raises(Conflict):
        collections.add(session, actor, CollectionNew(name="äRGER"), now=NOW)


def test_a_period_ends_after_it_begins(session: Session, actor: Actor) -> None:
    backwards = CollectionNew(name="X", period_from=date(2025, 2, 1), period_to=date(2025, 1, 1))
    with pytest.raises(Invalid) as refused:
        collections.add(session, actor, backwards, now=NOW)
    assert refused.value.faults[0].where == "period_to"


def test_a_collection_keeps_its_slug_when_renamed(session: Session, actor: Actor) -> None:
    collections.add(session, actor, CollectionNew(name="Old name"), now=NOW)
    change = CollectionChange.model_validate({"name": "New name", "separate": True})
    changed = collections.change(session, actor, "old-name", change, if_version=1, now=NOW)
    assert (changed.slug, changed.name, changed.separate, changed.version) == (
        "old-name",
        "New name",
        True,
        2,
    )
    with pytest.raises(Stale):
        collections.change(session, actor, "old-name", change, if_version=1, now=NOW)
    collections.change(session, actor, "old-name", change, if_version=2, now=NOW)
    assert [event.verb for event in session.exec(select(EventRow).order_by(col(EventRow.id)))] == [
        "added",
        "changed",
    ]


def test_withdrawn_predictions_are_not_counted(session: Session, actor: Actor) -> None:
    authors.add(session, actor, AuthorNew(name="Eva Lind"), now=NOW)
    collections.add(session, actor, CollectionNew(name="Columns"), now=NOW)
    new = PredictionNew(
        author="eva-lind",
        statement="It will rain.",
        made_on=date(2025, 8, 1),
        due_on=date(2025, 9, 1),
        collection="columns",
    )
    recorded = predictions.record(session, actor, new, now=NOW, zone="UTC")
    assert present(session, [at_slug(session, "columns")])[0].n_predictions == 1
    predictions.withdraw(session, actor, recorded.id, "entered twice", now=NOW)
    assert present(session, [at_slug(session, "columns")])[0].n_predictions == 0


def test_collections_are_listed_by_slug_page_by_page(session: Session, actor: Actor) -> None:
    for number, name in enumerate(["c", "a", "b"]):
        collections.add(session, actor, CollectionNew(name=name), now=NOW + timedelta(minutes=number))
    first = read_all(session, None, 2)
    second = read_all(session, first.next_cursor, 2)
    assert [row.slug for row in (*first.rows, *second.rows)] == ["a", "b", "c"]


def test_a_collection_that_nobody_made_is_missing(session: Session) -> None:
    with pytest.raises(Missing):
        at_slug(session, "nothing")
