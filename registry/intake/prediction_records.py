"""Lines of a CSV or JSONL file -> records: cells by column, each with the line it begins on.

A file that cannot be read as what it is (encoding, quoting, columns) is refused as a whole; a single line of
JSON that cannot be read is a fault of that line.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from registry.domain.errors import Fault, Invalid
from registry.domain.spreadsheet_cells import as_meant
from registry.intake.prediction_columns import KNOWN, check_header, column_faults, column_of
from registry.intake.prediction_layouts import KNOWN_LAYOUTS, Layout, check_headings, layout_of

THEIRS = frozenset().union(*(layout.theirs() for layout in KNOWN_LAYOUTS))
DELIMITERS = ",;\t|"
CSV_ENDINGS = (".csv", ".tsv")
JSONL_ENDINGS = (".jsonl", ".ndjson")
LONGEST_CELL = 1_000_000
LONE_RETURN = re.compile(r"(?<=\r)(?!\n)")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
SAVE_AS = "Save it as UTF-8 and import that."


class Record(NamedTuple):
    """The cells of one row by column, or what is wrong with it. Cells of CSV are text.

    `is_left_out` is True for a row that is none of those that the layout takes.
    """

    line: int
    cells: dict[str, Any]
    faults: tuple[Fault, ...] = ()
    is_left_out: bool = False


def read_records(lines: Iterable[bytes], name: str, layout: Layout | None = None) -> Iterator[Record]:
    """The records of a file of that name; its ending tells which kind it is.

    `layout` is that of another program's file; where absent, ours or a known one.
    Raises Invalid, perhaps only after some records, where the file cannot be read as what it is.
    """
    ending = "." + name.lower().rpartition(".")[2]
    if ending in JSONL_ENDINGS:
        return _jsonl(decoded(lines, name), name, layout)
    if ending in CSV_ENDINGS:
        return _csv(decoded(lines, name), name, layout)
    raise Invalid(f"{name} is neither .csv nor .jsonl. Give a file of one of these kinds.")


def decoded(lines: Iterable[bytes], name: str) -> Iterator[str]:
    """The lines as text, whether newlines or carriage returns end them.

    Raises Invalid that names the byte which is no UTF-8.
    """
    for number, line in enumerate(lines, start=1):
        if number == 1 and line.startswith(UTF16_MARKS):
            raise Invalid(f"{name} is encoded in UTF-16. {SAVE_AS}")
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as problem:
            byte = f"byte {problem.start} of line {number}, 0x{line[problem.start]:02X}"
            message = f"{byte}, does not fit; it may be windows-1252. {SAVE_AS}"
            raise Invalid(f"{name} is not encoded in UTF-8: {message}") from problem
        # A return inside quotes is put back by whoever reads the cells: they only go on in the next line.
        yield from filter(None, LONE_RETURN.split(text)) if b"\r" in line.removesuffix(b"\r\n") else (text,)


def _csv(lines: Iterator[str], name: str, layout: Layout | None) -> Iterator[Record]:
    first = next(lines, "")
    if not first.strip():
        raise Invalid(f"{name} begins with an empty line. The first line must name the columns.")
    delimiter = _delimiter(first, layout)
    csv.field_size_limit(LONGEST_CELL)
    headings = _headings(first, delimiter, name)
    layout = layout or layout_of(headings)
    columns = check_headings(layout, headings) if layout else check_header(headings)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    before = 1
    try:
        for row in reader:
            line, before = before + 1, reader.line_num + 1
            if any(map(str.strip, row)):
                yield _record(line, columns, row, layout)
    except csv.Error as problem:
        _refuse_csv(name, before + 1, problem)


def _headings(first: str, delimiter: str, name: str) -> list[str]:
    try:
        return next(csv.reader([first], delimiter=delimiter))
    except csv.Error as problem:
        _refuse_csv(name, 1, problem)


def _record(line: int, columns: list[str], row: list[str], layout: Layout | None) -> Record:
    if len(row) != len(columns):
        message = f"has {len(row)} cells, the header {len(columns)}; a separator inside a cell needs quotes"
        return Record(line, {}, (Fault(f"line {line}", message),))
    cells = dict(zip(columns, map(as_meant, row), strict=True))
    return _mapped(line, cells, layout) if layout else Record(line, cells)


def _mapped(line: int, cells: Mapping[str, Any], layout: Layout) -> Record:
    whole = layout.whole(cells)
    return Record(line, layout.applied(whole)) if layout.takes(whole) else Record(line, {}, is_left_out=True)


def _refuse_csv(name: str, line: int, problem: csv.Error) -> NoReturn:
    message = f"the row that begins here cannot be read as CSV ({problem}); check its quotation marks"
    raise Invalid(f"{name}, line {line}: {message}.", [Fault(f"line {line}", message)]) from problem


def _delimiter(header: str, layout: Layout | None) -> str:
    """The sign that parts the header into the most names of columns."""
    theirs = layout.theirs() if layout else THEIRS

    def is_known(part: str) -> bool:
        heading = part.strip('" \r\n')
        return heading in theirs or (layout is None and column_of(heading) in KNOWN)

    return max(DELIMITERS, key=lambda sign: sum(map(is_known, header.split(sign))))


def _jsonl(lines: Iterator[str], name: str, layout: Layout | None) -> Iterator[Record]:
    n = 0
    for number, line in enumerate(lines, start=1):
        if line.strip():
            n += 1
            yield _parsed(number, line, layout)
    if not n:
        raise Invalid(f"{name} is empty. Each line must hold one JSON object.")


def _parsed(number: int, line: str, layout: Layout | None) -> Record:
    where = f"line {number}"
    try:
        found = json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as problem:
        return Record(number, {}, (Fault(where, f"is no JSON object: {problem}"),))
    if not isinstance(found, dict):
        return Record(number, {}, (Fault(where, "must be one JSON object, in braces"),))
    if layout:
        return _mapped(number, found, layout)
    cells = {column_of(name): value for name, value in found.items()}
    faults = column_faults(cells, where)
    if len(cells) < len(found):
        faults.append(Fault(where, "names a column twice (deadline is due_on)"))
    return Record(number, cells, tuple(faults))


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
