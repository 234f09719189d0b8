"""Kinds of value that several nouns share, each with its check."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, StringConstraints, WithJsonSchema
from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

from registry.schemas.sent import NO_INSTANT, counts

Model = TypeVar("Model", bound=SQLModel)

# Every text of every write passes these, so they are searched for by the compiled pattern.
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

EARLIEST = date(1500, 1, 1)
LATEST = date(2999, 12, 31)


def _storable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("holds U+0000, which no database keeps; remove it")
    if not text.isascii() and _SURROGATE.search(text):
        raise ValueError("holds half of a surrogate pair; send valid Unicode")
    return text


def _one_line(text: str) -> str:
    if _CONTROL.search(text):
        raise ValueError("must be one line without control characters")
    return text


def _http_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        port_is_sane = parts.port is None or parts.port > 0
    except ValueError as problem:
        raise ValueError(f"is not an address: {problem}") from problem
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_sane:
        raise ValueError("must be a full address that starts with http:// or https://")
    return text


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as problem:
        raise ValueError("is not an IANA time zone; use a name such as Europe/Berlin or UTC") from problem
    return name


def _no_count(value: Any) -> Any:
    if counts(value):
        raise ValueError(NO_INSTANT)
    return value


NOTHING_ELSE: Any = {"extra": "forbid"}
"""For bodies: a misspelt field is refused, since dropping it would lose what somebody meant to say."""


def _end_of_day(value: Any) -> Any:
    is_day = isinstance(value, str) and _DAY.fullmatch(value.strip()) is not None
    return f"{value.strip()}T23:59:59.999999Z" if is_day else value


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as problem:
        raise ValueError("is outside the calendar in UTC; use a nearer instant") from problem


Verbatim = Annotated[str, AfterValidator(_storable)]
"""Text kept exactly as sent."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_storable)]
"""Text of any number of lines, trimmed at both ends."""

Line = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_storable), AfterValidator(_one_line)]
"""One line of text, trimmed at both ends."""

Address = Annotated[Line, AfterValidator(_http_address)]
"""An absolute http or https address."""

TimeZone = Annotated[Line, AfterValidator(_known_zone)]
"""The name of an IANA time zone."""

Moment = Annotated[AwareDatetime, BeforeValidator(_no_count), AfterValidator(_in_utc)]
"""An instant, always in UTC; never a count of seconds."""

MomentOrDay = Annotated[
    Moment,
    BeforeValidator(_end_of_day),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]}),
]
"""An instant, or a day that stands for its last microsecond in UTC."""


class UtcDateTime(TypeDecorator[datetime]):
    """Instants in UTC on every database: SQLite has no zones, so they are added when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse instants without a zone; they would mean something else on each machine."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone cannot be stored")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give every instant its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def every_field_optional(model: type[Model]) -> type[Model]:
    """Make a PATCH body of a schema: every field may be absent, none gains a new meaning.

    An absent field stays as it is; an explicit null still has to be allowed by the field itself.
    """
    for field in model.model_fields.values():
        field.default = None
        field.default_factory = None
    model.model_rebuild(force=True)
    return model


def examples(*values: Any) -> dict[str, Any]:
    """Example values for the API's documentation."""
    return {"examples": list(values)}


def days(*values: str) -> dict[str, Any]:
    """Bounds of a calendar day, and examples: far enough for predictions, near enough for databases."""
    return {"ge": EARLIEST, "le": LATEST, **(examples(*values) if values else {})}
