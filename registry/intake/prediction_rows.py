"""Records of an import file -> predictions and judgements, or faults that name line and column."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from registry.domain.errors import Fault
from registry.intake.prediction_cells import read_outcome, read_sense, read_share, read_tags
from registry.intake.prediction_records import Record
from registry.schemas.imports import Entry, ImportRow
from registry.schemas.judgements import JudgementNew
from registry.schemas.predictions import PredictionNew
from registry.schemas.readable_parts import ReadablePart
from registry.schemas.readable_parts import read as read_part
from registry.schemas.sent import NO_INSTANT
from registry.schemas.wording import message_of

READERS: dict[str, Callable[[Any], Any]] = {
    "probability": read_share,
    "probability_low": read_share,
    "probability_high": read_share,
    "baseline": read_share,
    "sense": read_sense,
    "tags": read_tags,
    "outcome": read_outcome,
}
MENTION_FIELDS = {
    "quote": "quote", "source_url": "address", "archived_address": "archived_address", "source": "source",
    "reported_by": "reported_by", "outlet": "outlet", "said_on": "said_on",
}  # fmt: skip
JUDGEMENT_COLUMNS = ("known_on", "evidence_url", "archived_url", "citation", "reason", "note")
ENTRY_COLUMNS = tuple(Entry.model_fields)
VERBATIM = frozenset({"quote"})
"""Columns whose cells keep the blanks around them."""

# As adapters: a row has to cost microseconds, and SQLModel's own way in takes several more.
_PREDICTION, _JUDGEMENT, _ENTRY = TypeAdapter(PredictionNew), TypeAdapter(JudgementNew), TypeAdapter(Entry)
_COLUMN_OF_FIELD = {f"mentions.0.{field}": column for column, field in MENTION_FIELDS.items()}


def read_rows(records: Iterable[Record]) -> Iterator[ImportRow]:
    """Each record as a row."""
    return map(read_row, records)


def read_row(record: Record) -> ImportRow:
    """One record as a row. A blank cell says nothing, whatever its column."""
    line, cells, faults, _ = record
    if faults:
        return ImportRow(line, faults=faults)
    wrong: list[Fault] = []
    values = _values(cells, line, wrong)
    told = {column: values.pop(column) for column in ENTRY_COLUMNS if column in values}
    verdict = _verdict(values, told, line, wrong)
    filled_in = _fill_in(values)
    prediction = _validated(_PREDICTION, values, line, wrong)
    judgement = _validated(_JUDGEMENT, verdict, line, wrong) if verdict else None
    entry = _validated(_ENTRY, told, line, wrong) if told else None
    if wrong:
        return ImportRow(line, faults=tuple(wrong), part=_part(values, line, wrong))
    return ImportRow(line, prediction, judgement, entry=entry, filled_in=filled_in)


def column_named(where: str) -> str:
    """The column whose cell became that field of a prediction."""
    return _COLUMN_OF_FIELD.get(where, where)


def _values(cells: dict[str, Any], line: int, wrong: list[Fault]) -> dict[str, Any]:
    values = {}
    for column, cell in cells.items():
        if isinstance(cell, str):
            bare = cell.strip()
            cell = cell if column in VERBATIM and bare else bare  # noqa: PLW2901
        if cell is None or cell == "":
            continue
        read = READERS.get(column)
        try:
            values[column] = read(cell) if read else cell
        except ValueError as problem:
            wrong.append(Fault(f"line {line}, {column}", str(problem)))
    return values


def _verdict(values: dict[str, Any], told: dict[str, Any], line: int, wrong: list[Fault]) -> dict[str, Any]:
    given = {column: values.pop(column) for column in JUDGEMENT_COLUMNS if column in values}
    found = values.pop("outcome", None)
    if found is not None:
        outcome, share = found
        return {"outcome": outcome, **({} if share is None else {"share": share}), **given}
    if not wrong:
        message = "is given without an outcome; fill in the outcome, or leave it out"
        given |= {column: told[column] for column in told.keys() & {"known_on_inferred"}}
        wrong += [Fault(f"line {line}, {column}", message) for column in given]
    return {}


def _fill_in(values: dict[str, Any]) -> frozenset[str]:
    """Make a mention of the place, and say what a prediction of a file is where no cell does; the names of that."""
    mention = {field: values.pop(column) for column, field in MENTION_FIELDS.items() if column in values}
    if mention:
        values["mentions"] = [mention]
    filled_in: dict[str, Any] = {}
    if "probability_low" in values and "probability_high" in values:
        filled_in["probability_basis"] = "assumed"  # a stated number has no band
    filled_in["made_on_basis"] = "import"
    filled_in = {name: value for name, value in filled_in.items() if name not in values}
    values |= filled_in
    return frozenset(filled_in)


def _validated(model: TypeAdapter[Any], values: dict[str, Any], line: int, wrong: list[Fault]) -> Any:
    try:
        return model.validate_python(values)
    except ValidationError as problem:
        reported = {fault.where for fault in wrong}
        for error in problem.errors(include_input=False, include_url=False):
            where = f"line {line}, {column_named('.'.join(map(str, error['loc'])))}"
            if where not in reported:
                wrong.append(Fault(where, _in_plain_words(error)))
        return None


def _part(values: dict[str, Any], line: int, wrong: list[Fault]) -> ReadablePart | None:
    columns = [fault.where.removeprefix(f"line {line}, ") for fault in wrong]
    unread = ["mentions" if column in MENTION_FIELDS else column.partition(".")[0] for column in columns]
    return read_part(values, f"(line {line})", unread)[0]


def _in_plain_words(error: Any) -> str:
    is_of_an_instant = error["type"].startswith(("datetime", "timezone"))
    return NO_INSTANT if is_of_an_instant else message_of(error)
