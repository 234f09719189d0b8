from registry.actions.changing import apply_changes, changes_of
from registry.schemas.collections import CollectionChange
from registry.storage.tables import CollectionRow
from tests.databases import NOW


def row() -> CollectionRow:
    return CollectionRow(name="Columns", slug="columns", description="all of them", created_at=NOW)


def test_only_what_differs_is_a_change() -> None:
    change = CollectionChange.model_validate({"name": "Columns", "description": None, "separate": True})
    assert changes_of(row(), change) == {"description": None, "separate": True}


def test_what_is_absent_stays() -> None:
    assert changes_of(row(), CollectionChange.model_validate({})) == {}


def test_changes_are_set() -> None:
    changed = row()
    apply_changes(changed, {"name": "Other", "description": None})
    assert (changed.name, changed.description) == ("Other", None)
