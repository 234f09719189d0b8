import pytest

from registry.actions.versions import check_version
from registry.domain.errors import Stale
from registry.storage.tables import CollectionRow
from tests.databases import NOW

ROW = CollectionRow(name="Columns", slug="columns", created_at=NOW, version=3)


@pytest.mark.parametrize("expected", [None, 3])
def test_the_present_version_and_any_version_pass(expected: int | None) -> None:
    check_version(ROW, expected, "collection")


@pytest.mark.parametrize("expected", [1, 4])
def test_another_version_is_stale_and_says_what_to_do(expected: int) -> None:
    with pytest.raises(Stale, match=rf"collection .* version 3, you read {expected}\. Read it again"):
        check_version(ROW, expected, "collection")
