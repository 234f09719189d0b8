import socket

import pytest

from tests.cli.conftest import Run


def test_a_port_in_use_is_named_with_its_setting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("REGISTRY_API_PORT", str(port))
        said = run("serve", status=1)
    assert f"Port {port} on 127.0.0.1 is in use" in said
    assert "REGISTRY_API_PORT" in said
