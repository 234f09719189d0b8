import json
import pickle
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from registry.actions import importing
from registry.actions.acting import Actor
from registry.actions.import_lots import Circumstances
from registry.actions.import_preparing import Prepared, Preparing
from registry.actions.importing import import_rows
from registry.actions.linking import Links
from registry.domain.vocabulary import Role
from registry.intake.prediction_file import rows_of, survey
from registry.storage.tables import EventRow, EventTextRow, PredictionRow
from tests.databases import NOW

AUTHOR = UUID(int=5)
SHARED = Circumstances(
    actor=Actor(UUID(int=1), "importer", Role.admin),
    now=NOW,
    zone="UTC",
    batch_id=UUID(int=2),
    batch_name="claims.jsonl",
    links=Links(authors={"Mira Holt": AUTHOR, "M. Holt": AUTHOR}),
    known=frozenset(),
    collection=None,
    dialect="sqlite",
)
CLAIM = {"author": "Mira Holt", "statement": "The lake will freeze.", "made_on": "2025-01-02", "due_on": "2025-02-01"}


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    file = folder / "claims.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def prepared(folder: Path, *rows: dict[str, Any]) -> Prepared:
    return Preparing(rows_of(written(folder, *rows)), SHARED, 100)(0)


def test_rows_that_say_the_same_have_one_digest_under_any_name_of_the_author(tmp_path: Path) -> None:
    again = {**CLAIM, "author": "M. Holt", "statement": "The  lake will freeze."}
    one, same, other = prepared(tmp_path, CLAIM, again, {**CLAIM, "probability": 0.5}).sound
    assert (one.key, one.said) == (same.key, same.said)
    assert one.key == other.key
    assert one.said != other.said


def test_a_lot_is_the_same_after_a_journey_to_another_process(tmp_path: Path) -> None:
    lot = prepared(tmp_path, {**CLAIM, "outcome": 1, "probability": 0.7, "tags": ["ice"]}, {**CLAIM, "ref": "r"})
    assert pickle.loads(pickle.dumps(lot)) == lot  # noqa: S301


def test_the_rows_of_some_predictions_leave_those_of_the_others_out(tmp_path: Path) -> None:
    lot = prepared(tmp_path, {**CLAIM, "outcome": 1, "probability": 0.7, "tags": ["ice"]}, {**CLAIM, "ref": "r"})
    some = lot.of_some([1])
    assert len(some[PredictionRow]) == 1
    assert some[PredictionRow][0] == lot.rows[PredictionRow][1]
    assert {table.__name__: len(rows) for table, rows in some.items() if rows} == {
        "PredictionRow": 1,
        "EventRow": 1,
        "EventTextRow": len(lot.rows[EventTextRow]) - len(lot.of_some([0])[EventTextRow]),
    }


def test_lots_may_be_passed_over(tmp_path: Path) -> None:
    file = written(tmp_path, *({**CLAIM, "ref": str(number)} for number in range(5)))
    prepare = Preparing(rows_of(file), SHARED, 2)
    assert [row.line for row in prepare(1).sound] == [3, 4]
    assert [row.line for row in prepare(2).sound] == [5]


def test_two_processes_put_the_same_on_record_as_one(
    session: Session, actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "LOTS_ALONE", 0)
    monkeypatch.setattr(importing, "AT_ONCE", 10)
    rows = [{**CLAIM, "statement": f"Claim {number}.", "probability": 0.25, "outcome": 1} for number in range(250)]
    file = written(tmp_path, *rows, rows[7], {**rows[8], "probability": 0.3})
    done: list[int] = []
    report = import_rows(
        session, actor, survey(file), rows_of(file), now=NOW, zone="UTC", in_two=True, advance=done.append
    )
    assert (report.n_created, report.n_scored, report.n_unchanged) == (250, 250, 1)
    assert [conflict.where for conflict in report.conflicts] == ["line 252"]
    assert sum(done) == 252
    statements = session.exec(select(PredictionRow.statement)).all()
    assert sorted(statements) == sorted(f"Claim {number}." for number in range(250))
    told = session.exec(select(EventRow.verb).where(col(EventRow.noun).in_(["prediction", "judgement"]))).all()
    assert sorted(told) == ["judged"] * 250 + ["recorded"] * 250
    again = import_rows(session, actor, survey(file), rows_of(file), now=NOW, zone="UTC", in_two=True)
    assert (again.n_created, again.n_unchanged) == (0, 251)
