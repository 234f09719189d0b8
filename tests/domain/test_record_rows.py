from datetime import date
from typing import Any

import pytest

from registry.domain.errors import Invalid
from registry.domain.record_rows import RecordRow
from registry.domain.vocabulary import MadeOnBasis, Outcome, Status


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"status": Status.resolved}, "outcome"),
        ({"status": Status.open, "outcome": Outcome.yes}, "outcome"),
        ({"status": Status.due, "outcome": Outcome.annulled}, "outcome"),
        ({"status": Status.resolved, "outcome": Outcome.partly}, "share"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(fields: dict[str, Any], where: str) -> None:
    with pytest.raises(Invalid) as refusal:
        RecordRow(**fields)
    assert refusal.value.faults[0].where == where


def test_a_stated_number_is_its_own_band() -> None:
    assert RecordRow(Status.open, probability=0.7).band == (0.7, 0.7)
    assert RecordRow(Status.open, probability=0.7, probability_low=0.6, probability_high=0.9).band == (
        0.6,
        0.9,
    )


def test_without_a_recorded_baseline_evens_are_the_baseline() -> None:
    assert RecordRow(Status.open).baseline_or_evens == 0.5
    assert RecordRow(Status.open, baseline=0.0).baseline_or_evens == 0.0


@pytest.mark.parametrize(
    ("late", "basis", "counts"),
    [
        (False, MadeOnBasis.entered, True),
        (True, MadeOnBasis.entered, False),
        (True, MadeOnBasis.printed, True),
        (True, MadeOnBasis.imported, True),
    ],
)
def test_ranks_leave_out_what_only_a_late_entry_dates(late: bool, basis: MadeOnBasis, counts: bool) -> None:
    assert RecordRow(Status.open, late=late, made_on_basis=basis).counts_for_ranks is counts


@pytest.mark.parametrize(
    ("made_on", "known_on", "due_on", "days"),
    [
        (date(2026, 1, 1), date(2026, 1, 11), date(2026, 6, 1), 10),
        (date(2026, 1, 1), None, date(2026, 1, 31), 30),
        (date(2026, 1, 1), date(2026, 1, 1), None, 0),
        (date(2026, 1, 1), date(2025, 12, 1), None, 0),
        (date(2026, 1, 1), None, None, None),
        (None, date(2026, 1, 1), None, None),
    ],
)
def test_the_lead_runs_from_what_was_said_to_what_happened(
    made_on: date | None, known_on: date | None, due_on: date | None, days: int | None
) -> None:
    row = RecordRow(Status.open, made_on=made_on, known_on=known_on, due_on=due_on)
    assert row.lead_days == days
