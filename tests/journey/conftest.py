"""The journey plays on the API in process; its fixtures are the API tests' own."""

import pytest

from tests.api.conftest import anonymous, app, client, client_as, clock, settings

__all__ = ["anonymous", "app", "client", "client_as", "clock", "settings"]


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The journey is told on both databases."""
    return str(request.getfixturevalue(f"{request.param}_url"))
