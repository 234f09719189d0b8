"""Records of an import file -> predictions and judgements, or faults that name line and column."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from registry.domain.errors import Fault
from registry.intake.prediction_cells import read_outcome, read_sense, read_share, read_tags
from registry.intake.prediction_records import Record
from registry.schemas.imports import ImportRow
from registry.schemas.judgements import JudgementNew
from registry.schemas.predictions import PredictionNew

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
    "quote": "quote", "source_url": "address", "source": "source", "reported_by": "reported_by", "outlet": "outlet",
}  # fmt: skip
JUDGEMENT_COLUMNS = ("known_on", "evidence_url", "citation", "reason", "note")
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
    verdict = _verdict(values, line, wrong)
    prediction = _validated(PredictionNew, _prediction(values), line, wrong)
    judgement = _validated(JudgementNew, verdict, line, wrong) if verdict else None
    return ImportRow(line, faults=tuple(wrong)) if wrong else ImportRow(line, prediction, judgement)


def column_named(where: str) -> str:
    """The column whose cell became that field of a prediction."""
    return _COLUMN_OF_FIELD.get(where, where)


def _values(cells: dict[str, Any], line: int, wrong: list[Fault]) -> dict[str, Any]:
    values = {}
    for column, cell in cells.items():
        if cell is None or cell == "" or (isinstance(cell, str) and not cell.strip()):
            continue
        read = READERS.get(column)
        try:
            values[column] = read(cell) if read else cell
        except ValueError as problem:
            wrong.append(Fault(f"line {line}, {column}", str(problem)))
    return values


def _verdict(values: dict[str, Any], line: int, wrong: list[Fault]) -> dict[str, Any]:
    given = {column: values.pop(column) for column in JUDGEMENT_COLUMNS if column in values}
    found = values.pop("outcome", None)
    if found is not None:
        outcome, share = found
        return {"outcome": outcome, **({} if share is None else {"share": share}), **given}
    if not wrong:
        message = "is given without an outcome; fill in the outcome, or leave it out"
        wrong += [Fault(f"line {line}, {column}", message) for column in given]
    return {}


def _prediction(values: dict[str, Any]) -> dict[str, Any]:
    mention = {field: values.pop(column) for column, field in MENTION_FIELDS.items() if column in values}
    if mention:
        values["mentions"] = [mention]
    if "probability_low" in values and "probability_high" in values:
        values.setdefault("probability_basis", "assumed")  # a stated number has no band
    values.setdefault("made_on_basis", "import")
    return values


def _validated(model: Any, values: dict[str, Any], line: int, wrong: list[Fault]) -> Any:
    try:
        return model.model_validate(values)
    except ValidationError as problem:
        reported = {fault.where for fault in wrong}
        for error in problem.errors(include_input=False, include_url=False):
            where = f"line {line}, {column_named('.'.join(map(str, error['loc'])))}"
            if where not in reported:
                wrong.append(Fault(where, _in_plain_words(error)))
        return None


def _in_plain_words(error: Any) -> str:
    if error["type"] == "missing":
        return "is missing"
    if error["type"].startswith("date"):
        return "is no day; write it as in 2025-08-10"
    return str(error["msg"]).removeprefix("Value error, ")
