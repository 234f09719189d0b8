"""Predictions on record as a file, written while it is read, so that its size does not matter.

What CSV and JSONL hold can be imported again. Cells of CSV that a spreadsheet would run are defused.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session

from registry.domain.spreadsheet_cells import defused
from registry.schemas.exports import ExportFilter, ExportFormat
from registry.storage.exporting import COLUMNS, read_export

Lots = Iterable[list[dict[str, Any]]]

NUMBERS = ("probability", "probability_low", "probability_high", "baseline")
FACTS = ("condition_met", "known_on_inferred", "muted", "collection_separate")


def export(session: Session, wanted: ExportFilter, *, now: datetime) -> Iterator[bytes]:
    """The file in parts. Raises Missing, with the first part, for a collection that does not exist."""
    writers: dict[ExportFormat, Callable[[Lots], Iterator[bytes]]] = {
        ExportFormat.csv: _csv,
        ExportFormat.jsonl: _jsonl,
        ExportFormat.parquet: _parquet,
    }
    return writers[wanted.format](read_export(session, wanted, now))


def _csv(lots: Lots) -> Iterator[bytes]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for lot in lots:
        writer.writerows([_cell(row[name]) for name in COLUMNS] for row in lot)
        yield _taken(text)
    yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    written = text.getvalue().encode("utf-8")
    text.seek(0)
    text.truncate()
    return written


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, bool | date):
        return _text(value)
    return defused(value) if isinstance(value, str) else value


def _text(value: Any) -> str:
    """A day or an instant (in UTC) by ISO 8601, and true or false as JSON has them."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else str(value).lower()


def _jsonl(lots: Lots) -> Iterator[bytes]:
    for lot in lots:
        lines = (json.dumps(_said(row), ensure_ascii=False, default=_text) for row in lot)
        yield "".join(f"{line}\n" for line in lines).encode("utf-8")


def _said(row: dict[str, Any]) -> dict[str, Any]:
    """The cells that hold something, in the order of the columns."""
    return {name: row[name] for name in COLUMNS if row[name] not in (None, [])}


def _parquet(lots: Lots) -> Iterator[bytes]:
    # Imported here because nothing else needs it, and it takes long to load.
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, _type_of(name, pa)) for name in COLUMNS])
    sink = _Sink()
    with pq.ParquetWriter(pa.PythonFile(sink, mode="w"), schema) as writer:
        for lot in lots:
            writer.write_table(pa.Table.from_pylist([_flat(row) for row in lot], schema=schema))
            yield sink.taken()
    yield sink.taken()


def _type_of(name: str, pa: Any) -> Any:
    if name in NUMBERS:
        return pa.float64()
    if name in FACTS:
        return pa.bool_()
    others = {"sense": pa.int8(), "tags": pa.list_(pa.string()), "entered_at": pa.timestamp("us", tz="UTC")}
    if name in others:
        return others[name]
    return pa.date32() if name.endswith("_on") or name == "due_from" else pa.string()


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    outcome = row["outcome"]
    return row | {"outcome": None if outcome is None else str(outcome)}


class _Sink(io.RawIOBase):
    """Takes what the writer writes, and hands it on piece by piece."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:
        """Keep the bytes until they are taken."""
        self._parts.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        """What was written since the last time."""
        parts, self._parts = self._parts, []
        return b"".join(parts)
