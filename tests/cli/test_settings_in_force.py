from pathlib import Path

import pytest

from registry.cli.settings_in_force import SECRETS, settings_in_force
from registry.settings import Settings


def test_every_setting_is_shown_by_the_name_of_its_variable(tmp_path: Path) -> None:
    shown = settings_in_force(Settings(data_dir=tmp_path, public_read=True, api_port=9000))
    assert shown.keys() == {f"REGISTRY_{name.upper()}" for name in Settings.model_fields}
    assert (shown["REGISTRY_PUBLIC_READ"], shown["REGISTRY_API_PORT"], shown["REGISTRY_HEDGES_FILE"]) == (
        True,
        9000,
        None,
    )
    assert shown["REGISTRY_DATABASE_URL"] == f"sqlite:///{tmp_path / 'registry.db'}"


@pytest.mark.parametrize("name", sorted(SECRETS))
def test_a_secret_is_only_said_to_be_set(name: str, tmp_path: Path) -> None:
    shown = settings_in_force(Settings.model_validate({"data_dir": tmp_path, name: "open sesame"}))
    assert shown[f"REGISTRY_{name.upper()}"] == "(set)"
    assert "sesame" not in str(shown)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("postgresql://ada:open%20sesame@db.example:5432/registry", "postgresql://ada:***@db.example:5432/registry"),
        ("postgresql://ada@db.example/registry", "postgresql://ada@db.example/registry"),
        (
            "postgresql://db.example/r?user=ada&password=sesame&x=1",
            "postgresql://db.example/r?user=ada&password=***&x=1",
        ),
        ("postgresql://db.example/registry", "postgresql://db.example/registry"),
    ],
)
def test_an_address_is_shown_without_its_password(given: str, said: str, tmp_path: Path) -> None:
    assert settings_in_force(Settings(data_dir=tmp_path, database_url=given))["REGISTRY_DATABASE_URL"] == said


def test_whatever_is_named_like_a_secret_is_one() -> None:
    named = {name for name in Settings.model_fields if name.endswith(("key", "password", "secret", "token"))}
    assert named == SECRETS
