"""The fixture that hands the run's PostgreSQL to tests; what stands in its databases is decided elsewhere."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Server, running_server


@pytest.fixture(scope="session")
def postgres_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    mine = tmp_path_factory.getbasetemp()
    return (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "postgres"


@pytest.fixture(scope="session")
def postgres_server(postgres_state: Path) -> Iterator[Server]:
    """The PostgreSQL of this run, started when the first test asks for it."""
    with running_server(postgres_state) as server:
        yield server
