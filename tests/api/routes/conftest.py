"""Fixtures of the routes' tests: pages to fetch, and the database that most of them use."""

import pytest

from tests.outbound.conftest import names, network, site, site_server, wire

__all__ = ["names", "network", "site", "site_server", "wire"]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Most routes are read on SQLite alone: what is behind them is tested on both databases by itself."""
    return sqlite_url
