"""Every bound is tried by raw SQL, past all Python checks, on both databases."""

from datetime import date
from enum import StrEnum
from typing import Any, get_args

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine, Table
from sqlalchemy.exc import DataError, IntegrityError

from registry.storage.rollups import AMOUNTS
from registry.storage.tables import ROWS, metadata
from registry.storage.tables.registered import new_id
from tests.databases import NOW

PERSON, AUTHOR, ARTICLE, PREDICTION, BATCH, JUDGEMENT, EVENT = (new_id() for _ in range(7))
DIGEST = "0" * 64

SOUND: dict[str, dict[str, Any]] = {
    "person": {"id": PERSON, "name": "Ada", "role": "admin", "locale": "en", "time_zone": "UTC"},
    "api_key": {"person_id": PERSON, "prefix": "abcdefgh", "digest": DIGEST, "label": "",
                "may_act_for_others": False},
    "author": {"id": AUTHOR, "name": "Mira", "kind": "person", "slug": "mira"},
    "author_alias": {"author_id": AUTHOR, "name": "Mira", "folded": "mira"},
    "article": {"id": ARTICLE, "text": "It will rain.", "n_characters": 13, "sha256": DIGEST,
                "entered_by_id": PERSON, "notes": []},
    "article_address": {"article_id": ARTICLE, "address": "https://example.org/a"},
    "question": {"wording": "Will it rain?", "time_zone": "UTC", "slug": "rain"},
    "collection": {"name": "All", "separate": False, "slug": "all"},
    "import_batch": {"id": BATCH, "name": "a.csv", "sha256": DIGEST, "person_id": PERSON, "n_rows": 0,
                     "n_created": 0, "n_unchanged": 0},
    "prediction": {"id": PREDICTION, "statement": "It will rain.", "kind": "forecast",
                   "made_on": date(2025, 8, 1),
                   "made_on_basis": "entered", "due_on": date(2025, 8, 2), "sense": 1, "muted": False,
                   "natural_key": DIGEST, "entered_by_id": PERSON, "author_id": AUTHOR,
                   "author_id_as_entered": AUTHOR, "criteria": "Rain.", "criteria_missing": False,
                   "time_zone": "UTC", "search_text": "it will rain", "due_at": NOW, "due_round": 1,
                   "disputed": False, "late": False},
    "candidate": {"article_id": ARTICLE, "statement": "It will rain.", "quotes": [], "attributed": False,
                  "due_inferred": False, "checklist": [], "polarity": "yes", "kind": "forecast",
                  "grade": "soft", "confidence": 0.5, "extractor": "rules",
                  "extractor_version": "1", "state": "waiting"},
    "mention": {"prediction_id": PREDICTION, "quote": "It will rain.", "quote_checked": False,
                "entered_by_id": PERSON},
    "tag": {"prediction_id": PREDICTION, "name": "rain"},
    "judgement": {"id": JUDGEMENT, "prediction_id": PREDICTION, "person_id": PERSON, "role": "verdict",
                  "outcome": "yes", "citation": "Weather report", "known_on_inferred": False},
    "score": {"prediction_id": PREDICTION, "judgement_id": JUDGEMENT, "brier_units": 0, "log_units": 0,
              "baseline_brier_units": 0, "score_version": 1},
    "rollup": {"author_id": AUTHOR, "tag": "", "collection_id": AUTHOR, "basis": "", "month": "2025-08",
               "ranked": True, "bin": -1, **dict.fromkeys(AMOUNTS, 0)},
    "event": {"id": EVENT, "at": NOW, "verb": "recorded", "noun": "prediction", "noun_id": PREDICTION,
              "noun_version": 1, "body": "{}", "digest": DIGEST},
    "event_text": {"event_id": EVENT, "field": "quote", "salt": "0" * 32},
    "idempotency_record": {"person_id": PERSON, "key": "k", "request_digest": DIGEST, "status": 201,
                           "headers": "{}", "body": "{}"},
    "job_run": {"job": "announce", "slot": NOW, "started_at": NOW, "n_done": 0},
}  # fmt: skip

BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("prediction", {"due_on": date(2025, 7, 31)}),
    ("prediction", {"due_from": date(2025, 8, 3)}),
    ("prediction", {"due_on": None}),
    ("prediction", {"sense": 0}),
    ("prediction", {"probability": 0.5}),
    ("prediction", {"probability": 0.5, "probability_basis": "hedged", "probability_low": 0.6}),
    ("prediction", {"probability": 0.5, "probability_basis": "hedged", "probability_high": 0.4}),
    ("prediction", {"outcome": "partly"}),
    ("prediction", {"outcome": "yes", "share": 0.5}),
    ("prediction", {"share": 0.5}),
    ("mention", {"quote_start": 1}),
    ("mention", {"quote_start": 5, "quote_end": 5}),
    ("judgement", {"outcome": "partly"}),
    ("judgement", {"outcome": "annulled"}),
    ("judgement", {"reason": "unverifiable"}),
    ("judgement", {"citation": None}),
    ("judgement", {"citation": "too short"}),
]


def insert(engine: Engine, name: str, changed: dict[str, Any]) -> None:
    """Insert a sound row with some values changed, after the rows that it points to."""
    with engine.connect() as connection:
        for before in SOUND:
            if before == name:
                break
            connection.execute(_table(before).insert(), _row(before, {}))
        connection.execute(_table(name).insert(), _row(name, changed))


def _table(name: str) -> Table:
    # A bare copy of the columns: no default, no type of ours stands between the value and the database.
    kept = metadata.tables[name]
    columns = [sa.column(column.name, column.type) for column in kept.columns]
    return sa.table(name, *columns)  # type: ignore[return-value]


def _row(name: str, changed: dict[str, Any]) -> dict[str, Any]:
    columns = metadata.tables[name].columns
    row = {"id": new_id(), "created_at": NOW, "version": 1} | SOUND[name] | changed
    return {key: value for key, value in row.items() if key in columns}


@pytest.mark.parametrize("name", [*SOUND])
def test_a_sound_row_is_taken(engine: Engine, name: str) -> None:
    insert(engine, name, {})


@pytest.mark.parametrize(("name", "changed"), BROKEN, ids=lambda value: str(value)[:60])
def test_rows_that_contradict_themselves_are_refused(engine: Engine, name: str, changed: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        insert(engine, name, changed)


def bounds() -> list[tuple[str, str, Any]]:
    """One value just outside each bound that a schema states, for each table and column."""
    found: list[tuple[str, str, Any]] = []
    for row in ROWS:
        name = str(row.__tablename__)
        if name not in SOUND:
            continue
        for field, info in row.model_fields.items():
            for bound in info.metadata:
                found += [(name, field, value) for value in _outside(bound)]
            options = get_args(info.annotation) or (info.annotation,)
            if any(isinstance(option, type) and issubclass(option, StrEnum) for option in options):
                found.append((name, field, "nonsense"))
    return found


def _outside(bound: Any) -> list[Any]:
    match type(bound).__name__, bound:
        case "Ge", _:
            return [date(1499, 12, 31)] if isinstance(bound.ge, date) else [bound.ge - 1]
        case "Le", _:
            return [date(3000, 1, 1)] if isinstance(bound.le, date) else [bound.le + 1]
        case "MaxLen", _ if bound.max_length < 100_000:
            return ["x" * (bound.max_length + 1)]
        case "MinLen", _ if bound.min_length > 0:
            return ["x" * (bound.min_length - 1)]
        case _:
            return []


def test_there_are_bounds_to_try() -> None:
    assert len(bounds()) > 150


def test_every_bound_of_every_field_holds_in_the_database(engine: Engine) -> None:
    taken = []
    for name, field, value in bounds():
        try:
            insert(engine, name, {field: value})
        except (IntegrityError, DataError):
            continue
        taken.append((name, field, value))
    assert taken == []
