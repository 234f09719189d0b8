"""What a row says otherwise than the record is named by its column; what it leaves blank is not."""

import csv
from pathlib import Path

import pytest
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.importing import import_rows
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.imports import ImportReport
from tests.databases import NOW

KEY = {"author": "Mira Holt", "statement": "The lake will freeze over.", "made_on": "2025-01-02", "source": "Shore"}
SAID = {
    "due_on": "2025-02-01", "probability": "0.7", "probability_low": "0.6", "probability_high": "0.8",
    "probability_basis": "hedged", "hedge": "wohl", "hedge_table_version": "3", "baseline": "0.5",
    "baseline_source": "a market", "criteria": "Yes if the gauge says so.", "kind": "conditional",
    "condition": "It is cold.", "condition_met": "true", "condition_decided_on": "2025-01-20", "grade": "sharp",
    "polarity": "yes", "language": "en", "time_zone": "UTC", "made_on_basis": "printed", "due_from": "2025-01-10",
    "due_text": "this winter", "due_rule": "season", "muted": "true", "quote": "It freezes.", "outlet": "Shore News",
    "reported_by": "Ola Berg", "said_on": "2025-01-02", "archived_address": "https://archive.example/1",
    "outcome": "annulled", "reason": "event_cancelled", "known_on": "2025-01-30",
    "evidence_url": "https://shore.example/1", "archived_url": "https://archive.example/2",
    "citation": "Gauge of the harbour board", "note": "Read at noon.",
}  # fmt: skip
OTHER = {
    "probability": "0.75", "probability_low": "0.65", "probability_high": "0.85", "probability_basis": "assumed",
    "hedge": "kaum", "hedge_table_version": "4", "baseline": "0.4", "baseline_source": "a crowd",
    "criteria": "Yes if it bears a man.", "kind": "announcement", "condition": "It is windy.", "condition_met": "false",
    "condition_decided_on": "2025-01-21", "grade": "vague", "polarity": "no", "language": "de",
    "time_zone": "Europe/Berlin", "made_on_basis": "archived", "due_from": "2025-01-11", "due_text": "soon",
    "due_rule": "soon", "muted": "false", "quote": "It will freeze.", "outlet": "Other News",
    "reported_by": "Mira Berg", "said_on": "2025-01-03", "archived_address": "https://archive.example/9",
    "reason": "source_lost", "known_on": "2025-01-31", "evidence_url": "https://shore.example/9",
    "archived_url": "https://archive.example/8", "citation": "Gauge of the ferry pier", "note": "Read at dusk.",
}  # fmt: skip

CONDITION = ("condition", "condition_met", "condition_decided_on", "kind")
VERDICT = ("outcome", "reason", "known_on", "evidence_url", "archived_url", "citation", "note")
BAND = ("probability_low", "probability_high", "probability_basis")
NOT_WITHOUT = {
    "condition": CONDITION, "condition_met": CONDITION, "outcome": VERDICT, "reason": VERDICT, "probability": BAND,
    "probability_low": BAND, "probability_high": BAND, "baseline": ("baseline_source",),
}  # fmt: skip
"""Columns that say nothing without others."""


def take_in(session: Session, actor: Actor, folder: Path, *rows: dict[str, str]) -> ImportReport:
    file = folder / "claims.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, [*KEY, *SAID, "review_on", "horizon_on"])
        writer.writeheader()
        writer.writerows(rows)
    return import_rows(session, actor, survey(file), rows_of(file), now=NOW, zone="UTC")


@pytest.fixture
def taken(session: Session, actor: Actor, tmp_path: Path) -> Session:
    assert take_in(session, actor, tmp_path, KEY | SAID).n_created == 1
    return session


def test_another_value_is_a_conflict_that_names_its_column(taken: Session, actor: Actor, tmp_path: Path) -> None:
    for column, value in OTHER.items():
        report = take_in(taken, actor, tmp_path, KEY | SAID | {column: value})
        assert (column, report.n_created, report.n_unchanged, len(report.conflicts)) == (column, 0, 0, 1)
        assert column in report.conflicts[0].message


def test_a_line_that_says_otherwise_than_an_earlier_one_is_left_out(
    session: Session, actor: Actor, tmp_path: Path
) -> None:
    others = [KEY | SAID | {column: value} for column, value in OTHER.items()]
    report = take_in(session, actor, tmp_path, KEY | SAID, *others, KEY | SAID)
    assert (report.n_created, report.n_unchanged) == (1, 1)
    assert [conflict.where for conflict in report.conflicts] == [f"line {n}" for n in range(3, len(OTHER) + 3)]


def test_days_of_an_undated_prediction_are_compared(session: Session, actor: Actor, tmp_path: Path) -> None:
    undated = KEY | {"review_on": "2025-07-01", "horizon_on": "2030-01-01"}
    take_in(session, actor, tmp_path, undated)
    report = take_in(session, actor, tmp_path, undated | {"review_on": "2025-07-02", "horizon_on": "2030-01-02"})
    [conflict] = report.conflicts
    assert "review_on is 2025-07-01 on record, 2025-07-02 here" in conflict.message
    assert "horizon_on" in conflict.message


def test_a_blank_cell_says_nothing_against_the_record(taken: Session, actor: Actor, tmp_path: Path) -> None:
    for column in SAID.keys() - {"due_on"}:
        blank = {column: "", **dict.fromkeys(NOT_WITHOUT.get(column, ()), "")}
        report = take_in(taken, actor, tmp_path, KEY | SAID | blank)
        assert (column, report.n_unchanged, report.conflicts) == (column, 1, [])
    assert take_in(taken, actor, tmp_path, KEY | {"due_on": SAID["due_on"]}).n_unchanged == 1
