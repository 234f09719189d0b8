"""Web addresses, made comparable."""

from urllib.parse import urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}


def normalised(address: str) -> str:
    """The address with scheme and host in lower case, without fragment and without the scheme's own port.

    What follows the host stays as it is, for servers may tell capitals apart. Raises ValueError for what is
    no address.

    >>> normalised("HTTPS://Example.ORG:443/A?b=C#d")
    'https://example.org/A?b=C'
    """
    parts = urlsplit(address.strip())
    host = (parts.hostname or "").lower()
    if ":" in host:
        host = f"[{host}]"
    if parts.port is not None and parts.port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{parts.port}"
    if parts.username is not None:
        host = f"{parts.netloc.rpartition('@')[0]}@{host}"
    return urlunsplit((parts.scheme, host, parts.path or "/", parts.query, ""))
