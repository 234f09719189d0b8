from datetime import UTC, datetime, timedelta

from fastapi.testclient import TestClient

from registry.domain.deliveries import MOST_ATTEMPTS
from registry.jobs.sending import Outlets, send
from registry.jobs.table import remind
from registry.notifiers import notifiers
from registry.outbound import Network
from registry.storage.engine import SessionFactory
from tests.api.conftest import Clock, MakeClient
from tests.api.routes.test_reminders import record

DUE = datetime(2025, 8, 16, tzinfo=UTC)
OUTLETS = Outlets(notifiers(None, Network(), private_webhooks=False), "http://127.0.0.1:8501")
HOOK = {"kind": "webhook", "address": "https://example.org/hooks"}


def test_the_secret_of_a_webhook_is_shown_once(client: TestClient) -> None:
    opened = client.post("/api/v1/channels", json=HOOK)
    assert opened.status_code == 201
    assert opened.json()["secret"].startswith("whsec_")
    (channel,) = client.get("/api/v1/channels").json()
    assert channel["address"] == HOOK["address"]
    assert "secret" not in channel
    events = client.get("/api/v1/events").text
    assert opened.json()["secret"] not in events
    assert "example.org" not in events


def test_channels_that_lead_nowhere_are_refused(client: TestClient) -> None:
    for wrong in ({"kind": "webhook"}, {"kind": "pigeon"}, {"kind": "email", "address": "nobody"}):
        assert client.post("/api/v1/channels", json=wrong).status_code == 422
    assert client.post("/api/v1/channels", json=HOOK).status_code == 201
    assert client.post("/api/v1/channels", json=HOOK).status_code == 409


def test_a_channel_is_changed_by_its_owner(client_as: MakeClient) -> None:
    mine, other = client_as("judge"), client_as("logger")
    channel = mine.post("/api/v1/channels", json={"kind": "email", "hour": 6}).json()
    place = f"/api/v1/channels/{channel['id']}"
    assert other.patch(place, json={"hour": 3}).status_code == 404
    changed = mine.patch(place, json={"digest": False, "disabled": True}).json()
    assert (changed["digest"], changed["hour"], changed["version"]) == (False, 6, 2)
    assert changed["disabled_at"] is not None
    assert mine.patch(place, json={"disabled": False}).json()["disabled_at"] is None
    assert mine.patch(place, json={"hour": 3}, headers={"If-Match": '"1"'}).status_code == 412


def test_what_was_given_up_is_listed_and_tried_again(
    client: TestClient, client_as: MakeClient, sessions: SessionFactory, clock: Clock
) -> None:
    record(client)
    client.patch("/api/v1/persons/" + client.get("/api/v1/me").json()["person"]["id"], json={"email": "a@b.example"})
    client.post("/api/v1/channels", json={"kind": "email", "hour": 0})
    remind(sessions, DUE)
    send(sessions, DUE, OUTLETS)
    (remark,) = [one for one in client.get("/api/v1/health").json()["remarks"] if "tried again: 1" in one]
    assert "set REGISTRY_SMTP_HOST" in remark
    for day in range(1, MOST_ATTEMPTS):  # nobody has set up a mail server
        send(sessions, DUE + timedelta(days=day), OUTLETS)
    (failed,) = client.get("/api/v1/messages", params={"state": "failed"}).json()["items"]
    assert (failed["attempts"], failed["n_predictions"]) == (MOST_ATTEMPTS, 1)
    assert "REGISTRY_SMTP_HOST" in failed["last_error"]
    health = client.get("/api/v1/health").json()
    assert health["n_messages_failed"] == 1
    assert any("given up: 1" in remark for remark in health["remarks"])
    retry = f"/api/v1/messages/{failed['id']}/retry"
    assert client_as("logger").post(retry).status_code == 403
    clock.now = DUE + timedelta(days=10)
    assert client.post(retry).json()["state"] == "waiting"
    send(sessions, clock.now, OUTLETS)
    (waiting,) = client.get("/api/v1/messages", params={"state": "waiting"}).json()["items"]
    assert (waiting["id"], waiting["attempts"]) == (failed["id"], 1)
    assert client.get("/api/v1/health").json()["n_messages_failed"] == 0


def test_what_a_channel_that_is_off_did_not_carry_is_no_cause_for_alarm(
    client: TestClient, sessions: SessionFactory
) -> None:
    record(client)
    channel = client.post("/api/v1/channels", json={"kind": "email", "hour": 0}).json()
    remind(sessions, DUE)
    send(sessions, DUE, OUTLETS)
    client.patch(f"/api/v1/channels/{channel['id']}", json={"disabled": True})
    send(sessions, DUE + timedelta(days=1), OUTLETS)
    send(sessions, DUE + timedelta(days=1), OUTLETS)
    assert client.get("/api/v1/health").json()["n_messages_failed"] == 0
    states = {one["channel_kind"]: one["state"] for one in client.get("/api/v1/messages").json()["items"]}
    assert states == {"email": "failed", "log": "sent"}


def test_messages_of_others_are_for_admins(client_as: MakeClient, sessions: SessionFactory) -> None:
    logger, admin = client_as("logger"), client_as("admin")
    record(logger)
    record(admin, statement="Another thing entirely will come to pass.")
    remind(sessions, DUE)
    send(sessions, DUE, OUTLETS)
    assert len(admin.get("/api/v1/messages").json()["items"]) == 2
    (own,) = logger.get("/api/v1/messages").json()["items"]
    assert (own["recipient"], own["state"], own["kind"]) == ("logger person", "sent", "reminders")
    assert logger.post(f"/api/v1/messages/{own['id']}/retry").status_code == 409
