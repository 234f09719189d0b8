from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, func, select

from registry.actions import collections, predictions
from registry.actions.acting import Actor
from registry.actions.importing import import_rows, try_import
from registry.actions.recomputing import recompute
from registry.domain.errors import Invalid, Missing
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.authors import NewAuthors
from registry.schemas.collections import CollectionNew
from registry.schemas.imports import ImportReport
from registry.schemas.track_records import TrackRecord, TrackRecordFilter
from registry.storage.author_names import known_as
from registry.storage.tables import AuthorRow, EventRow, ImportBatchRow, JudgementRow, PredictionRow, ScoreRow
from registry.storage.track_records import of_author
from tests.claims import claim
from tests.databases import NOW

HEADER = "author,statement,made_on,due_on,probability,outcome,source"
ROWS = (
    "Mira Holt,The lake will freeze over.,2025-01-02,2025-02-01,0.8,1,Shore News",
    "Mira Holt,The ferry will run all winter.,2025-01-02,2025-03-01,30 %,no,Shore News",
    "Ola Berg,Half of the piers will be rebuilt.,2025-01-05,2025-06-30,0.5,0.25,",
    "Ola Berg,The harbour will be sold.,2025-01-05,2026-06-30,,,",
)


def take_in(
    session: Session, actor: Actor, folder: Path, *lines: str, header: str = HEADER, **options: Any
) -> ImportReport:
    file = folder / "claims.csv"
    file.write_text("\n".join([header, *lines]) + "\n", "utf-8")
    verb = try_import if options.pop("dry_run", False) else import_rows
    return verb(session, actor, survey(file), rows_of(file), now=NOW, zone="UTC", **options)


def n_of(session: Session, table: Any) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


def record_of(session: Session, name: str) -> TrackRecord:
    author = known_as(session, [name])[name]
    return of_author(session, author, TrackRecordFilter(), as_of=NOW, now=NOW)


def test_a_file_is_put_on_record_with_its_outcomes(session: Session, actor: Actor, tmp_path: Path) -> None:
    report = take_in(session, actor, tmp_path, *ROWS)
    assert (report.n_rows, report.n_created, report.n_judged, report.n_scored) == (4, 4, 3, 3)
    assert [author.name for author in report.created_authors] == ["Mira Holt", "Ola Berg"]
    assert (report.n_without_criteria, report.n_known_on_inferred) == (4, 3)
    session.commit()
    assert record_of(session, "Mira Holt").brier == pytest.approx((0.2**2 + 0.3**2) / 2)
    batch = session.exec(select(ImportBatchRow)).one()
    assert (batch.id, batch.n_created, batch.finished_at) == (report.import_batch, 4, NOW)


def test_rows_are_kept_as_the_file_says_and_marked_where_inferred(
    session: Session, actor: Actor, tmp_path: Path
) -> None:
    take_in(session, actor, tmp_path, *ROWS)
    row = session.exec(select(PredictionRow).where(PredictionRow.outcome == "partly")).one()
    assert (row.made_on_basis, row.criteria_missing, row.share, row.late) == ("import", True, 0.25, True)
    verdict = session.exec(select(JudgementRow).where(JudgementRow.prediction_id == row.id)).one()
    assert (verdict.known_on, verdict.known_on_inferred) == (date(2025, 6, 30), True)
    assert verdict.import_batch_id == row.import_batch_id


def test_the_same_file_again_changes_nothing(session: Session, actor: Actor, tmp_path: Path) -> None:
    take_in(session, actor, tmp_path, *ROWS)
    before = n_of(session, EventRow)
    report = take_in(session, actor, tmp_path, *ROWS)
    assert (report.n_created, report.n_unchanged, report.import_batch) == (0, 4, None)
    assert (n_of(session, EventRow), n_of(session, ImportBatchRow)) == (before, 1)


