"""`registry up` as people start it: a process of its own, on ports of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

PROGRAM = (sys.executable, "-c", "from registry.cli import main; main()")
READY = "is running. Ctrl-C stops it."
PATIENCE = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An installation of its own."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("REGISTRY_")},
        "REGISTRY_DATA_DIR": str(tmp_path / "data"),
        "REGISTRY_API_PORT": str(free_port()),
        "REGISTRY_DASHBOARD_PORT": str(free_port()),
    }


@pytest.fixture
def running(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A `registry up` that has said it is ready."""
    with subprocess.Popen([*PROGRAM, "up"], env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert READY in process.stdout.readline()
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def listening_of(process: int) -> set[str]:
    """Local addresses, in hexadecimal figures, of the sockets on which a process and its children listen."""
    family = [process, *_children(process)]
    links = {link for one in family for link in _links(Path(f"/proc/{one}/fd"))}
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            cells = line.split()
            if cells[3] == "0A" and f"socket:[{cells[9]}]" in links:
                found.add(cells[1].partition(":")[0])
    return found


def _children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _links(folder: Path) -> Iterator[str]:
    for entry in folder.iterdir():
        try:
            yield str(entry.readlink())
        except FileNotFoundError:
            continue


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="the system has no /proc to look sockets up in")
def test_everything_runs_on_this_machine_alone_once_and_stops_together(
    running: subprocess.Popen[str], environment: dict[str, str]
) -> None:
    api = f"http://127.0.0.1:{environment['REGISTRY_API_PORT']}/api/v1"
    assert httpx.get(f"{api}/health", trust_env=False).json()["database"] == "sqlite"
    assert listening_of(running.pid) == {"0100007F"}
    key = Path(environment["REGISTRY_DATA_DIR"]) / "local.key"
    headers = {"Authorization": f"Bearer {key.read_text().strip()}"}
    assert httpx.get(f"{api}/me", headers=headers, trust_env=False).json()["role"] == "admin"
    second = subprocess.run(
        [*PROGRAM, "up"], env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert second.returncode == 1
    assert "is running already on the data directory" in second.stderr
    assert "Traceback" not in second.stderr
    running.send_signal(signal.SIGTERM)
    output, _ = running.communicate(timeout=PATIENCE)
    assert running.returncode == 0
    assert output.rstrip().endswith("Everything has stopped.")
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{api}/health", trust_env=False)
