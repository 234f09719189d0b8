"""Where the registry is and which key to use, as the environment says."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from registry.client.failures import ClientError

_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


def address_in(environment: Mapping[str, str]) -> str:
    """REGISTRY_API_URL, else this machine at REGISTRY_API_PORT, which is 8000 unless set."""
    port = environment.get("REGISTRY_API_PORT") or "8000"
    return environment.get("REGISTRY_API_URL") or f"http://127.0.0.1:{port}"


def key_in(environment: Mapping[str, str]) -> str | None:
    """REGISTRY_API_KEY, else the key of the installation in REGISTRY_DATA_DIR (`var` unless set).

    None where there is neither; the registry then answers only what it shows to everyone.
    """
    given = environment.get("REGISTRY_API_KEY")
    if given:
        return given
    file = Path(environment.get("REGISTRY_DATA_DIR") or "var") / "local.key"
    try:
        return file.read_text(encoding="ascii").strip() or None
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None


def check_address(address: str) -> str:
    """The address as given. Raises ClientError where no connection can be opened to it."""
    try:
        parts = urlsplit(address)
    except ValueError as problem:
        raise ClientError(f"{address!r} is no address of a registry: {problem}.") from problem
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ClientError(
            f"{address!r} is no address of a registry. It starts with http:// or https://, "
            "such as http://127.0.0.1:8000; see REGISTRY_API_URL."
        )
    return address


def is_this_machine(address: str) -> bool:
    """Whether an address leads nowhere else, so that no proxy may be asked for it."""
    return urlsplit(address).hostname in _THIS_MACHINE
