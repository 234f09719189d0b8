from typing import Any

import pytest

from registry.schemas.track_records import RecordFilter
from registry.storage.record_filters import sums_suffice


@pytest.mark.parametrize(
    ("wanted", "suffices"),
    [
        ({}, True),
        ({"tag": "war", "collection": "demo", "basis": "stated"}, True),
        ({"made_from": "2025-02-01", "made_to": "2025-02-28"}, True),
        ({"made_to": "2024-02-28"}, False),
        ({"made_from": "2025-02-02"}, False),
        ({"kind": "forecast"}, False),
        ({"hedge": "likely"}, False),
        ({"outlet": "Der Tag"}, False),
        ({"reported_by": "Ute Lind"}, False),
        ({"as_of": "2025-02-01T00:00:00Z"}, False),
    ],
)
def test_kept_sums_answer_by_whole_months_and_for_now(wanted: dict[str, Any], suffices: bool) -> None:
    assert sums_suffice(RecordFilter.model_validate(wanted)) == suffices
