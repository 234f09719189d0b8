"""A registry that is really started, on free ports and data of its own, for as long as a block runs."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

STOP_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Started:
    """Where the parts of a running registry are found."""

    dashboard: str
    api: str
    key: str
    pid: int


@contextmanager
def started(
    data_dir: Path, *words: str, environment: Mapping[str, str] | None = None, within: float = 120
) -> Iterator[Started]:
    """Run `registry up` with `words` after it, until the block ends.

    Raises RuntimeError with what it printed where it does not become ready within so many seconds.
    """
    api, dashboard = free_ports(2)
    settings = {
        "REGISTRY_DATA_DIR": str(data_dir),
        "REGISTRY_API_PORT": str(api),
        "REGISTRY_DASHBOARD_PORT": str(dashboard),
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("REGISTRY_")}
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / "registry"), "up", *words],
        env={**inherited, **settings, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _wait(process, within)
        key = (data_dir / "local.key").read_text(encoding="utf-8").strip()
        yield Started(f"http://127.0.0.1:{dashboard}", f"http://127.0.0.1:{api}", key, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_ports(number: int) -> list[int]:
    """Ports on which nothing listens at this moment."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def _wait(process: subprocess.Popen[str], within: float) -> None:
    """Return once it says that it runs; what it prints afterwards is read and dropped, so that it never blocks."""
    said: list[str] = []
    ready = threading.Event()

    def listen(lines: IO[str]) -> None:
        with lines:
            for line in lines:
                said.append(line)
                if "Ctrl-C stops it" in line:
                    ready.set()

    assert process.stdout is not None  # noqa: S101 - it was started with a pipe
    listener = threading.Thread(target=listen, args=(process.stdout,), daemon=True)
    listener.start()
    for _ in range(int(within / 0.1)):
        if ready.wait(0.1):
            return
        if process.poll() is not None:
            break
    listener.join(1)
    raise RuntimeError("`registry up` did not become ready:\n" + "".join(said))
