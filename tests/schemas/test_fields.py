from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import create_engine
from sqlmodel import Field, SQLModel

from registry.schemas.fields import (
    Address,
    Line,
    Moment,
    Prose,
    TimeZone,
    UtcDateTime,
    Verbatim,
    days,
    every_field_optional,
)


@pytest.mark.parametrize("text", ["nul \x00", "half \ud800"])
@pytest.mark.parametrize("kind", [Verbatim, Prose, Line])
def test_what_no_database_keeps_is_refused(kind: type, text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text)


def test_quotes_are_kept_to_the_letter_and_lines_are_trimmed() -> None:
    assert TypeAdapter(Verbatim).validate_python(" a\n ") == " a\n "
    assert TypeAdapter(Prose).validate_python(" a\nb ") == "a\nb"
    assert TypeAdapter(Line).validate_python(" a ") == "a"
    with pytest.raises(ValidationError, match="one line"):
        TypeAdapter(Line).validate_python("a\nb")


@pytest.mark.parametrize("address", ["ftp://a.org", "example.org", "http://", "http://[::1", "http://a:99999/"])
def test_addresses_are_full_ones(address: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Address).validate_python(address)


def test_time_zones_exist() -> None:
    assert TypeAdapter(TimeZone).validate_python("Europe/Berlin") == "Europe/Berlin"
    for wrong in ("Europe/Atlantis", "../etc/passwd", "/etc/localtime"):
        with pytest.raises(ValidationError):
            TypeAdapter(TimeZone).validate_python(wrong)


def test_moments_have_a_zone_and_become_utc() -> None:
    there = datetime(2025, 8, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert TypeAdapter(Moment).validate_python(there) == datetime(2025, 8, 1, 10, tzinfo=UTC)
    with pytest.raises(ValidationError):
        TypeAdapter(Moment).validate_python(datetime(2025, 8, 1))  # noqa: DTZ001
    for at_the_end in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"):
        with pytest.raises(ValidationError, match="outside the calendar"):
            TypeAdapter(Moment).validate_python(at_the_end)


@pytest.mark.parametrize("url", ["sqlite://", "postgresql+psycopg://"])
def test_instants_come_back_as_they_went(url: str) -> None:
    dialect = create_engine(url).dialect
    column = UtcDateTime()
    there = datetime(2025, 8, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    bound = column.process_bind_param(there, dialect)
    assert column.process_result_value(bound, dialect) == there
    with pytest.raises(ValueError, match="without a time zone"):
        column.process_bind_param(datetime(2025, 8, 1), dialect)  # noqa: DTZ001


def test_a_change_may_leave_out_every_field_but_not_empty_it() -> None:
    class Fields(SQLModel):
        day: date = Field(schema_extra=days())
        note: str | None = None

    @every_field_optional
    class Change(Fields):
        pass

    assert Change.model_validate({}).model_dump(exclude_unset=True) == {}
    assert Change.model_validate({"note": None}).model_dump(exclude_unset=True) == {"note": None}
    with pytest.raises(ValidationError):
        Change.model_validate({"day": None})
    with pytest.raises(ValidationError):
        Fields.model_validate({})
