from datetime import date, timedelta

import pytest
from sqlmodel import Session

from registry.actions import authors, collections, predictions
from registry.actions.acting import Actor
from registry.domain.errors import Missing
from registry.schemas.authors import AuthorNew
from registry.schemas.collections import CollectionNew
from registry.schemas.predictions import PredictionNew
from registry.storage.collections import at_slug, named, present, read_all, slug_is_taken
from tests.databases import NOW


def test_a_name_is_known_in_capitals_or_not(session: Session, actor: Actor) -> None:
    collections.add(session, actor, CollectionNew(name="Großer Ärger"), now=NOW)
    found = named(session, "großer äRGER")
    assert found is not None
    assert found.slug == "grosser-aerger"
    assert named(session, "Ärger") is None
    assert slug_is_taken(session, "grosser-aerger")
    assert not slug_is_taken(session, "grosser")


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
