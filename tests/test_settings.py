from pathlib import Path

import pytest

from registry.domain.errors import Unready
from registry.settings import read_settings


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA_DIR", "DATABASE_URL", "API_URL", "API_KEY", "API_PORT", "TIME_ZONE"):
        monkeypatch.delenv(f"REGISTRY_{name}", raising=False)


def test_everything_has_a_default() -> None:
    settings = read_settings()
    assert settings.database_url == f"sqlite:///{Path('var') / 'registry.db'}"
    assert settings.api_url == "http://127.0.0.1:8000"
    assert settings.key_file == Path("var/local.key")
    assert not settings.public_read


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_DATA_DIR", "/srv/registry")
    monkeypatch.setenv("REGISTRY_API_PORT", "9000")
    settings = read_settings()
    assert settings.database_url == "sqlite:////srv/registry/registry.db"
    assert settings.api_url == "http://127.0.0.1:9000"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("API_PORT", "http"),
        ("API_PORT", "0"),
        ("MODEL_URL", "localhost:11434"),
        ("TIME_ZONE", "Mars"),
        ("DATABASE_URL", "mysql://x"),
    ],
)
def test_what_cannot_be_meant_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"REGISTRY_{name}", value)
    with pytest.raises(Unready, match=f"REGISTRY_{name}"):
        read_settings()
