"""Ports: taken before anything is started, so that one in use is an error with a remedy."""

import errno
import socket

from registry.domain.errors import Unready

QUEUED = 2048
"""Connections that may wait to be accepted."""


def listening_socket(host: str, port: int, setting: str) -> socket.socket:
    """A socket that listens on that interface and port alone.

    Raises Unready, naming `setting`, where the port is in use or may not be opened.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as problem:
        raise Unready(f"REGISTRY_HOST: {host} is no address of this machine ({problem.strerror}).") from problem
    opened = socket.socket(family, kind, protocol)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen(QUEUED)
    except OSError as problem:
        opened.close()
        raise Unready(_advice(host, port, setting, problem)) from problem
    return opened


def check_free(host: str, port: int, setting: str) -> None:
    """Raise Unready as `listening_socket` does where a port could not be opened."""
    listening_socket(host, port, setting).close()


def reachable(host: str) -> str:
    """The host as it is written in an address of this machine; "every interface" is reached at loopback."""
    local = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104
    return f"[{local}]" if ":" in local else local


def _advice(host: str, port: int, setting: str, problem: OSError) -> str:
    if problem.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use by another program. Stop it, or set {setting}."
    if problem.errno == errno.EACCES:
        return f"Port {port} may not be opened by this user. Set {setting} to a port above 1023."
    return f"Port {port} on {host} cannot be opened ({problem.strerror}). Check REGISTRY_HOST and {setting}."
