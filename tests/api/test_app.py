"""The API as it is put together."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

from registry.api.app import ROUTERS, create_app
from registry.domain.errors import Unready
from registry.settings import Settings
from registry.storage.engine import open_engine
from registry.storage.migration import migrate


def test_every_router_is_part_of_the_application(app: FastAPI) -> None:
    routes = {id(route) for route in app.routes}
    assert all(id(route) in routes for router in ROUTERS for route in router.routes)


def test_two_applications_do_not_mix_their_installations(settings: Settings, tmp_path: Path) -> None:
    clients = []
    for name in ("one", "two"):
        engine = open_engine(f"sqlite:///{tmp_path / name}.db")
        migrate(engine)
        clients.append(TestClient(create_app(settings, engine=engine)))
        engine.dispose()
    assert clients[0].app.state.installation is not clients[1].app.state.installation  # type: ignore[attr-defined]


def test_the_settings_name_the_database(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    app = create_app(settings)
    migrate(app.state.installation.engine)
    with TestClient(app) as client:
        assert client.get("/api/v1/health").json()["database"] == "sqlite"
    assert (tmp_path / "registry.db").is_file()


def test_the_api_does_not_start_on_a_database_of_another_schema(app: FastAPI, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'from_the_future'"))
    with pytest.raises(Unready, match="newer version"), TestClient(app):
        pass


def test_the_documentation_is_served(anonymous: TestClient) -> None:
    assert anonymous.get("/docs").status_code == 200
    assert "registry up" in anonymous.get("/openapi.json").json()["info"]["description"]