def test_a_longer_file_adds_what_is_new(session: Session, actor: Actor, tmp_path: Path) -> None:
    take_in(session, actor, tmp_path, *ROWS[:2])
    report = take_in(session, actor, tmp_path, *ROWS)
    assert (report.n_created, report.n_unchanged) == (2, 2)
    assert [author.name for author in report.created_authors] == ["Ola Berg"]


def test_what_was_judged_since_is_no_conflict(session: Session, actor: Actor, tmp_path: Path) -> None:
    take_in(session, actor, tmp_path, ROWS[3].replace("2026-06-30", "2025-06-30"))
    take_in(session, actor, tmp_path, ROWS[3].replace("2026-06-30", "2025-06-30"))
    assert n_of(session, PredictionRow) == 1


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("0.8,1", "0.7,1", "probability is 0.8 on record, 0.7 here"),
        ("0.8,1", "0.8,0", "there is the outcome yes on record, no here"),
        ("0.8,,", "0.8,1,", "there is no outcome yet on record, yes here"),
    ],
)
def test_other_values_under_the_same_key_are_a_conflict_of_that_line(
    session: Session, actor: Actor, tmp_path: Path, before: str, after: str, said: str
) -> None:
    line = ROWS[0].replace("0.8,1", before) if before != "0.8,," else ROWS[0].replace("0.8,1", "0.8,")
    take_in(session, actor, tmp_path, ROWS[1], line)
    again = take_in(session, actor, tmp_path, ROWS[1], ROWS[0].replace("0.8,1", after.rstrip(",")), ROWS[2])
    assert [conflict.where for conflict in again.conflicts] == ["line 3"]
    assert said in again.conflicts[0].message
    assert (again.n_unchanged, again.n_created) == (1, 1)


def test_one_author_twice_on_one_statement_is_named_by_both_lines(
    session: Session, actor: Actor, tmp_path: Path
) -> None:
    report = take_in(session, actor, tmp_path, ROWS[0], ROWS[1], ROWS[0].replace("0.8", "0.6"))
    assert [conflict.where for conflict in report.conflicts] == ["line 4"]
    assert "line 2" in report.conflicts[0].message
    assert (report.n_rows, report.n_created) == (3, 2)


def test_a_line_that_is_there_twice_counts_once(session: Session, actor: Actor, tmp_path: Path) -> None:
    report = take_in(session, actor, tmp_path, ROWS[0], ROWS[0])
    assert (report.n_created, report.n_unchanged) == (1, 1)


def test_a_ref_of_ones_own_tells_entries_apart(session: Session, actor: Actor, tmp_path: Path) -> None:
    lines = [f"{ROWS[0]},a", f"{ROWS[0].replace('0.8', '0.6')},b"]
    assert take_in(session, actor, tmp_path, *lines, header=f"{HEADER},ref").n_created == 2
    again = take_in(session, actor, tmp_path, *lines, header=f"{HEADER},ref")
    assert again.n_unchanged == 2


def test_every_fault_of_every_line_is_named_and_nothing_is_stored(
    session: Session, actor: Actor, tmp_path: Path
) -> None:
    lines = (
        ROWS[0],
        "Mira Holt,Too sure.,2025-01-02,2025-02-01,1.7,1,",
        "Mira Holt,Due before it was made.,2025-03-02,2025-02-01,0.7,,",
        "Mira Holt,Made in the future.,2099-01-01,2099-02-01,0.7,,",
        "Mira Holt,Known in the future.,2025-01-01,2025-02-01,maybe,perhaps,",
        ",Nobody says it.,2025-01-01,2025-02-01,0.5,,",
    )
    with pytest.raises(Invalid) as raised:
        take_in(session, actor, tmp_path, *lines)
    assert [fault.where for fault in raised.value.faults] == [
        "line 3, probability", "line 5, made_on", "line 6, probability", "line 6, outcome",
        "line 7, author", "line 4",
    ]  # fmt: skip
    session.rollback()
    assert n_of(session, PredictionRow) == 0


