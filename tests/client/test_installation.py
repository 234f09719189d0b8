import httpx
import pytest

from registry.client import Client, Missing
from registry.domain.vocabulary import Role
from registry.schemas.people import KeyNew, PersonNew
from tests.client.conftest import Script, problem


def test_persons_get_keys_that_can_be_revoked(client: Client) -> None:
    person = client.create_person(PersonNew(name="Bo Judge", role=Role.judge))
    client.change_person(person.id, {"locale": "de"}, if_version=person.version)
    assert client.read_person(person.id).locale == "de"
    key = client.issue_key(person.id, KeyNew(label="script"))
    assert key.secret.startswith("fr_")
    assert client.revoke_key(key.id).revoked_at is not None
    assert [one.label for one in client.list_keys(person.id).items] == ["script"]
    assert [one.name for one in client.iter_persons(page_size=1)] == ["Ada Editor", "Bo Judge"]


def test_health_and_history_are_read(client: Client) -> None:
    assert client.read_health().database == "sqlite"
    assert client.read_me().person.name == "Ada Editor"
    assert list(client.iter_events()) == []


def test_history_goes_on_after_the_last_position_of_a_page(script: Script) -> None:
    first = httpx.Response(200, json={"items": [], "next_cursor": "200"})
    client, scripted = script(first, problem(404))
    with pytest.raises(Missing):
        list(client.iter_events(after=3))
    assert [request.url.params["after"] for request in scripted.requests] == ["3", "200"]
