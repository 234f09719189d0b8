import socket

import pytest

from registry.cli.running.ports import check_free, listening_socket, reachable
from registry.domain.errors import Unready


def test_a_port_in_use_is_named_with_its_setting() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Unready, match=f"Port {port} .* REGISTRY_API_PORT"):
            listening_socket("127.0.0.1", port, "REGISTRY_API_PORT")


def test_a_free_port_is_listened_on_at_that_interface_alone() -> None:
    with listening_socket("127.0.0.1", 0, "REGISTRY_API_PORT") as opened:
        host, port = opened.getsockname()
        assert host == "127.0.0.1"
    check_free("127.0.0.1", port, "REGISTRY_API_PORT")


def test_an_interface_that_is_not_here_is_named() -> None:
    with pytest.raises(Unready, match="REGISTRY_HOST"):
        listening_socket("192.0.2.1", 0, "REGISTRY_API_PORT")


@pytest.mark.parametrize(
    ("host", "written"),
    [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("::1", "[::1]")],  # noqa: S104
)
def test_every_interface_is_reached_at_loopback(host: str, written: str) -> None:
    assert reachable(host) == written
