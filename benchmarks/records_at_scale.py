"""An author's record and the board of a large registry over HTTP, each beside a bare route of the same bytes.

    python benchmarks/records_at_scale.py [--quick]

1,000,000 predictions of 10,000 authors, 300,000 of them resolved (--quick: a fiftieth of each) are written to
SQLite straight from the program; the sums over them are computed as `registry scores recompute --write` does.
The floor is FastAPI with a plain function behind it: no key, no database. Both answer the same four connections.
"""

import argparse
import http.client
import multiprocessing
import random
import socket
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import uvicorn
from fastapi import FastAPI, Request, Response
from sqlmodel import Session, SQLModel, select

from benchmarks.request_rate import ask, free_port, rate, serve_registry
from registry.api.local_key import ensure_local_key
from registry.domain.peers import peer_key
from registry.domain.scoring import SCORE_VERSION, brier_units, log_units
from registry.settings import Settings
from registry.storage.engine import open_engine, session_factory, unit_of_work
from registry.storage.migration import migrate
from registry.storage.rollups import recomputed, replace_all
from registry.storage.tables import AuthorRow, JudgementRow, PersonRow, PredictionRow, RollupRow, ScoreRow, TagRow
from registry.storage.tables.registered import new_id

NOW = datetime(2026, 1, 1, tzinfo=UTC)
AUTHORS, PREDICTIONS, RESOLVED_SHARE, AT_ONCE = 10_000, 1_000_000, 0.3, 10_000
TAGS = [f"topic {number}" for number in range(40)]
PATHS = {
    "record of an author": "/api/v1/authors/author-7/track-record",
    "record of an author, one tag": "/api/v1/authors/author-7/track-record?tag=topic+3",
    "board, 100 lines": "/api/v1/leaderboard",
    "board of one tag, 100 lines": "/api/v1/leaderboard?tag=topic+3",
}


def serve_floor(bodies: dict[str, bytes], port: int) -> None:
    app = FastAPI()

    @app.get("/{path:path}")
    def read(request: Request, path: str) -> Response:
        query = request.url.query
        return Response(bodies[f"/{path}?{query}" if query else f"/{path}"], media_type="application/json")

    uvicorn.run(app, port=port, log_level="error")


def insert(session: Session, row: type[SQLModel], values: list[dict[str, Any]]) -> None:
    if values:
        session.execute(row.__table__.insert(), values)  # type: ignore[attr-defined]


def fill(session: Session, n_authors: int, n_predictions: int) -> None:
    """Rows as the registry writes them, without their history."""
    chance = random.Random(7)  # noqa: S311
    person = new_id()
    insert(session, PersonRow, [{"id": person, "name": "Ada Editor", "role": "admin", "locale": "en",
                                 "time_zone": "UTC", "created_at": NOW, "version": 1}])  # fmt: skip
    authors = [new_id() for _ in range(n_authors)]
    insert(session, AuthorRow, [
        {"id": one, "name": f"Author {number}", "slug": f"author-{number}", "kind": "person",
         "created_at": NOW, "version": 1} for number, one in enumerate(authors)
    ])  # fmt: skip
    for start in range(0, n_predictions, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, n_predictions))
        rows = [prediction(number, authors[number % n_authors], person, chance) for number in numbers]
        insert(session, PredictionRow, rows)
        insert(session, TagRow, [{"prediction_id": row["id"], "name": TAGS[row["id"].int % 40]}
                                 for row in rows[::2]])  # fmt: skip
        insert(session, JudgementRow, [judgement(row, person) for row in rows if row["outcome"]])
        insert(session, ScoreRow, [score(row) for row in rows if row["outcome"]])


def prediction(number: int, author: UUID, person: UUID, chance: random.Random) -> dict[str, Any]:
    made = date(2015, 1, 1) + timedelta(days=chance.randrange(3900))
    is_resolved = chance.random() < RESOLVED_SHARE
    due = made + timedelta(days=30)
    probability = chance.randrange(5, 96) / 100
    statement = f"By then number {number} will have come about."
    outcome = "yes" if chance.random() < probability else "no"
    end = datetime.combine(due, datetime.min.time(), UTC) + timedelta(days=1)
    return {
        "id": new_id(), "statement": statement, "kind": "forecast", "made_on": made, "made_on_basis": "printed",
        "due_on": due, "probability": probability, "probability_basis": "stated", "sense": 1, "muted": False,
        "natural_key": f"{number:064d}", "entered_by_id": person, "author_id": author,
        "author_id_as_entered": author, "criteria": statement, "criteria_missing": True, "time_zone": "UTC",
        "search_text": statement.lower(), "peer_key": peer_key(None, statement, due), "due_at": end,
        "due_round": 1, "outcome": outcome if is_resolved else None, "known_on": due if is_resolved else None,
        "disputed": False, "late": True, "created_at": NOW, "version": 1,
    }  # fmt: skip


