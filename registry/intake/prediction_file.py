"""A file of predictions on this machine: surveyed once, then read row by row, so that its size does not matter."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from registry.domain.errors import Invalid, Missing
from registry.intake.prediction_joins import with_second_file
from registry.intake.prediction_layouts import Layout
from registry.intake.prediction_records import Record, read_records
from registry.intake.prediction_rows import read_rows
from registry.schemas.imports import ImportFile, ImportRow
from registry.schemas.predictions import PredictionNew

_NAME: TypeAdapter[str] = TypeAdapter(PredictionNew.model_fields["author"].rebuild_annotation())


def survey(path: Path, layout: Layout | None = None) -> ImportFile:
    """The file's fingerprint, its number of rows, and its authors with the line that first names each.

    `layout` is that of another program's file; where absent, ours or a known one.
    Raises Missing where it cannot be opened, Invalid where it cannot be read or holds no row.
    """
    fingerprint = _sha256(path)
    authors: dict[str, int] = {}
    n_rows = n_left_out = 0
    for record in _records(path, layout):
        n_left_out += record.is_left_out
        n_rows += not record.is_left_out
        name = record.cells.get("author")
        if isinstance(name, str) and name not in authors:
            authors[name] = record.line
    if not n_rows:
        why = "the mapping takes none of its rows" if n_left_out else "there is nothing below its first line"
        raise Invalid(f"{path.name} holds no predictions: {why}.")
    return ImportFile(path.name, fingerprint, _as_names(authors), n_rows, n_left_out)


def rows_of(path: Path, layout: Layout | None = None) -> Iterator[ImportRow]:
    """The rows of the file, one after the other. Raises as `survey` does."""
    return read_rows(record for record in _records(path, layout) if not record.is_left_out)


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


def _as_names(written: dict[str, int]) -> dict[str, int]:
    """Names as predictions carry them. What cannot be a name is a fault of its row, found there."""
    names: dict[str, int] = {}
    for name, line in written.items():
        try:
            names.setdefault(_NAME.validate_python(name), line)
        except ValidationError:
            continue
    return names
