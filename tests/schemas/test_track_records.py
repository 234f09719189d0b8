"""Which part of the predictions a record is of."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from registry.schemas.track_records import RecordFilter
from registry.schemas.wording import faults_of


def test_a_period_ends_on_its_first_day_or_later() -> None:
    assert RecordFilter.model_validate({"made_from": "2025-03-01", "made_to": "2025-03-01"}).made_to is not None
    with pytest.raises(ValidationError) as raised:
        RecordFilter.model_validate({"made_from": "2025-03-01", "made_to": "2025-02-28"})
    [fault] = faults_of(raised.value)
    assert (fault.where, fault.message) == ("made_to", "lies before made_from, 2025-03-01; exchange the two")


@pytest.mark.parametrize(
    ("as_of", "instant"),
    [
        ("2025-08-10", datetime(2025, 8, 10, 23, 59, 59, 999999, UTC)),
        ("2025-08-10T12:00:00+02:00", datetime(2025, 8, 10, 10, tzinfo=UTC)),
    ],
)
def test_a_day_stands_for_its_end(as_of: str, instant: datetime) -> None:
    assert RecordFilter.model_validate({"as_of": as_of}).as_of == instant
