"""No test reaches the network: sockets open to this machine only, and no name is looked up elsewhere."""

import ipaddress
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest


class NetworkBlocked(RuntimeError):
    """A test tried to leave this machine. Not an OSError, so that no retry or fallback swallows it."""


def is_local(host: object) -> bool:
    """True for loopback addresses and the names that always mean them; the empty host is this machine too."""
    if host is None:
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in {"", "localhost", "localhost.localdomain"}:
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def is_numeric(host: object) -> bool:
    """True for an address in figures, which is taken apart without asking anyone."""
    try:
        ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    return True


def guarded_connect(real: Callable[..., Any]) -> Callable[..., Any]:
    """`socket.connect` or `connect_ex` that refuses Internet addresses other than loopback."""

    def connect(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not is_local(address[0]):
            raise NetworkBlocked(f"a test tried to connect to {address!r}; fake the transport instead")
        return real(self, address)

    return connect


def guarded_lookup(real: Callable[..., Any]) -> Callable[..., Any]:
    """`socket.getaddrinfo` or a brother of it that resolves only what needs no name server."""

    def lookup(host: Any, *words: Any, **named: Any) -> Any:
        if not is_local(host) and not is_numeric(host):
            raise NetworkBlocked(f"a test tried to look up {host!r}; fake the resolver instead")
        return real(host, *words, **named)

    return lookup


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """Guards every socket of the test process for as long as it runs."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, guarded_connect(getattr(socket.socket, name)))
        for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
            patch.setattr(socket, name, guarded_lookup(getattr(socket, name)))
        yield
