"""How a connection is made: to the judged address, under the host's name."""

import ssl
from dataclasses import dataclass, field
from typing import Any

import httpcore
import pytest

from registry.domain.errors import Blocked, Unreachable
from registry.outbound import Network, fetch
from registry.outbound.transport import ssl_context, system_resolve
from tests.outbound.loopback import PUBLIC, Names, Site, Wire, answer

SECOND = "1.1.1.1"


def test_the_name_is_asked_once_and_its_first_answer_is_connected(
    site: Site, names: Names, wire: Wire, network: Network
) -> None:
    names.answers["rebinding.example"] = [[PUBLIC], ["127.0.0.1"]]
    site.pages["/"] = answer(b"text")
    assert fetch("http://rebinding.example/", network=network).body == b"text"
    assert names.asked == ["rebinding.example"]
    assert wire.connected == [(PUBLIC, 80)]


def test_the_next_public_address_is_tried_when_the_first_is_dead(
    site: Site, names: Names, wire: Wire, network: Network
) -> None:
    names.answers["two.example"] = [[PUBLIC, "10.0.0.1", SECOND]]
    wire.dead = {PUBLIC}
    site.pages["/"] = answer(b"text")
    assert fetch("http://two.example/", network=network).body == b"text"
    assert wire.connected == [(PUBLIC, 80), (SECOND, 80)]


def test_a_host_whose_every_address_is_dead_is_unreachable(names: Names, wire: Wire, network: Network) -> None:
    names.answers["two.example"] = [[PUBLIC, SECOND]]
    wire.dead = {PUBLIC, SECOND}
    with pytest.raises(Unreachable, match=r"two\.example cannot be reached"):
        fetch("http://two.example/", network=network)


def test_a_name_that_does_not_exist_is_unreachable(wire: Wire) -> None:
    def unknown(host: str) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(Unreachable, match=r"No site has the name nowhere\.example"):
        fetch("http://nowhere.example/", network=Network(unknown, wire))


def test_a_name_that_no_resolver_can_carry_is_unreachable(wire: Wire) -> None:
    def as_the_system(host: str) -> list[str]:
        return [host.encode("idna").decode()]  # raises UnicodeError for a label of more than 63 characters

    with pytest.raises(Unreachable, match="Check the spelling"):
        fetch(f"http://{'a' * 70}.example/", network=Network(as_the_system, wire))


def test_a_name_without_any_answer_is_refused(wire: Wire) -> None:
    with pytest.raises(Blocked):
        fetch("http://empty.example/", network=Network(lambda _: [], wire))


@dataclass
class Handshake(httpcore.NetworkStream):
    """A connection that notes how it is encrypted and then speaks one prepared answer."""

    says: bytes
    heard: bytes = b""
    hosts: list[str | None] = field(default_factory=list)
    contexts: list[ssl.SSLContext] = field(default_factory=list)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        assert timeout is not None
        self.hosts.append(server_hostname)
        self.contexts.append(ssl_context)
        return self

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        assert timeout is not None
        said, self.says = self.says[:max_bytes], self.says[max_bytes:]
        return said

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        assert timeout is not None
        self.heard += buffer

    def close(self) -> None:
        return None


@dataclass
class Encrypted(httpcore.NetworkBackend):
    stream: Handshake
    connected: list[str] = field(default_factory=list)

    def connect_tcp(self, host: str, *_: Any, **__: Any) -> httpcore.NetworkStream:
        self.connected.append(host)
        return self.stream


def test_the_certificate_is_asked_of_the_host_and_not_of_the_number(names: Names) -> None:
    wire = Encrypted(Handshake(answer(b"text")))
    assert fetch("https://start.example/", network=Network(names, wire)).body == b"text"
    assert wire.connected == [PUBLIC]
    assert wire.stream.hosts == ["start.example"]
    assert b"Host: start.example\r\n" in wire.stream.heard
    (context,) = wire.stream.contexts
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


def test_a_server_that_does_not_encrypt_is_unreachable_by_https(site: Site, network: Network) -> None:
    with pytest.raises(Unreachable, match=r"start\.example offers no safe connection"):
        fetch("https://start.example/", network=network)


@pytest.mark.parametrize(
    "said", [b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", b""]
)
def test_what_is_not_http_is_unreachable(said: bytes, site: Site, network: Network) -> None:
    site.pages["/"] = said
    with pytest.raises(Unreachable, match=r"start\.example broke off, or what it sends is not HTTP"):
        fetch("http://start.example/", network=network)


@pytest.mark.parametrize("number", ["127.0.0.1", "::1"])
def test_the_machines_resolver_reads_numbers(number: str) -> None:
    assert system_resolve(number) == [number]


def test_the_environment_cannot_change_whom_to_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nonexistent")
    ssl_context.cache_clear()
    assert ssl_context().get_ca_certs()
