import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.pool import NullPool

from tests import postgres_server as launcher
from tests.postgres import Server, ensure_started, libpq, running_server

WAIT_SECONDS = 20


def run(url: str, statement: str) -> None:
    with create_engine(url, poolclass=NullPool).begin() as connection:
        connection.execute(text(statement))


def read(url: str, statement: str) -> object:
    with create_engine(url, poolclass=NullPool).connect() as connection:
        return connection.execute(text(statement)).scalar_one()


def wait_until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + WAIT_SECONDS
    while not holds() and time.monotonic() < ends:
        time.sleep(0.02)
    assert holds()


def test_a_database_is_a_copy_of_its_template_and_changes_nothing_in_it(postgres_server: Server) -> None:
    template = postgres_server.template(
        "animals", lambda url: run(url, "CREATE TABLE animal AS SELECT 'Dohle' AS name")
    )
    with postgres_server.database(template) as first:
        run(first, "DELETE FROM animal")
        assert read(first, "SELECT count(*) FROM animal") == 0
    with postgres_server.database(template) as second:
        assert read(second, "SELECT name FROM animal") == "Dohle"


def test_a_template_is_filled_once_however_often_it_is_asked_for(postgres_server: Server) -> None:
    calls: list[str] = []
    assert postgres_server.template("once", calls.append) == postgres_server.template("once", calls.append)
    assert len(calls) == 1


def test_a_template_that_could_not_be_filled_is_tried_again(postgres_server: Server) -> None:
    with pytest.raises(ProgrammingError):
        postgres_server.template("mended", lambda url: run(url, "no SQL"))
    calls: list[str] = []
    postgres_server.template("mended", calls.append)
    assert len(calls) == 1


def test_a_database_is_dropped_although_a_connection_is_open(postgres_server: Server) -> None:
    with postgres_server.database() as url:
        engine = create_engine(url)
        connection = engine.connect()
        name = make_url(url).database
    assert not postgres_server.exists(str(name))
    connection.invalidate()
    engine.dispose()


def test_the_server_knows_unicode_and_listens_on_no_port(postgres_server: Server) -> None:
    with postgres_server.database() as url:
        assert read(url, "SELECT lower('ÄÖÜ')") == "äöü"
        assert read(url, "SHOW server_encoding") == "UTF8"
        assert read(url, "SHOW listen_addresses") == ""


@pytest.fixture
def own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REGISTRY_TEST_POSTGRES", raising=False)


def test_the_server_serves_until_its_last_user_leaves_and_then_leaves_nothing(own_server: None, tmp_path: Path) -> None:
    with running_server(tmp_path) as first:
        with running_server(tmp_path) as second:
            assert second.address == first.address
        home = Path(str(first.address.query["host"]))
        time.sleep(2 * launcher.POLL_SECONDS)
        assert first.exists("postgres")
    wait_until(lambda: not home.exists())
    assert not (tmp_path / "server.json").exists()


def test_a_killed_user_leaves_no_server_behind(own_server: None, tmp_path: Path) -> None:
    program = "import sys, time; from pathlib import Path; from tests.postgres import running_server\n"
    program += "with running_server(Path(sys.argv[1])) as server:\n    print('up', flush=True); time.sleep(600)"
    root = Path(__file__).resolve().parent.parent
    user = subprocess.Popen([sys.executable, "-c", program, tmp_path], cwd=root, stdout=subprocess.PIPE, text=True)
    assert user.stdout is not None
    with user.stdout:
        assert user.stdout.readline() == "up\n"
        home = Path(ensure_started(tmp_path))
        assert home.is_dir()
        user.kill()
        user.wait()
    wait_until(lambda: not home.exists())


def test_a_server_that_cannot_start_says_why(own_server: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit('no room on the disk')")
    monkeypatch.setattr(launcher, "__file__", str(broken))
    with pytest.raises(RuntimeError, match="no room on the disk"), running_server(tmp_path / "state"):
        pass


def test_a_borrowed_server_is_left_as_it_was_found(
    own_server: None, postgres_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_TEST_POSTGRES", postgres_server.url("postgres"))
    with running_server(tmp_path) as borrowed:
        template = borrowed.template("tables", lambda _: None)
        copy = borrowed.create_database(template)
        assert postgres_server.exists(copy)
    assert not postgres_server.exists(copy)
    assert not postgres_server.exists(template)


@pytest.mark.skipif(os.getuid() != 0, reason="only root may become another user")
@pytest.mark.parametrize("closed", [False, True], ids=["readable", "closed to others"])
def test_where_namespaces_are_forbidden_root_starts_it_as_nobody(closed: bool, tmp_path: Path) -> None:
    binaries = launcher.find_binaries()
    if closed:
        # As in a virtual environment below root's home: nobody may not even pass through the folder.
        (tmp_path / "private").mkdir(mode=0o700)
        (tmp_path / "private/installation").symlink_to(binaries.parent)
        binaries = tmp_path / "private/installation/bin"
    home = Path("/tmp", f"registry-pg-as-nobody-{os.getpid()}")  # noqa: S108 - short, for the socket's path
    home.mkdir()
    try:
        server = launcher.start(binaries, home, launcher.AS_NOBODY)
        assert (home / "data").stat().st_uid != 0
        assert (home / "installation").exists() == closed
        with psycopg.connect(host=str(home), user="postgres", dbname="postgres") as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        launcher.stop(server)
    finally:
        shutil.rmtree(home)


def test_an_open_connection_does_not_keep_the_server_from_stopping(own_server: None, tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        home = Path(str(server.address.query["host"]))
        lingering = psycopg.connect(libpq(server.address))
    wait_until(lambda: not home.exists())
    with pytest.raises(psycopg.OperationalError):
        lingering.execute("SELECT 1")
    lingering.close()


def test_two_who_come_at_once_share_one_server(own_server: None, tmp_path: Path) -> None:
    hosts: list[str] = []
    # Nobody leaves before both are in.
    met = threading.Barrier(2, timeout=WAIT_SECONDS)

    def join() -> None:
        with running_server(tmp_path) as server:
            met.wait()
            hosts.append(str(server.address.query["host"]))

    threads = [threading.Thread(target=join) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(hosts) == 2
    assert len(set(hosts)) == 1
