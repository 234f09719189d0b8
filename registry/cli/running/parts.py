"""What runs together: each part can be started, watched and stopped."""

import threading
from collections.abc import Callable, Mapping, Sequence
from socket import socket
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired
from typing import Any, Protocol

import uvicorn

from registry.api.installation import Clock
from registry.jobs.scheduler import background_scheduler
from registry.storage.engine import SessionFactory

PATIENCE_SECONDS = 8


class Part(Protocol):
    """Something that runs until it is stopped."""

    name: str

    def start(self) -> None:
        """Set it going."""

    def lives(self) -> bool:
        """Whether it still runs."""

    def stop(self) -> None:
        """End it, in good order where it lets itself be ended so."""


class Api:
    """The HTTP API, in a thread, on a socket that listens already.

    `make_app` is called in that thread: other parts start while the application is put together.
    """

    name = "API"

    def __init__(self, make_app: Callable[[], Any], listening: socket, *, log_level: str = "warning") -> None:
        config = uvicorn.Config(
            make_app,
            factory=True,
            log_level=log_level,
            access_log=log_level == "info",
            server_header=False,
            timeout_graceful_shutdown=PATIENCE_SECONDS // 2,
        )
        self._server = uvicorn.Server(config)
        self._listening = listening
        self._thread = threading.Thread(target=self._run, name="api", daemon=True)

    def start(self) -> None:
        """Serve, in a thread of its own."""
        self._thread.start()

    def lives(self) -> bool:
        """Whether the server's thread runs."""
        return self._thread.is_alive()

    @property
    def answers(self) -> bool:
        """Whether requests are answered by now."""
        return self._server.started

    def stop(self) -> None:
        """Answer what was asked, then end."""
        self._server.should_exit = True
        self._thread.join(PATIENCE_SECONDS)

    def _run(self) -> None:
        try:
            self._server.run(sockets=[self._listening])
        except SystemExit:
            return  # the server has said why it cannot start; who watches sees that it does not live


class Scheduler:
    """The scheduler, in threads of its own."""

    name = "scheduler"

    def __init__(self, sessions: SessionFactory, clock: Clock) -> None:
        self._scheduler = background_scheduler(sessions, clock)

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()

    def lives(self) -> bool:
        """Whether it ticks."""
        return bool(self._scheduler.running)

    def stop(self) -> None:
        """Let the job that runs come to its end, then end."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)


class Program:
    """Another program, as a child process."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.name = name
        self._command = list(command)
        self._environment = dict(environment)
        self._process: Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process."""
        # What it says on its own account goes nowhere; what goes wrong it says on stderr.
        # Its standard input ends with this process, by which a tethered program knows that it is alone.
        self._process = Popen(self._command, env=self._environment, stdin=PIPE, stdout=DEVNULL)

    def lives(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Ask it to end, and end it where it does not."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(PATIENCE_SECONDS)
        except TimeoutExpired:
            self._process.kill()
            self._process.wait()
        finally:
            if self._process.stdin is not None:
                self._process.stdin.close()
