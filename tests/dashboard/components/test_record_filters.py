from datetime import date

import pytest

from dashboard.components.address_inputs import day_of
from dashboard.components.record_filters import unmixed, wanted
from registry.schemas.collections import Collection
from tests.databases import NOW


def collection(slug: str, n: int, *, separate: bool = False) -> Collection:
    return Collection.model_validate(
        {
            "id": "0" * 32,
            "slug": slug,
            "name": slug,
            "n_predictions": n,
            "separate": separate,
            "created_at": NOW,
            "version": 1,
        }
    )


@pytest.mark.parametrize(
    ("asked", "unasked", "found"),
    [
        ({}, None, {}),
        ({}, "columns", {"collection": "columns"}),
        ({"collection": "*"}, "columns", {}),
        ({"collection": "demo", "tag": "war"}, "columns", {"collection": "demo", "tag": "war"}),
        ({"basis": "stated", "slug": "mira-holt", "kind": ""}, None, {"basis": "stated"}),
    ],
)
def test_the_address_names_the_filter(asked: dict[str, str], unasked: str | None, found: dict[str, str]) -> None:
    assert wanted(asked, unasked) == found


def test_a_board_shows_the_largest_collection_that_is_not_separate() -> None:
    demo, small, large = collection("demo", 900, separate=True), collection("small", 2), collection("large", 30)
    assert unmixed([demo, small, large]) == "large"
    assert unmixed([demo]) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-08-12", date(2025, 8, 12)),
        ("2025-08-12T09:30:00Z", date(2025, 8, 12)),
        ("12.8.2025", None),
        ("", None),
    ],
)
def test_a_day_in_the_address_is_read_and_nonsense_is_none(text: str, day: date | None) -> None:
    assert day_of(text) == day
