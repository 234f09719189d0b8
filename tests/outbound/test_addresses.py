"""Which addresses may be opened, and that nothing is ever connected for the others."""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from registry.domain import errors
from registry.outbound import Network, fetch
from registry.outbound.addresses import check_address, is_public, public_addresses
from registry.outbound.deadline import Resolve
from tests.outbound.loopback import PUBLIC, Names, Site, Wire, answer, redirect

HOSTILE: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "hostile_addresses.yaml").read_text(encoding="utf-8")
)
each_hostile = pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case["address"])
each_hostile_redirect = pytest.mark.parametrize(
    "case", [case for case in HOSTILE if not case.get("written_oddly")], ids=lambda case: case["address"]
)


def number_in(host: str) -> str:
    """How the machine reads a number as a host: the library of C takes octal, hexadecimal and short forms."""
    return host if ":" in host else socket.inet_ntoa(socket.inet_aton(host))


def resolver_for(case: dict[str, Any]) -> Resolve:
    listed: list[str] | None = case.get("resolves_to")

    def resolve(host: str) -> Sequence[str]:
        if host == "start.example":
            return [PUBLIC]
        return listed or [number_in(host)]

    return resolve


@each_hostile
def test_a_hostile_address_is_refused_before_anything_is_connected(case: dict[str, Any], wire: Wire) -> None:
    with pytest.raises(errors.RegistryError) as refusal:
        fetch(case["address"], network=Network(resolver_for(case), wire))
    assert type(refusal.value).__name__ == case["error"]
    assert wire.connected == []


@each_hostile_redirect
def test_a_redirect_to_a_hostile_address_is_refused_likewise(case: dict[str, Any], site: Site, wire: Wire) -> None:
    site.pages["/"] = redirect(case["address"])
    with pytest.raises((errors.Unreachable, errors.Invalid)):
        fetch("http://start.example/", network=Network(resolver_for(case), wire))
    assert wire.connected == [(PUBLIC, 80)]


def test_a_refusal_does_not_tell_the_numbers_of_the_network_inside(names: Names, wire: Wire) -> None:
    names.answers["intranet.example"] = [["10.1.2.3"]]
    with pytest.raises(errors.Blocked) as refusal:
        fetch("http://intranet.example/", network=Network(names, wire))
    assert "10.1.2.3" not in refusal.value.detail
    assert "intranet.example" in refusal.value.detail


def test_a_refusal_does_not_repeat_the_password(network: Network) -> None:
    with pytest.raises(errors.Blocked) as refusal:
        fetch("http://reader:sesame@news.example/", network=network)
    assert "sesame" not in refusal.value.detail


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("http://news.example/", 80),
        ("https://news.example/page?a=b#c", 443),
        ("http://news.example:443/", 443),
        ("http://93.184.216.34/", 80),
        ("http://[2606:4700::1111]/", 80),
        ("http://bücher.example/", 80),
        ("  http://news.example/\n", 80),
    ],
)
def test_a_public_address_is_opened(address: str, number: int, site: Site, wire: Wire, names: Names) -> None:
    names.answers = {"2606:4700::1111": [["2606:4700::1111"]]}
    wire.dead = {PUBLIC, "2606:4700::1111"}  # how far it comes is what counts here
    with pytest.raises(errors.Unreachable):
        fetch(address, network=Network(names, wire))
    assert [port for _, port in wire.connected] == [number]


def test_of_public_and_private_answers_only_the_public_ones_are_used(names: Names, site: Site, wire: Wire) -> None:
    names.answers["mixed.example"] = [["10.0.0.1", "::1", PUBLIC, "64:ff9b::808:808"]]
    site.pages["/"] = answer(b"text")
    assert fetch("http://mixed.example/", network=Network(names, wire)).body == b"text"
    assert wire.connected == [(PUBLIC, 80)]


def test_the_order_of_the_resolver_is_kept_and_mapped_addresses_are_unwrapped() -> None:
    judged = public_addresses("any.example", ["2606:4700::1111", "127.0.0.1", "::ffff:8.8.8.8", "1.1.1.1"])
    assert list(map(str, judged)) == ["2606:4700::1111", "8.8.8.8", "1.1.1.1"]


@pytest.mark.parametrize("public", ["8.8.8.8", "1.1.1.1", "2001:4860:4860::8888", "2606:4700::1111"])
def test_well_known_public_addresses_are_public(public: str) -> None:
    assert is_public(ip_address(public))


@given(st.ip_addresses(v=4))
@example(IPv4Address("127.0.0.1"))
def test_an_ipv4_address_is_as_public_as_its_mapped_form(address: IPv4Address) -> None:
    assert is_public(IPv6Address(f"::ffff:{address}")) == is_public(address)


@given(st.ip_addresses(v=4), st.integers(0, 2**80 - 1))
def test_no_address_that_carries_another_is_public(address: IPv4Address, rest: int) -> None:
    inner = int(address)
    assert not is_public(IPv6Address(0x2002 << 112 | inner << 80 | rest))
    assert not is_public(IPv6Address(0x20010000 << 96 | rest << 16 | inner >> 16))
    assert not is_public(IPv6Address(0x64FF9B << 96 | inner))
    assert not is_public(IPv6Address(inner))


PRIVATE_OR_GROUP = ("10.0.0.0/8", "fc00::/7", "fe80::/10", "ff00::/8")


@given(st.sampled_from(PRIVATE_OR_GROUP).flatmap(lambda network: st.ip_addresses(network=network)))
def test_no_private_and_no_group_address_is_public(address: IPv4Address | IPv6Address) -> None:
    assert not is_public(address)


@given(st.text(max_size=12), st.text(max_size=30), st.none() | st.integers(0, 70000), st.booleans())
def test_whatever_is_let_through_is_web_on_its_usual_port_without_credentials(
    scheme: str, host: str, port: int | None, has_credentials: bool
) -> None:
    try:
        check_address(scheme, host, port, has_credentials)
    except (errors.Blocked, errors.Invalid):
        return
    assert scheme in ("http", "https")
    assert host
    assert port in (None, 80, 443)
    assert not has_credentials


ODD = st.text(st.sampled_from("htps:/@.[]%#?\\ a1-_é。\ud800\0\n"), max_size=30)


@settings(max_examples=300)
@given(st.sampled_from(["", "http://", "https://", "http://a.example"]), ODD)
@example("http://", "\ud800.example")
@example("http://a.example/", "\ud800")
def test_nonsense_in_place_of_an_address_is_refused_in_words(start: str, rest: str) -> None:
    def nowhere(host: str) -> Sequence[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(errors.RegistryError, match=r"\. |\.$"):
        fetch(start + rest, network=Network(nowhere))
