import pytest
from sqlmodel import Session

from registry.actions.clashes import clash_as_conflict
from registry.domain.errors import Conflict
from registry.storage.tables import CollectionRow
from tests.databases import NOW


def add(session: Session, slug: str) -> None:
    with clash_as_conflict("Someone else was quicker."):
        session.add(CollectionRow(name="Columns", slug=slug, created_at=NOW))
        session.flush()


def test_a_value_that_was_taken_in_the_meantime_is_a_conflict(session: Session) -> None:
    add(session, "columns")
    with pytest.raises(Conflict, match="quicker"):
        add(session, "columns")


def test_other_failures_stay_what_they_are() -> None:
    with pytest.raises(ZeroDivisionError), clash_as_conflict("Someone else was quicker."):
        raise ZeroDivisionError
