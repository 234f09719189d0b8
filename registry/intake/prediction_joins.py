"""The second file of an import: rows to be found by the key that they share with the first file's."""

import csv
from pathlib import Path

from registry.domain.errors import Fault, Invalid, Missing
from registry.domain.spreadsheet_cells import as_meant
from registry.intake.prediction_layouts import Join, Layout
from registry.intake.prediction_records import DELIMITERS, decoded


def with_second_file(layout: Layout, first: Path) -> Layout:
    """The layout with the rows of the second file that it names, which stands beside the first.

    Raises Missing where there is none, Invalid where it cannot be read or has one key twice.
    """
    if layout.join is None:
        return layout
    path = first.parent / layout.join.file
    try:
        with path.open("rb") as lines:
            return layout.beside(_rows_by_key(list(decoded(lines, path.name)), path.name, layout.join))
    except OSError as problem:
        message = f"The mapping joins {first.name} with {layout.join.file}, which cannot be read ({problem.strerror})."
        raise Missing(f"{message} Put it into the folder {first.parent}.") from problem
    except csv.Error as problem:
        raise Invalid(f"{path.name} cannot be read as CSV ({problem}); check its quotation marks.") from problem


def _rows_by_key(lines: list[str], name: str, join: Join) -> dict[str, dict[str, str]]:
    delimiter = max(DELIMITERS, key=(lines or [""])[0].count)
    found: dict[str, dict[str, str]] = {}
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    headings = [heading.strip() for heading in next(reader, [])]
    if join.on not in headings:
        raise Invalid(f"{name} has no column “{join.on}”, by which the mapping joins it.")
    for row in reader:
        cells = dict(zip(headings, map(as_meant, row), strict=False))
        key = cells.get(join.on, "")
        if key in found:
            faults = [Fault(f"{name}, line {reader.line_num}", f"has “{join.on}” {key} for the second time")]
            raise Invalid(f"{name} must have each “{join.on}” once.", faults)
        found[key] = cells
    return found
