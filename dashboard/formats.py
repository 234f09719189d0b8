"""Days, numbers and probabilities as readers of each language write them."""

from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from dashboard import escaping, labels

NOTHING = "–"


def day(value: date | None) -> str:
    """A day, such as `15 Aug 2025` or `15. Aug. 2025`."""
    if value is None:
        return NOTHING
    month = labels.text(f"month.{value.month}")
    return labels.text("format.day", day=value.day, month=month, year=value.year)


def day_input() -> Literal["DD.MM.YYYY", "YYYY-MM-DD"]:
    """How days are typed."""
    return "DD.MM.YYYY" if labels.language() == "de" else "YYYY-MM-DD"


def moment(value: datetime | None) -> str:
    """An instant in the reader's own time zone."""
    if value is None:
        return NOTHING
    local = value.astimezone(reader_zone())
    return f"{day(local.date())}, {local:%H:%M}"


def reader_zone() -> ZoneInfo:
    """The time zone of the reader's browser; UTC where it tells none."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def distance(value: date, today: date) -> str:
    """How far a day lies from today, such as `3 days ago`."""
    days = (value - today).days
    if days == 0:
        return labels.text("format.today")
    if abs(days) < 60:
        return labels.count("format.in_days" if days > 0 else "format.days_ago", abs(days))
    months = round(abs(days) / 30.44)
    return labels.count("format.in_months" if days > 0 else "format.months_ago", months)


def counted(what: str, n: int) -> str:
    """So many of what `count.` has words for: `1 call`, `20 calls`."""
    return labels.text(f"count.{what}.{'one' if n == 1 else 'many'}", n=number(n))


def number(value: float | None, digits: int = 0) -> str:
    """A number with the language's marks, such as `1,234.5` or `1.234,5`."""
    if value is None:
        return NOTHING
    written = f"{value:,.{digits}f}".replace("-", "−")
    if labels.language() == "de":
        written = written.translate(str.maketrans(",.", ".,"))
    return written


def percent(value: float | None, digits: int = 0) -> str:
    """A share from 0 to 1 as a percentage; digits only where they say something."""
    if value is None:
        return NOTHING
    shown = 100 * value
    digits = digits or (0 if abs(shown - round(shown)) < 1e-9 else 1)
    return labels.text("format.percent", number=number(shown, digits))


def interval(low: float | None, high: float | None, digits: int = 2) -> str:
    """Both ends of an interval, such as `0.12 to 0.31`."""
    if low is None or high is None:
        return NOTHING
    return labels.text("format.interval", low=number(low, digits), high=number(high, digits))


def shares(low: float | None, high: float | None) -> str:
    """Both ends of an interval of shares, in whole percent, such as `63 to 81 %`."""
    if low is None or high is None:
        return NOTHING
    return labels.text("format.percent", number=interval(100 * low, 100 * high, 0))


def probability(value: float | None, low: float | None, high: float | None) -> str:
    """A probability, with its band where it has one: `70 % (60–80 %)`."""
    if value is None:
        return labels.text("format.no_probability")
    if low is None or high is None or low == high:
        return percent(value)
    band = labels.text("format.percent", number=f"{number(100 * low)}–{number(100 * high)}")
    return f"{percent(value)} ({band})"


def quoted(text: str) -> str:
    """A text from outside in the language's quotation marks, safe where Markdown is read."""
    return labels.text("format.quoted", text=escaping.plain(text))
