from datetime import UTC, date, datetime, timedelta

import pytest

from registry.domain.deliveries import LONGEST_PAUSE, MOST_ATTEMPTS, days_between, digest_day, pause_after
from registry.domain.errors import Invalid


def test_pauses_grow_from_minutes_to_a_day() -> None:
    pauses = [pause_after(attempt) for attempt in range(1, MOST_ATTEMPTS + 1)]
    assert pauses[:3] == [timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=45)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE == pause_after(10_000)
    assert timedelta(days=3) < sum(pauses[:-1], timedelta()) < timedelta(days=5)


@pytest.mark.parametrize(
    ("now", "zone", "hour", "day"),
    [
        ("2026-01-10T07:59:59+00:00", "UTC", 8, None),
        ("2026-01-10T08:00:00+00:00", "UTC", 8, date(2026, 1, 10)),
        ("2026-01-10T07:00:00+00:00", "Europe/Berlin", 8, date(2026, 1, 10)),
        ("2026-07-10T05:59:59+00:00", "Europe/Berlin", 8, None),
        ("2026-07-10T06:00:00+00:00", "Europe/Berlin", 8, date(2026, 7, 10)),
        ("2026-01-09T22:30:00+00:00", "Pacific/Auckland", 8, date(2026, 1, 10)),
        ("2026-01-10T00:00:00+00:00", "UTC", 0, date(2026, 1, 10)),
        ("2026-01-10T23:59:59+00:00", "UTC", 23, date(2026, 1, 10)),
        # Clocks go back at three, and show eight an hour later after midnight than on other days.
        ("2026-10-25T06:59:59+00:00", "Europe/Berlin", 8, None),
        ("2026-10-25T07:00:00+00:00", "Europe/Berlin", 8, date(2026, 10, 25)),
        ("2026-03-29T05:59:59+00:00", "Europe/Berlin", 8, None),
        ("2026-03-29T06:00:00+00:00", "Europe/Berlin", 8, date(2026, 3, 29)),
        # The hour from two to three is missing in Berlin; it is three at once.
        ("2026-03-29T01:00:00+00:00", "Europe/Berlin", 2, date(2026, 3, 29)),
    ],
)
def test_a_digest_goes_out_from_its_hour_on(now: str, zone: str, hour: int, day: date | None) -> None:
    assert digest_day(datetime.fromisoformat(now), zone, hour) == day


def test_every_day_has_a_digest_even_the_short_one() -> None:
    late = datetime(2026, 3, 29, 21, 59, tzinfo=UTC)
    assert digest_day(late, "Europe/Berlin", 22) == date(2026, 3, 29)


def test_an_impossible_zone_is_named() -> None:
    with pytest.raises(Invalid):
        digest_day(datetime(2026, 1, 1, tzinfo=UTC), "Mars/Base", 8)


@pytest.mark.parametrize(
    ("zone", "days"), [("UTC", 1), ("Europe/Berlin", 0), ("Pacific/Pago_Pago", 1), ("Pacific/Kiritimati", 1)]
)
def test_days_between_are_those_of_the_zone(zone: str, days: int) -> None:
    now, then = datetime(2026, 3, 15, 23, 30, tzinfo=UTC), datetime(2026, 3, 16, 12, 0, tzinfo=UTC)
    assert days_between(now, then, zone) == days
