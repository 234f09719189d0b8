"""A real server on loopback, and a wire that leads every judged connection to it.

The guard itself is never told to be lenient: names resolve to public addresses, the guard judges those, and
only the last step, the connection to an IP address, ends on loopback instead.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore

PUBLIC = "93.184.216.34"

Script = Callable[[], Iterable[bytes]]


def answer(body: bytes = b"", *headers: str, status: str = "200 OK", content_type: str = "text/html") -> bytes:
    """A whole HTTP answer, its length announced."""
    kind = [f"Content-Type: {content_type}"] if content_type else []
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *kind, *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def head(*headers: str) -> bytes:
    """The head of an answer whose body lasts until the connection ends."""
    return (
        "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", "Connection: close", *headers]).encode()
        + b"\r\n\r\n"
    )


def redirect(location: str, *headers: str) -> bytes:
    return answer(b"", f"Location: {location}", *headers, status="302 Found")


@dataclass
class Site:
    """What stands at each path, and the requests that came in."""

    pages: dict[str, bytes | Script] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def pieces(self, request: str) -> Iterable[bytes]:
        self.requests.append(request)
        page = self.pages[request.split(" ")[1]]
        return [page] if isinstance(page, bytes) else page()


@dataclass
class Wire(httpcore.SyncBackend):
    """Connects to the site whatever address it is given, and remembers which that was."""

    port: int
    dead: set[str] = field(default_factory=set)
    connected: list[tuple[str, int]] = field(default_factory=list)

    def connect_tcp(self, host: str, port: int, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        self.connected.append((host, port))
        if host in self.dead:
            raise httpcore.ConnectError("Connection refused")
        return super().connect_tcp("127.0.0.1", self.port, *args, **kwargs)


@dataclass
class Names:
    """A resolver: what each name answers, turn by turn; a name not listed is public."""

    answers: dict[str, list[Sequence[str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str) -> Sequence[str]:
        self.asked.append(host)
        turns = self.answers.get(host, [[PUBLIC]])
        return turns[min(self.asked.count(host), len(turns)) - 1]
