from pathlib import Path

import pytest

from registry.cli.running.data_lock import sole_use
from registry.domain.errors import Unready


def test_a_data_directory_has_one_user_at_a_time(tmp_path: Path) -> None:
    with sole_use(tmp_path / "data"), pytest.raises(Unready, match="running already"), sole_use(tmp_path / "data"):
        pass
    with sole_use(tmp_path / "data"):
        pass


def test_a_directory_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unready, match="REGISTRY_DATA_DIR"), sole_use(tmp_path / "file" / "data"):
        pass
