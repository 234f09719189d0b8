import pytest

from registry.client import Client, NotAuthenticated
from tests.claims import claim
from tests.registry_in_process import ClientOf


def test_a_schedule_is_set_and_removed(client: Client) -> None:
    made = client.set_schedule({"before_days": [7, 1], "again_days": 3})
    assert [one.before_days for one in client.list_schedules()] == [made.before_days]
    client.remove_schedule(made.id)
    assert client.list_schedules() == []


def test_a_channel_is_opened_and_switched_off(client: Client) -> None:
    opened = client.open_channel({"kind": "log"})
    client.change_channel(opened.id, {"disabled": True}, if_version=opened.version)
    [channel] = client.list_channels()
    assert channel.disabled_at is not None
    assert client.list_messages().items == []


def test_what_is_due_can_be_subscribed_to_until_the_token_is_revoked(client: Client, client_of: ClientOf) -> None:
    made = client.record_prediction(claim())
    token = client.make_feed_token().token
    assert client.read_calendar(token).startswith(b"BEGIN:VCALENDAR")
    assert b"<feed" in client.read_feed(token)
    assert client.list_reminders(made.id) == []
    client.revoke_feed_token()
    with pytest.raises(NotAuthenticated):
        client.read_calendar(token)
