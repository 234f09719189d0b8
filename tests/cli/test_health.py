import json

import pytest

from tests.cli.conftest import Run


def test_a_scheduler_that_never_ran_is_a_reason_for_care(run: Run) -> None:
    assert "The scheduler has never run" in run("health", status=1)


def test_all_is_well_once_the_scheduler_ran(run: Run) -> None:
    run("schedule", "--once")
    assert json.loads(run("health", "--json"))["status"] == "ok"


def test_the_settings_in_force_are_shown_without_secrets(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("schedule", "--once")
    monkeypatch.setenv("REGISTRY_TIME_ZONE", "Europe/Berlin")
    monkeypatch.setenv("REGISTRY_SMTP_PASSWORD", "open sesame")
    monkeypatch.setenv("REGISTRY_MODEL_URL", "https://ada:sesame@example.org/v1")
    said = run("health")
    assert "  REGISTRY_TIME_ZONE=Europe/Berlin" in said.splitlines()
    assert "  REGISTRY_SMTP_PASSWORD=(set)" in said.splitlines()
    settings = json.loads(run("health", "--json"))["settings"]
    assert (settings["REGISTRY_API_PORT"], settings["REGISTRY_PUBLIC_READ"]) == (8000, False)
    assert settings["REGISTRY_MODEL_URL"] == "https://ada:***@example.org/v1"
    assert settings["REGISTRY_API_KEY"] == ""
    assert "sesame" not in said + json.dumps(settings)
