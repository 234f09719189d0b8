"""Every route against every role."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from registry.actions.acting import Actor
from registry.api.access import ROLE_NEEDED, authorise, check_complete
from registry.api.registry_route import RegistryRoute
from registry.domain.errors import NotAllowed
from registry.domain.vocabulary import Role
from tests.api.conftest import MakeClient

PLACES = {"prediction_id", "person_id", "key_id", "judgement_id", "candidate_id", "article_id"}

WITHOUT_KEY = {("GET", "/health"), ("GET", "/due.atom"), ("GET", "/due.ics")}
"""Open without a key: health, and the feeds, whose address carries a token of its own."""

OWN_MATTERS = {"/feed-token"}
"""What everyone may change, since it is theirs alone."""


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Rights do not depend on the kind of database."""
    return sqlite_url


def address_of(path: str) -> str:
    """The path with something that is not on record in place of each parameter."""
    for name in PLACES:
        path = path.replace(f"{{{name}}}", "00000000-0000-7000-8000-000000000000")
    return "/api/v1" + path.replace("{", "no-").replace("}", "")


def status(client: TestClient, method: str, path: str) -> int:
    return client.request(method, address_of(path)).status_code


def test_the_table_and_the_routes_are_the_same_list(app: FastAPI) -> None:
    routes = {route.place for route in app.routes if isinstance(route, RegistryRoute)}
    assert routes == set(ROLE_NEEDED)


def test_a_route_without_a_line_in_the_table_keeps_the_api_from_starting() -> None:
    with pytest.raises(LookupError, match="/secrets"):
        check_complete([("GET", "/me"), ("GET", "/secrets")])


def test_nobody_passes_without_a_key_but_to_health(anonymous: TestClient) -> None:
    open_to_all = {place for place in ROLE_NEEDED if status(anonymous, *place) != 401}
    assert open_to_all == WITHOUT_KEY


@pytest.mark.parametrize("role", Role)
def test_a_role_opens_what_the_table_says_and_nothing_else(client_as: MakeClient, role: Role) -> None:
    client = client_as(role)
    for place, needed in ROLE_NEEDED.items():
        allowed = needed is None or role.rank >= needed.rank
        assert (status(client, *place) not in {401, 403}) == allowed, f"{role} at {place}"


def test_readers_change_nothing_and_only_admins_touch_persons_and_keys() -> None:
    for (method, path), needed in ROLE_NEEDED.items():
        if method != "GET" and path not in OWN_MATTERS:
            assert needed is not None
            assert needed.rank >= Role.logger.rank, path
        if path.startswith(("/persons", "/keys")) and method != "GET":
            assert needed is Role.admin, path


@pytest.mark.parametrize("needed", Role)
@pytest.mark.parametrize("role", Role)
def test_each_role_has_the_rights_of_those_before_it(role: Role, needed: Role) -> None:
    actor = Actor(person_id=None, name="Ada", role=role)
    if role.rank >= needed.rank:
        authorise(actor, needed)
    else:
        with pytest.raises(NotAllowed, match=f"needs the role {needed}; Ada acts as {role}"):
            authorise(actor, needed)
