from datetime import UTC, datetime, timedelta

import feedparser
from fastapi.testclient import TestClient
from icalendar import Calendar

from registry.jobs.sending import Outlets, send
from registry.jobs.table import announce, remind
from registry.notifiers import notifiers
from registry.outbound import Network
from registry.storage.engine import SessionFactory
from tests.api.conftest import Clock, MakeClient
from tests.databases import NOW

DUE = datetime(2025, 8, 16, tzinfo=UTC)
CLAIM = {
    "author": "Mira Holt",
    "new_authors": "create",
    "statement": "Zürich <b>will</b> freeze; no \u202etreaty will be signed.",
    "made_on": "2025-08-10",
    "due_on": "2025-08-15",
    "probability": 0.9,
}


def record(client: TestClient, **fields: object) -> str:
    answer = client.post("/api/v1/predictions", json=CLAIM | fields)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def run_jobs(sessions: SessionFactory, now: datetime) -> None:
    announce(sessions, now)
    remind(sessions, now)
    send(sessions, now, Outlets(notifiers(None, Network(), private_webhooks=False), "http://127.0.0.1:8501"))


def test_a_prediction_shows_who_was_reminded_and_how(client: TestClient, sessions: SessionFactory) -> None:
    made = record(client)
    run_jobs(sessions, DUE)
    (reminder,) = client.get(f"/api/v1/predictions/{made}/reminders").json()
    assert (reminder["stage"], reminder["due_round"], reminder["recipient"]) == ("due", 1, "admin person")
    (delivery,) = reminder["deliveries"]
    assert (delivery["channel"], delivery["state"], delivery["attempts"]) == ("log", "sent", 1)


def test_schedules_are_set_for_author_collection_and_registry(client: TestClient, sessions: SessionFactory) -> None:
    made = record(client)
    remind(sessions, DUE - timedelta(days=2))
    answer = client.put("/api/v1/reminder-schedules", json={"author": "mira-holt", "before_days": [1]})
    assert (answer.status_code, answer.json()["author"]) == (200, "mira-holt")
    client.put("/api/v1/reminder-schedules", json={"before_days": [], "again_days": 0})
    changed = client.put("/api/v1/reminder-schedules", json={"author": "mira-holt", "again_days": 2})
    assert changed.json()["version"] == 2
    assert [one["author"] for one in client.get("/api/v1/reminder-schedules").json()] == ["mira-holt", None]
    for days in range(6):
        remind(sessions, DUE + timedelta(days=days))
    stages = [one["stage"] for one in client.get(f"/api/v1/predictions/{made}/reminders").json()]
    assert stages == ["before-3", "due", "after-2", "after-4"]
    assert client.delete(f"/api/v1/reminder-schedules/{answer.json()['id']}").status_code == 204
    assert len(client.get("/api/v1/reminder-schedules").json()) == 1


def test_schedules_that_cannot_be_are_refused(client: TestClient) -> None:
    for wrong in (
        {"before_days": [0]},
        {"again_days": -1},
        {"author": "nobody-at-all"},
        {"author": "a", "collection": "b"},
    ):
        assert client.put("/api/v1/reminder-schedules", json=wrong).status_code in (404, 422), wrong


def test_calendar_programs_read_what_falls_due(client: TestClient, anonymous: TestClient, clock: Clock) -> None:
    made = record(client)
    record(client, statement="A treaty will be signed by the end of next decade.", due_on="2035-12-31")
    token = client.post("/api/v1/feed-token").json()
    answer = anonymous.get("/api/v1/due.ics", params={"token": token["token"]})
    assert answer.headers["content-type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).events
    assert event.start.isoformat() == "2025-08-15"
    assert str(event["summary"]) == "Mira Holt: Zürich <b>will</b> freeze; no treaty will be signed."
    assert str(event["url"]) == f"http://127.0.0.1:8501/judge?id={made}"
    assert str(event["uid"]).startswith(made)
    assert token["calendar"].endswith(f"/api/v1/due.ics?token={token['token']}")


def test_calendars_show_what_is_to_be_annulled_on_the_day_it_is_due(client: TestClient, anonymous: TestClient) -> None:
    record(client, condition="if it rains", kind="conditional", condition_met=False)
    token = client.post("/api/v1/feed-token").json()["token"]
    (event,) = Calendar.from_ical(anonymous.get("/api/v1/due.ics", params={"token": token}).content).events
    assert event.start == NOW.date()


def test_feed_readers_read_what_is_due_once_it_is(client: TestClient, anonymous: TestClient, clock: Clock) -> None:
    made = record(client)
    token = client.post("/api/v1/feed-token").json()["token"]
    read = anonymous.get("/api/v1/due.atom", params={"token": token})
    assert feedparser.parse(read.content).entries == []
    clock.now = DUE
    feed = feedparser.parse(anonymous.get("/api/v1/due.atom", params={"token": token}).content)
    assert not feed.bozo
    (entry,) = feed.entries
    assert entry.link == f"http://127.0.0.1:8501/judge?id={made}"
    assert entry.author == "Mira Holt"
    assert entry.updated == "2025-08-16T00:00:00Z"


def test_a_token_opens_the_feeds_until_the_next_one_and_nothing_else(client: TestClient, anonymous: TestClient) -> None:
    first = client.post("/api/v1/feed-token").json()["token"]
    second = client.post("/api/v1/feed-token").json()["token"]
    codes = [
        anonymous.get("/api/v1/due.ics", params={"token": token}).status_code for token in (first, second, "nonsense")
    ]
    assert codes == [401, 200, 401]
    as_key = {"Authorization": f"Bearer {second}"}
    assert anonymous.get("/api/v1/predictions", headers=as_key).status_code == 401
    assert client.delete("/api/v1/feed-token").status_code == 204
    assert anonymous.get("/api/v1/due.atom", params={"token": second}).status_code == 401


def test_readers_may_not_set_schedules(client_as: MakeClient) -> None:
    assert client_as("reader").put("/api/v1/reminder-schedules", json={}).status_code == 403
