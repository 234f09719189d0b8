"""Whether a text prints a given day, so that a date that someone enters can be believed."""

from datetime import date

_MONTHS = (
    ("January", "Januar", "Jänner"), ("February", "Februar", "Feber"), ("March", "März"), ("April",),
    ("May", "Mai"), ("June", "Juni"), ("July", "Juli"), ("August",), ("September",), ("October", "Oktober"),
    ("November",), ("December", "Dezember"),
)  # fmt: skip


def prints_day(text: str, day: date) -> bool:
    """Whether the day stands in the text with its year, in figures or with an English or German month.

    >>> prints_day("Berlin, 10.08.2025 – Wie es weitergeht", date(2025, 8, 10))
    True
    """
    return any(form in text for form in _forms(day))


def _forms(day: date) -> list[str]:
    numbers = [
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%d.%m}. {day.year}",
        day.isoformat(),
    ]
    words = []
    for month in _MONTHS[day.month - 1]:
        words += [f"{number}{dot} {month} {day.year}" for number in _numbers(day) for dot in ("", ".")]
        words += [f"{month} {number}, {day.year}" for number in _numbers(day)]
    return numbers + words


def _numbers(day: date) -> set[str]:
    return {str(day.day), f"{day.day:02}"}
