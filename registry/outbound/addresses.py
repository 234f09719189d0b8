"""Which addresses may be opened on behalf of someone else.

Pure rules: values in, a verdict out. They are asked twice for every hop: first the address as written is
judged (scheme, name, port, credentials), then each IP address its name resolves to. Only an IP address that
passed is ever connected to, so a name that changes its answer afterwards gains nothing.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from registry.domain.errors import Blocked, Invalid

IPAddress = IPv4Address | IPv6Address

SCHEMES = ("http", "https")
PORTS = (80, 443)

# Endings that resolve inside a machine or house, or nowhere (RFC 6761, 6762, 7686, 8375; ICANN's `internal`).
PRIVATE_NAMES = ("localhost", "local", "internal", "home.arpa", "onion")

# `is_global` of Python 3.11 calls every one of these public. All of them reach inside by another door.
REFUSED_NETWORKS = tuple(
    ip_network(network)
    for network in (
        "168.63.129.16/32",  # the host of an Azure machine, which answers with its credentials
        "192.0.0.0/24",  # IETF protocol assignments; clouds put metadata there
        "192.88.99.0/24",  # 6to4 relays
        "::/96",  # an IPv4 address in IPv6 dress, the deprecated way
        "::ffff:0:0:0/96",  # the same, translated (RFC 2765)
        "64:ff9b::/96",  # NAT64: the rest is an IPv4 address
        "64:ff9b:1::/48",  # NAT64 of a private network
        "2001::/32",  # Teredo: carries an IPv4 address
        "2002::/16",  # 6to4: carries an IPv4 address
        "3fff::/20",  # documentation
        "5f00::/16",  # segment routing, inside a provider
        "fec0::/10",  # site-local, the predecessor of fc00::/7
    )
)

REMEDY = "Give the public address of the page, or paste its text instead."


def is_public(address: IPAddress) -> bool:
    """Whether `address` belongs to the public internet and names one machine there."""
    plain = unwrapped(address)
    if not plain.is_global or plain.is_multicast or plain.is_unspecified:
        return False
    return not any(plain in network for network in REFUSED_NETWORKS)


def unwrapped(address: IPAddress) -> IPAddress:
    """The IPv4 address inside an IPv4-mapped IPv6 address; every other address as it is."""
    return getattr(address, "ipv4_mapped", None) or address


def check_address(scheme: str, host: str, port: int | None, has_credentials: bool) -> None:
    """Judge an address as written, before any name is resolved.

    `port` is None where the address names none.

    Raises:
        Invalid: it has no scheme or no host, so it is no web address.
        Blocked: it is one, but of a kind that is never opened.
    """
    check_web_address(scheme, host)
    if has_credentials:
        raise Blocked("The address carries a user name or password. Give it without the part before the @.")
    if port is not None and port not in PORTS:
        raise Blocked(f"The address asks for port {port}; only 80 and 443 are opened. {REMEDY}")
    name = host.rstrip(".").lower()
    if any(name == private or name.endswith(f".{private}") for private in PRIVATE_NAMES):
        raise Blocked(f"{host} is a name inside a machine or a private network. {REMEDY}")


def check_web_address(scheme: str, host: str) -> None:
    """Judge whether an address is one of the web at all, which even the operator's must be.

    Raises:
        Invalid: it has no scheme or no host.
        Blocked: its scheme is not http or https.
    """
    if scheme and scheme not in SCHEMES:
        raise Blocked(f"Addresses that begin with {scheme}: are not opened, only http: and https:. {REMEDY}")
    if not scheme or not host:
        raise Invalid("This is no web address. Write it in full, as in https://example.org/page.")


def public_addresses(host: str, answers: Iterable[str]) -> list[IPAddress]:
    """The addresses among `answers`, the resolver's for `host`, that may be connected to, in its order.

    A host with public and private answers keeps the public ones. Only those are connected to, so refusing
    it whole would add no safety, and it would cut off every IPv4 site behind a DNS64 resolver, which adds a
    NAT64 answer to each.

    Raises:
        Blocked: there are answers, but no public one. The message does not tell which, for it may be shown
            to someone outside, who has no business knowing the names and numbers of the network inside.
    """
    public = [unwrapped(address) for address in map(ip_address, answers) if is_public(address)]
    if not public:
        raise Blocked(f"{host} leads into a private or reserved network, which is never opened. {REMEDY}")
    return public
