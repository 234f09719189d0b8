"""The key of whoever runs the installation."""

import stat
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlmodel import col, select

from registry.actions.people import SET_UP, revoke_key
from registry.api.app import create_app
from registry.api.local_key import ensure_local_key
from registry.domain.errors import Unready
from registry.settings import Settings
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.tables import ApiKeyRow
from tests.databases import NOW


def test_the_key_opens_the_api_and_only_its_owner_can_read_it(
    settings: Settings, sessions: SessionFactory, engine: Engine
) -> None:
    secret = ensure_local_key(settings, sessions, NOW)
    assert settings.key_file.read_text() == f"{secret}\n"
    assert stat.S_IMODE(settings.key_file.stat().st_mode) == 0o600
    assert [path.name for path in settings.key_file.parent.iterdir()] == ["local.key"]
    me = TestClient(create_app(settings, engine=engine)).get(
        "/api/v1/me", headers={"Authorization": f"Bearer {secret}"}
    )
    assert me.json()["role"] == "admin"


def test_a_key_that_still_opens_is_kept(settings: Settings, sessions: SessionFactory) -> None:
    first = ensure_local_key(settings, sessions, NOW)
    assert ensure_local_key(settings, sessions, NOW) == first
    with sessions() as session:
        assert len(session.exec(select(ApiKeyRow)).all()) == 1


@pytest.mark.parametrize("content", ["", "nonsense", "fr_00000000_" + "0" * 43, "\xff\xfe"])
def test_a_key_that_opens_nothing_is_replaced(settings: Settings, sessions: SessionFactory, content: str) -> None:
    settings.key_file.parent.mkdir()
    settings.key_file.write_text(content, "latin-1")
    secret = ensure_local_key(settings, sessions, NOW)
    assert settings.key_file.read_text().strip() == secret
    assert stat.S_IMODE(settings.key_file.stat().st_mode) == 0o600


def test_a_revoked_key_is_replaced(settings: Settings, sessions: SessionFactory) -> None:
    first = ensure_local_key(settings, sessions, NOW)
    with unit_of_work(sessions) as session:
        key = session.exec(select(ApiKeyRow).where(col(ApiKeyRow.prefix) == first[3:11])).one()
        revoke_key(session, SET_UP, key.id, now=NOW)
    assert ensure_local_key(settings, sessions, NOW) != first


def test_a_key_that_cannot_be_written_down_is_not_made(
    settings: Settings, sessions: SessionFactory, tmp_path: Path
) -> None:
    (tmp_path / "var").write_text("a file where the directory should be")
    with pytest.raises(Unready, match="REGISTRY_DATA_DIR"):
        ensure_local_key(settings, sessions, NOW)
    with sessions() as session:
        assert session.exec(select(ApiKeyRow)).all() == []