def test_what_was_said_too_late_to_predict_anything_is_left_out_and_named(
    session: Session, actor: Actor, tmp_path: Path
) -> None:
    header = f"{HEADER},known_on"
    lines = (
        f"{ROWS[0]},",
        "Mira Holt,It was due before.,2025-03-02,2025-02-01,0.7,1,,",
        "Mira Holt,It was due on that day.,2025-02-01,2025-02-01,0.7,1,,2025-02-01",
        "Mira Holt,It was known before.,2025-01-05,2025-02-01,0.7,1,,2025-01-04",
    )
    report = take_in(session, actor, tmp_path, *lines, header=header)
    assert (report.n_rows, report.n_created) == (4, 2)
    assert [conflict.where for conflict in report.conflicts] == ["line 3", "line 5"]
    assert [
        conflict.where
        for conflict in take_in(
            session, actor, tmp_path, *lines, lines[0].replace("0.8", "0.7"), lines[1], header=header
        ).conflicts
    ] == ["line 3", "line 5", "line 6", "line 7"]
    assert "after it was due on 2025-02-01" in report.conflicts[0].message
    assert "known since 2025-01-04" in report.conflicts[1].message


def test_a_dry_run_reports_what_would_be_done_or_is_wrong(session: Session, actor: Actor, tmp_path: Path) -> None:
    report = take_in(session, actor, tmp_path, *ROWS, dry_run=True)
    assert (report.dry_run, report.n_created, report.import_batch) == (True, 4, None)
    wrong = take_in(session, actor, tmp_path, ROWS[0].replace("0.8", "8"), dry_run=True)
    assert [fault.where for fault in wrong.faults] == ["line 2, probability"]


def test_unknown_authors_are_refused_when_asked_and_near_ones_always(
    session: Session, actor: Actor, tmp_path: Path
) -> None:
    with pytest.raises(Invalid) as raised:
        take_in(session, actor, tmp_path, *ROWS, new_authors=NewAuthors.refuse)
    assert [fault.where for fault in raised.value.faults] == ["line 2, author", "line 4, author"]
    predictions.record(session, actor, claim(author="Mira Hold"), now=NOW, zone="UTC")
    with pytest.raises(Invalid) as near:
        take_in(session, actor, tmp_path, *ROWS)
    assert [fault.suggestions for fault in near.value.faults] == [("Mira Hold",)]
    assert n_of(session, AuthorRow) == 1


def test_rows_go_into_the_collection_that_is_asked_for(session: Session, actor: Actor, tmp_path: Path) -> None:
    made = collections.add(session, actor, CollectionNew(name="Shore"), now=NOW)
    take_in(session, actor, tmp_path, *ROWS, collection=made.slug)
    assert {row.collection_id for row in session.exec(select(PredictionRow))} == {made.id}
    with pytest.raises(Missing):
        take_in(session, actor, tmp_path, *ROWS, collection="nowhere")


def test_sums_and_scores_equal_a_recomputation(session: Session, actor: Actor, tmp_path: Path) -> None:
    take_in(session, actor, tmp_path, *ROWS)
    session.commit()
    assert recompute(session, now=NOW).n_differing == 0
    assert n_of(session, ScoreRow) == 3


def test_a_row_with_one_fault_has_its_others_named_too(session: Session, actor: Actor, tmp_path: Path) -> None:
    rows = (
        "Mira Holt,The lake will freeze over.,2025-01-02,2024-02-01,7,1,Shore News,none",
        "Mira Holt,Ice,2099-01-02,2099-03-01,0.5,,,",
        "Mira Holt,The ferry will run all winter.,soon,2024-03-01,0.5,,,",
    )
    with pytest.raises(Invalid) as raised:
        take_in(session, actor, tmp_path, *rows, header=f"{HEADER},collection")
    assert sorted(fault.where for fault in raised.value.faults) == [
        "line 2, collection", "line 2, due_on", "line 2, probability",
        "line 3, made_on", "line 3, statement",
        "line 4, made_on",
    ]  # fmt: skip
