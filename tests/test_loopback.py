import socket
from pathlib import Path

import pytest

from tests.loopback import NetworkBlocked


@pytest.mark.parametrize("address", [("93.184.215.14", 80), ("10.0.0.1", 80), ("169.254.169.254", 80)])
def test_a_connection_to_another_machine_is_refused_before_it_is_tried(address: tuple[str, int]) -> None:
    with socket.socket() as outside, pytest.raises(NetworkBlocked):
        outside.connect(address)
    with socket.socket() as outside, pytest.raises(NetworkBlocked):
        outside.connect_ex(address)


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(NetworkBlocked):
        socket.gethostbyname("news.example")
    with pytest.raises(NetworkBlocked):
        socket.gethostbyname_ex("news.example")
    with pytest.raises(NetworkBlocked):
        socket.getaddrinfo("news.example", 443)


def test_loopback_and_unix_sockets_work(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        caller = socket.create_connection(("localhost", server.getsockname()[1]), timeout=5)
        answering, _ = server.accept()
        with caller, answering:
            assert caller.getpeername() == server.getsockname()
    with socket.socket(socket.AF_UNIX) as caller, pytest.raises(FileNotFoundError):
        caller.connect(str(tmp_path / "nobody-listens"))


def test_an_address_in_figures_is_taken_apart_without_a_name_server() -> None:
    assert socket.getaddrinfo("192.0.2.7", 80, type=socket.SOCK_STREAM)[0][4] == ("192.0.2.7", 80)
