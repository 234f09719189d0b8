from datetime import date

import pytest
from sqlmodel import Session, col, select

from registry.actions import collections
from registry.actions.acting import Actor
from registry.domain.errors import Conflict, Invalid, Stale
from registry.schemas.collections import CollectionChange, CollectionNew
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