def judgement(row: dict[str, Any], person: UUID) -> dict[str, Any]:
    return {
        "id": row["id"], "prediction_id": row["id"], "person_id": person, "role": "verdict",
        "outcome": row["outcome"], "citation": "The yearbook of that year", "known_on": row["known_on"],
        "known_on_inferred": False, "created_at": NOW,
    }  # fmt: skip


def score(row: dict[str, Any]) -> dict[str, Any]:
    value = float(row["outcome"] == "yes")
    return {
        "prediction_id": row["id"], "judgement_id": row["id"], "brier_units": brier_units(row["probability"], value),
        "log_units": log_units(row["probability"], value), "baseline_brier_units": brier_units(0.5, value),
        "score_version": SCORE_VERSION, "created_at": NOW,
    }  # fmt: skip


def wait_for(port: int) -> None:
    for _ in range(1200):  # starting takes long where other work has the machine
        try:
            socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def timed(what: str, began: float) -> float:
    ended = time.perf_counter()
    print(f"{what}: {ended - began:.1f} s", flush=True)
    return ended


def measured(paths: dict[str, str], key: str, port: int, floor_port: int, total: int) -> Iterator[str]:
    for name, path in paths.items():

        def once(connection: http.client.HTTPConnection, _number: int, path: str = path) -> None:
            ask(connection, "GET", path, key, None)

        floors, rates = rate(floor_port, total, once), rate(port, total, once)
        yield f"{name:<32}{rates:>12.0f}{floors:>10.0f}{floors / rates:>8.1f}"


def build(settings: Settings, scale: int) -> None:
    """The database, unless an earlier run left it; written and summed up, each in one transaction."""
    engine = open_engine(settings.database_url)
    migrate(engine)
    sessions = session_factory(engine)
    began = time.perf_counter()
    with unit_of_work(sessions) as session:
        if session.exec(select(AuthorRow).limit(1)).first() is None:
            fill(session, AUTHORS // scale, PREDICTIONS // scale)
            began = timed(f"{PREDICTIONS // scale:,} predictions written", began)
    with unit_of_work(sessions) as session:
        if session.exec(select(RollupRow).limit(1)).first() is None:
            replace_all(session, (cells for _, cells in recomputed(session)))
            timed("sums over all of them computed and written", began)
    engine.dispose()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--folder", type=Path, help="keep the database here, and use one that is there already")
    asked = parser.parse_args()
    scale = 50 if asked.quick else 1
    with tempfile.TemporaryDirectory() as temporary:
        settings = Settings(data_dir=asked.folder or Path(temporary))
        build(settings, scale)
        engine = open_engine(settings.database_url)
        key = ensure_local_key(settings, session_factory(engine), datetime.now(UTC))
        engine.dispose()
        context = multiprocessing.get_context("spawn")
        port, floor_port = free_port(), free_port()
        registry = context.Process(target=serve_registry, args=(str(settings.data_dir), port), daemon=True)
        registry.start()
        wait_for(port)
        compare(context, key, port, floor_port, 400 if asked.quick else 2000)
        registry.terminate()


def compare(context: Any, key: str, port: int, floor_port: int, total: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    bodies = {}
    for name, path in PATHS.items():
        began = time.perf_counter()
        bodies[path] = ask(connection, "GET", path, key, None)
        print(f"{name}, asked for the first time: {1000 * (time.perf_counter() - began):.0f} ms", flush=True)
    floor = context.Process(target=serve_floor, args=(bodies, floor_port), daemon=True)
    floor.start()
    wait_for(floor_port)
    print(f"{'route':<32}{'requests/s':>12}{'floor':>10}{'ratio':>8}")
    for line in measured(PATHS, key, port, floor_port, total):
        print(line, flush=True)
    floor.terminate()


if __name__ == "__main__":
    main()
