"""An imported row leaves behind what recording and judging it one by one would have left."""

import json
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from registry.actions import authors, predictions
from registry.actions.acting import Actor
from registry.actions.importing import import_rows
from registry.actions.judgements import judge
from registry.domain.history import canonical_json, digest
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.authors import AuthorNew
from registry.storage.tables import (
    EventRow,
    EventTextRow,
    ImportBatchRow,
    JudgementRow,
    MentionRow,
    PredictionRow,
    ScoreRow,
    TagRow,
)
from tests.databases import NOW

ROW = {
    "author": "Mira Holt",
    "statement": "The Äußere Mole will be rebuilt.",
    "made_on": "2025-01-02",
    "due_on": "2025-02-01",
    "probability": 0.00003,
    "outcome": 0.25,
    "source": "Shore News",
    "tags": ["harbour", "mole"],
    "citation": "Minutes of the harbour board",
    "baseline": 1,
}
TABLES = (PredictionRow, MentionRow, TagRow, JudgementRow, ScoreRow)
OWN = {"id", "prediction_id", "judgement_id", "import_batch_id", "natural_key", "event_id", "salt"}


def left_behind(session: Session) -> list[dict[str, Any]]:
    session.expire_all()
    return [
        {name: value for name, value in row.model_dump(mode="json", warnings=False).items() if name not in OWN}
        for table in TABLES
        for row in session.exec(select(table))
    ]


def told(session: Session) -> list[tuple[str, dict[str, Any]]]:
    events = session.exec(select(EventRow).where(EventRow.noun != "import_batch").order_by(EventRow.id))  # type: ignore[arg-type]
    found = []
    for event in events:
        assert event.digest == digest(event.body)
        assert event.body == canonical_json(json.loads(event.body))
        body = {name: value for name, value in json.loads(event.body).items() if name not in OWN}
        hashed = {name for name, value in body.items() if isinstance(value, dict)}
        found.append((event.verb, {name: None if name in hashed else value for name, value in body.items()}))
    return sorted(found, key=itemgetter(0))


def texts(session: Session) -> list[tuple[str, str | None]]:
    return sorted((row.field, row.text) for row in session.exec(select(EventTextRow)))


def test_rows_events_and_texts_are_the_same_either_way(session: Session, actor: Actor, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text(json.dumps(ROW), "utf-8")
    surveyed = survey(file)
    authors.add(session, actor, AuthorNew(name="Mira Holt"), now=NOW)
    with session.begin_nested() as imported:
        import_rows(session, actor, surveyed, rows_of(file), now=NOW, zone="UTC")
        rows, events, words = left_behind(session), told(session), texts(session)
        imported.rollback()
    [row] = rows_of(file)
    assert row.prediction is not None
    assert row.judgement is not None
    batch = ImportBatchRow(name=surveyed.name, sha256=surveyed.sha256, person_id=actor.required_id, created_at=NOW)
    session.add(batch)
    made = predictions.record(session, actor, row.prediction, now=NOW, zone="UTC")
    judge(session, actor, made.id, row.judgement, now=NOW, came_with=batch)
    session.flush()
    assert left_behind(session) == rows
    assert told(session) == events
    # A new import batch is told of at its end, with its name.
    assert texts(session) == [one for one in words if one != ("name", surveyed.name)]
