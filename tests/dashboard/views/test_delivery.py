from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI

from registry.client import Client
from registry.domain.deliveries import MOST_ATTEMPTS
from registry.jobs.sending import Outlets, send
from registry.jobs.table import remind
from registry.notifiers import notifiers
from registry.outbound import Network
from registry.schemas.predictions import Prediction
from registry.storage.engine import session_factory
from tests.claims import claim
from tests.dashboard.conftest import Open, words
from tests.dashboard.views.test_judge import press
from tests.registry_in_process import ClientOf, SetClock

DUE = datetime(2025, 8, 16, 8, tzinfo=UTC)
OUTLETS = Outlets(notifiers(None, Network(), private_webhooks=False), "http://127.0.0.1:8501")

GiveUp = Callable[[], Prediction]


@pytest.fixture
def give_up(client: Client, registry_app: FastAPI, set_clock: SetClock) -> GiveUp:
    """Lets a reminder be given up: nobody has set up a mail server."""

    def act() -> Prediction:
        made = client.record_prediction(claim())
        me = client.read_me().person
        client.change_person(me.id, {"email": "ada@editors.example"})
        client.open_channel({"kind": "email", "hour": 0})
        sessions = session_factory(registry_app.state.installation.engine)
        remind(sessions, DUE)
        for day in range(MOST_ATTEMPTS):
            send(sessions, DUE + timedelta(days=day), OUTLETS)
        set_clock.now = DUE + timedelta(days=MOST_ATTEMPTS)
        return made

    return act


def test_without_messages_it_says_when_some_come(open_page: Open) -> None:
    shown = words(open_page("delivery"))
    assert "Nothing was given up" in shown
    assert "No message here" in shown
    assert "No channel is open" in shown


def test_what_was_given_up_is_told_with_its_error_and_tried_again(
    open_page: Open, client: Client, give_up: GiveUp
) -> None:
    made = give_up()
    assert "1 reminder could not be delivered" in words(open_page("today"))
    app = open_page("delivery", state="failed")
    shown = words(app)
    assert f"{MOST_ATTEMPTS} attempts failed" in shown
    assert r"REGISTRY\_SMTP\_HOST" in shown
    [failed] = client.list_messages(state="failed").items
    press(app, f"retry-{failed.id}")
    assert not app.exception
    assert client.list_messages(state="failed").items == []
    assert [one.id for one in client.list_messages(state="waiting").items] == [failed.id]
    told = words(open_page("prediction", id=str(made.id)))
    assert "E-mail" in told
    assert "since it is due" in told


def test_a_channel_is_opened_and_switched_off(open_page: Open, client: Client) -> None:
    app = open_page("delivery")
    app.selectbox(key="channel-kind").select("webhook")
    app.text_input(key="channel-address").set_value("https://example.org/hooks")
    press(app, "channel-open")
    assert "is not shown again" in words(app)
    [channel] = client.list_channels()
    press(app, "-switch")
    assert client.list_channels()[0].disabled_at is not None
    assert channel.address == "https://example.org/hooks"


def test_a_channel_that_leads_nowhere_is_refused_with_the_reason(open_page: Open, client: Client) -> None:
    app = open_page("delivery")
    app.selectbox(key="channel-kind").select("webhook")
    press(app, "channel-open")
    assert "Something is missing or wrong" in words(app)
    assert client.list_channels() == []


def test_addresses_of_calendar_and_feed_are_made_and_closed(open_page: Open, client: Client) -> None:
    app = open_page("delivery")
    press(app, "feeds-make")
    [calendar, feed] = [one.value for one in app.code]
    assert "due.ics?token=" in calendar
    assert "due.atom?token=" in feed
    token = calendar.rpartition("=")[2]
    assert b"BEGIN:VCALENDAR" in client.read_calendar(token)
    press(app, "feeds-revoke")
    assert not app.code


def test_a_reader_gets_addresses_but_no_messages(open_page: Open, client_of: ClientOf) -> None:
    client_of("reader", "Rhea Reader")
    app = open_page("delivery")
    app.selectbox(key="person").select("Rhea Reader").run()
    shown = words(app)
    assert not app.error
    assert "Readers follow what falls due" in shown
    assert "Make new addresses" in shown
