from pathlib import Path

import pytest

from registry.client import ClientError
from registry.client.environment import address_in, check_address, is_this_machine, key_in


def test_the_registry_is_on_this_machine_unless_said_otherwise() -> None:
    assert address_in({}) == "http://127.0.0.1:8000"
    assert address_in({"REGISTRY_API_PORT": "8010", "REGISTRY_API_URL": ""}) == "http://127.0.0.1:8010"
    assert address_in({"REGISTRY_API_URL": "https://registry.example.org"}) == "https://registry.example.org"


def test_a_key_that_is_given_beats_the_one_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "local.key").write_text("fr_local\n", encoding="ascii")
    folder = {"REGISTRY_DATA_DIR": str(tmp_path)}
    assert key_in(folder) == "fr_local"
    assert key_in({**folder, "REGISTRY_API_KEY": "fr_given"}) == "fr_given"
    assert key_in({"REGISTRY_DATA_DIR": str(tmp_path / "none")}) is None


@pytest.mark.parametrize("address", ["localhost:8000", "ftp://a.test", "http://", "http://[::1"])
def test_an_address_that_cannot_be_one_is_named(address: str) -> None:
    with pytest.raises(ClientError, match="no address of a registry"):
        check_address(address)


def test_no_proxy_stands_between_this_machine_and_itself() -> None:
    assert is_this_machine("http://127.0.0.1:8000")
    assert not is_this_machine("https://registry.example.org")
