"""A file of predictions on this machine: surveyed once, then read row by row, so that its size does not matter."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from registry.domain.errors import Invalid, Missing
from registry.intake.prediction_joins import with_second_file
from registry.intake.prediction_layouts import Layout
from registry.intake.prediction_records import Record, read_records
from registry.intake.prediction_rows import read_row, read_rows
from registry.schemas.imports import ImportFile, ImportRow
from registry.schemas.predictions import PredictionNew

GROUPS = ("collection", "question")


def _reader_of(field: str) -> TypeAdapter[str]:
    return TypeAdapter(PredictionNew.model_fields[field].rebuild_annotation())


_AUTHOR, _COLLECTION, _QUESTION = map(_reader_of, ("author", "collection", "question"))


@dataclass(frozen=True, slots=True)
class FileRows:
    """The rows of a file. Going through them raises as `survey` does."""

    path: Path
    layout: Layout | None = None

    def __iter__(self) -> Iterator[ImportRow]:
        """The rows, read one after the other."""
        return read_rows(self._meant())

    def lots(self, n: int) -> Iterator[Callable[[], list[ImportRow]]]:
        """The rows, `n` at a time; they are read when a lot is called, so that lots may be passed over quickly."""
        meant = self._meant()
        while some := list(islice(meant, n)):
            yield lambda records=some: list(read_rows(records))  # type: ignore[misc]

    def _meant(self) -> Iterator[Record]:
        return (record for record in _records(self.path, self.layout) if not record.is_left_out)


class _Naming:
    """Gathers the first readable row that names each collection and each question."""

    def __init__(self) -> None:
        self.rows: list[ImportRow] = []
        self._seen: set[tuple[str, str]] = set()

    def look_at(self, record: Record) -> None:
        """Keep the row of the record where it names anything new."""
        named = {(column, cell) for column in GROUPS if isinstance(cell := record.cells.get(column), str) and cell}
        if named <= self._seen:
            return
        row = read_row(record)
        if row.prediction is not None:
            self._seen |= named
            self.rows.append(row)


def survey(path: Path, layout: Layout | None = None) -> ImportFile:
    """The file's fingerprint, its number of rows, and whom and what they name: authors with their first line.

    `layout` is that of another program's file; where absent, ours or a known one.
    Raises Missing where it cannot be opened, Invalid where it cannot be read or holds no row.
    """
    fingerprint = _sha256(path)
    authors: dict[str, int] = {}
    groups: tuple[dict[str, int], dict[str, int]] = ({}, {})
    naming = _Naming()
    n_rows = n_left_out = 0
    for record in _records(path, layout):
        cells = record.cells
        n_left_out += record.is_left_out
        n_rows += not record.is_left_out
        _note(authors, cells.get("author"), record.line)
        for found, column in zip(groups, GROUPS, strict=True):
            _note(found, cells.get(column), record.line)
        naming.look_at(record)
    if not n_rows:
        why = "the mapping takes none of its rows" if n_left_out else "there is nothing below its first line"
        raise Invalid(f"{path.name} holds no predictions: {why}.")
    return ImportFile(
        name=path.name,
        sha256=fingerprint,
        authors=_as_names(authors, _AUTHOR),
        n_rows=n_rows,
        n_left_out=n_left_out,
        collections=frozenset(_as_names(groups[0], _COLLECTION)),
        questions=frozenset(_as_names(groups[1], _QUESTION)),
        naming=tuple(naming.rows),
    )


def rows_of(path: Path, layout: Layout | None = None) -> FileRows:
    """The rows of the file, in its order. Going through them raises as `survey` does."""
    return FileRows(path, layout)


def _records(path: Path, layout: Layout | None) -> Iterator[Record]:
    layout = layout and with_second_file(layout, path)
    try:
        with path.open("rb") as lines:
            yield from read_records(lines, path.name, layout)
    except OSError as problem:
        raise Missing(f"The file {path} cannot be read ({problem.strerror}).") from problem


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise Missing(f"The file {path} cannot be read ({problem.strerror}).") from problem


def _note(lines: dict[str, int], name: Any, line: int) -> None:
    if isinstance(name, str) and name not in lines:
        lines[name] = line


def _as_names(written: dict[str, int], reader: TypeAdapter[str]) -> dict[str, int]:
    """Names as predictions carry them. What cannot be a name is a fault of its row, found there."""
    names: dict[str, int] = {}
    for name, line in written.items():
        try:
            names.setdefault(reader.validate_python(name), line)
        except ValidationError:
            continue
    return names
