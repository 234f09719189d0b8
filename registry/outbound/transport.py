"""The wire: how a request reaches a server, guarded or plain.

httpx is given a transport of our own over httpcore's public interface, so that the check and the connection
are one act: `GuardedBackend` resolves a name, judges each answer and connects to the very address it judged.
The name stays the host's in the request and in the TLS handshake, so certificates are verified as always.
"""

import socket
import ssl
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import httpcore
import httpx

from registry.outbound.addresses import check_address, public_addresses
from registry.outbound.deadline import Deadline, Resolve, TimedStream, resolve_within
from registry.outbound.failures import failures_named

SocketOptions = Iterable[httpcore.SOCKET_OPTION]


def system_resolve(host: str) -> Sequence[str]:
    """The IP addresses that this machine's resolver knows for `host`, best first."""
    return [str(answer[4][0]) for answer in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Network:
    """The two doors to the outside: the resolver of names, and what connects to an IP address."""

    resolve: Resolve = system_resolve
    wire: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)


INTERNET = Network()


class PlainBackend(httpcore.NetworkBackend):
    """Connects wherever it is told, within the deadline."""

    def __init__(self, network: Network, deadline: Deadline) -> None:
        self._network = network
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to `host`, a name or an IP address."""
        with self._deadline.enforced(timeout) as left:
            stream = self._network.wire.connect_tcp(host, port, left, local_address, socket_options)
        return TimedStream(stream, self._deadline)


class GuardedBackend(PlainBackend):
    """Connects to public addresses alone, to the one that was judged, trying the next when one fails."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a public address of `host`; raises Blocked if it has none."""
        answers = resolve_within(self._deadline, self._network.resolve, host)
        *others, last = map(str, public_addresses(host, answers))
        for address in others:
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return super().connect_tcp(last, port, timeout, local_address, socket_options)


class PlainTransport(httpx.BaseTransport):
    """Carries httpx's requests over a backend and names every failure in the registry's own words."""

    backend: type[PlainBackend] = PlainBackend

    def __init__(self, network: Network, deadline: Deadline) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=ssl_context(), network_backend=self.backend(network, deadline))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to `request`, its body not yet read; raises Unreachable."""
        url = request.url
        sent = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with failures_named(url.host):
            answer = self._pool.handle_request(sent)
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer, url.host),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


def judge(url: httpx.URL) -> None:
    """Raise Invalid or Blocked if `url` is one that is never opened for others."""
    check_address(url.scheme, url.host, url.port, bool(url.userinfo))


class GuardedTransport(PlainTransport):
    """For addresses from users and articles: each request, redirected or not, is judged before it is sent."""

    backend = GuardedBackend

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The same, but raises Blocked or Invalid for an address that is never opened."""
        judge(request.url)
        return super().handle_request(request)


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response, host: str) -> None:
        self._answer = answer
        self._host = host

    def __iter__(self) -> Iterator[bytes]:
        with failures_named(self._host):
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@cache
def ssl_context() -> ssl.SSLContext:
    """Certificates are verified against the list that comes with httpx, whatever the environment says."""
    return httpx.create_ssl_context(trust_env=False)
