"""One time limit for a whole conversation.

A limit for each read alone lets a server that sends one byte a second hold a worker for days. Here every
wait, whether for a name, a connection, a handshake, a header or a body, is cut to what is left of the total.
"""

import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

import httpcore

from registry.domain.errors import Unreachable

Resolve = Callable[[str], Sequence[str]]


class Deadline:
    """A point on `clock`, `seconds` after it was made. The clock counts seconds and never goes back."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._ends_at = clock() + seconds

    def left(self, at_most: float | None = None) -> float:
        """Seconds left, above 0, and no more than `at_most`.

        Raises:
            Unreachable: none is left.
        """
        left = self._ends_at - self._clock()
        if left <= 0:
            raise self.passed()
        return left if at_most is None else min(left, at_most)

    @contextmanager
    def enforced(self, at_most: float | None = None) -> Iterator[float]:
        """The time limit for one wait; when that wait is what used up the total, the error says so."""
        try:
            yield self.left(at_most)
        except httpcore.TimeoutException:
            self.left()
            raise

    def passed(self) -> Unreachable:
        """The error that says so."""
        return Unreachable(f"The site took longer than {self._seconds:g} seconds. Try again later, or paste the text.")


class TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends with the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Up to `max_bytes`; none at the end."""
        with self._deadline.enforced(timeout) as left:
            return self._stream.read(max_bytes, timeout=left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of `buffer`."""
        with self._deadline.enforced(timeout) as left:
            self._stream.write(buffer, timeout=left)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, under the same deadline."""
        with self._deadline.enforced(timeout) as left:
            return TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection tells about itself, by name."""
        return self._stream.get_extra_info(info)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()


def resolve_within(deadline: Deadline, resolve: Resolve, host: str) -> Sequence[str]:
    """What `resolve` answers for `host`, waiting no longer than the deadline.

    The system's resolver takes no time limit, so it runs in a thread of its own that is left behind when it
    is too slow.

    Raises:
        Unreachable: no such name, or no answer in time.
    """
    answer: Future[Sequence[str]] = Future()
    threading.Thread(target=_resolve_into, args=(answer, resolve, host), daemon=True).start()
    try:
        return answer.result(timeout=deadline.left())
    except TimeoutError as error:
        raise deadline.passed() from error
    except (OSError, UnicodeError) as error:
        raise Unreachable(f"No site has the name {host}. Check the spelling of the address.") from error


def _resolve_into(answer: Future[Sequence[str]], resolve: Resolve, host: str) -> None:
    try:
        answer.set_result(resolve(host))
    except Exception as error:  # noqa: BLE001 (raised again by whoever waits for the answer)
        answer.set_exception(error)
