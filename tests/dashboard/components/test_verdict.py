from datetime import date

import pytest

from dashboard.components.verdict import evidence, known_on
from registry.client import Client
from tests.claims import claim


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://example.org/a", {"evidence_url": "https://example.org/a"}),
        ("Official gazette, issue 12", {"citation": "Official gazette, issue 12"}),
        ("see https://a.org now", {"evidence_url": "https://a.org", "citation": "see now"}),
        ("https://a.org https://b.org", {"evidence_url": "https://a.org", "archived_url": "https://b.org"}),
        ("", {}),
    ],
)
def test_what_is_pasted_is_read_as_address_or_citation(written: str, read: dict[str, str]) -> None:
    assert evidence(written) == read


@pytest.mark.parametrize(
    ("today", "expected"), [(date(2025, 9, 1), date(2025, 8, 15)), (date(2025, 8, 12), date(2025, 8, 12))]
)
def test_the_outcome_is_taken_to_be_known_on_the_due_day(client: Client, today: date, expected: date) -> None:
    assert known_on(client.record_prediction(claim()), today) == expected
