from pathlib import Path

import pytest
from sqlmodel import Session, select

from registry.actions import collections, questions
from registry.actions.acting import Actor
from registry.actions.importing import import_rows, try_import
from registry.domain.errors import Invalid
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.authors import NewAuthors
from registry.schemas.collections import CollectionNew
from registry.schemas.imports import ImportReport
from registry.schemas.questions import QuestionNew
from registry.storage.tables import CollectionRow, PredictionRow, QuestionRow
from tests.databases import NOW

HEADER = (
    "author,statement,made_on,due_on,probability,outcome,question,sense,question_wording,collection,"
    "collection_name,collection_separate"
)
ROWS = (
    "Mira Holt,The lake will freeze.,2025-01-02,2025-02-01,0.8,1,lake-ice,1,Will the lake freeze?,pub-quiz,Pub,true",
    "Ola Berg,The lake stays open.,2025-01-03,2025-02-01,0.6,0,lake-ice,-1,,pub-quiz,,",
    "Ola Berg,The ferry will sink.,2025-01-03,2025-02-01,0.1,0,q7,1,,,,",
)


def written(folder: Path, *lines: str) -> Path:
    file = folder / "claims.csv"
    file.write_text("\n".join([HEADER, *lines]) + "\n", "utf-8")
    return file


def take_in(session: Session, actor: Actor, file: Path, mode: NewAuthors = NewAuthors.create) -> ImportReport:
    return import_rows(session, actor, survey(file), rows_of(file), now=NOW, zone="UTC", new_authors=mode)


def test_questions_and_collections_that_rows_name_are_made_as_they_tell(
    session: Session, actor: Actor, tmp_path: Path
) -> None:
    report = take_in(session, actor, written(tmp_path, *ROWS))
    assert (report.created_collections, report.created_questions) == (["pub-quiz"], ["lake-ice", "q7"])
    made = session.exec(select(CollectionRow)).one()
    assert (made.slug, made.name, made.separate) == ("pub-quiz", "Pub", True)
    wordings = {row.slug: row.wording for row in session.exec(select(QuestionRow))}
    assert wordings == {"lake-ice": "Will the lake freeze?", "q7": "Question q7"}
    joined = session.exec(select(PredictionRow.sense).where(PredictionRow.collection_id == made.id)).all()
    assert sorted(joined) == [-1, 1]


def test_what_is_on_record_is_not_made_again(session: Session, actor: Actor, tmp_path: Path) -> None:
    collections.add(session, actor, CollectionNew(name="Pub quiz"), now=NOW)
    known = questions.add(session, actor, QuestionNew(wording="Will it freeze?", slug="lake-ice"), now=NOW)
    rows = (ROWS[0], ROWS[1].replace("lake-ice", str(known.id)))
    report = take_in(session, actor, written(tmp_path, *rows))
    assert (report.n_created, report.created_collections, report.created_questions) == (2, [], [])
    assert {row.question_id for row in session.exec(select(PredictionRow))} == {known.id}


def test_a_dry_run_tells_what_would_be_made(session: Session, actor: Actor, tmp_path: Path) -> None:
    file = written(tmp_path, *ROWS)
    report = try_import(session, actor, survey(file), rows_of(file), now=NOW, zone="UTC")
    assert report.created_questions == ["lake-ice", "q7"]


@pytest.mark.parametrize(
    ("row", "mode"), [(ROWS[0], NewAuthors.refuse), (ROWS[2].replace("q7", "Which one?"), NewAuthors.create)]
)
def test_what_is_not_to_be_made_or_has_no_slug_is_a_fault_of_its_row(
    session: Session, actor: Actor, tmp_path: Path, row: str, mode: NewAuthors
) -> None:
    with pytest.raises(Invalid) as raised:
        take_in(session, actor, written(tmp_path, row), mode)
    assert "line 2, question" in [fault.where for fault in raised.value.faults]
