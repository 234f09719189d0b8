"""The client as a whole: a method for each route, keys, and persons acted for."""

import inspect
import re
from typing import Any
from uuid import UUID

import httpx
import pytest

from registry.api.access import ROLE_NEEDED
from registry.client import Client, ClientError, NotAllowed, NotAuthenticated
from tests.client.conftest import Script, problem
from tests.registry_in_process import ClientOf

SOME_ID = UUID(int=7)


def methods() -> list[str]:
    found = inspect.getmembers(Client, inspect.isfunction)
    return [name for name, _ in found if not name.startswith("_") and name not in {"close", "for_person"}]


def made_up(parameter: inspect.Parameter) -> Any:
    words = str(parameter.annotation)
    if "Sequence" in words:
        return [{}]
    if "bytes" in words:
        return b"x"
    if "Body" in words or "Mapping" in words:
        return {}
    return SOME_ID if "UUID" in words else "x"


def route_of(request: httpx.Request) -> tuple[str, str]:
    path = request.url.path.removeprefix("/api/v1").replace(str(SOME_ID), "{}")
    path = re.sub(r"(?<=/)x(?=/|$)", "{}", path)
    return request.method, path


def routes_asked(script: Script) -> set[tuple[str, str]]:
    asked = set()
    for name in methods():
        client, scripted = script(problem(404))
        method = getattr(client, name)
        required = [
            made_up(parameter)
            for parameter in inspect.signature(method).parameters.values()
            if parameter.default is parameter.empty
        ]
        with pytest.raises(ClientError):
            list(method(*required))
        asked.add(route_of(scripted.requests[0]))
    return asked


def test_there_is_a_method_for_each_route_and_none_besides(script: Script) -> None:
    routes = {(method, re.sub(r"{\w+}", "{}", path)) for method, path in ROLE_NEEDED}
    assert routes_asked(script) == routes


def test_a_client_without_a_key_is_told_to_send_one(client_of: ClientOf) -> None:
    client = client_of("reader")
    bare = Client.from_http(client._http)
    assert client.read_me().role == "reader"
    with pytest.raises(NotAuthenticated, match="Authorization"):
        bare.read_me()


def test_a_client_acts_for_a_person_with_the_lesser_of_both_rights(client_of: ClientOf) -> None:
    client_of("reader", "Jörg Müller")
    dashboard = client_of("admin", may_act_for_others=True)
    acting = dashboard.for_person("Jörg Müller")
    assert acting.read_me().acting_for == "Jörg Müller"
    with pytest.raises(NotAllowed, match="logger"):
        acting.add_author({"name": "Eva Lind"})
    assert dashboard.for_person(None).read_me().acting_for is None


def test_address_and_key_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_API_URL", "http://registry.test:81")
    monkeypatch.setenv("REGISTRY_API_KEY", "fr_environment")
    asked: list[httpx.Request] = []

    def refuse(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return problem(404)

    with Client(transport=httpx.MockTransport(refuse)) as client, pytest.raises(ClientError):
        client.read_me()
    assert str(asked[0].url) == "http://registry.test:81/api/v1/me"
    assert asked[0].headers["Authorization"] == "Bearer fr_environment"
