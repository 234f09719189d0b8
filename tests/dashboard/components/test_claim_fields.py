import pytest

from dashboard.components.claim_fields import changed_chances

HEDGED = {"probability": 0.95, "probability_low": 0.9, "probability_high": 0.99}


def changed(**values: float | None) -> dict[str, object]:
    return changed_chances({**HEDGED, **values}, HEDGED)


def test_what_was_not_touched_is_not_sent() -> None:
    assert changed() == {}


@pytest.mark.parametrize(
    ("values", "band", "basis"),
    [
        ({"probability": 0.92}, (0.9, 0.99), "assumed"),
        ({"probability": 0.65}, (None, None), "stated"),
        ({"probability": 0.6, "probability_low": 0.5, "probability_high": 0.7}, (0.5, 0.7), "assumed"),
        ({"probability": 0.6, "probability_low": 0.6, "probability_high": 0.6}, (0.6, 0.6), "stated"),
    ],
)
def test_probability_band_and_basis_go_together(
    values: dict[str, float], band: tuple[float | None, float | None], basis: str
) -> None:
    sent = changed(**values)
    assert (sent["probability_low"], sent["probability_high"]) == band
    assert sent["probability_basis"] == basis


def test_without_a_probability_there_is_no_band() -> None:
    assert set(changed(probability=None).values()) == {None}
