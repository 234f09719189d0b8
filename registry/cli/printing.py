"""What commands print: JSON for programs, tables for people."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from registry.cli.plain_words import printable

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 160
"""Columns of a table that no terminal shows, so that a file or a pager gets whole words."""

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


def print_json(value: Any) -> None:
    """Print schemas, dataclasses of plain values, or plain values as JSON."""
    from pydantic_core import to_jsonable_python

    print(json.dumps(to_jsonable_python(value), ensure_ascii=False, indent=2, allow_nan=False))


def print_lines(*lines: str) -> None:
    """Print lines as they are, made harmless."""
    print(printable("\n".join(lines)))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> None:
    """Print a table; None is an empty cell. Columns that end with `#` hold numbers."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left")
    for column in columns:
        is_number = column.endswith("#")
        table.add_column(column.removesuffix("#"), justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        # As Text: a statement that begins with a bracket is no markup.
        table.add_row(*(Text("" if cell is None else printable(str(cell))) for cell in row))
    _console().print(table)


def say(line: str) -> None:
    """Tell the person something that is no result, on stderr."""
    print(printable(line), file=sys.stderr, flush=True)


def shortened(text: str, most: int = 90) -> str:
    """The text in at most `most` characters, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def figure(value: float | None, digits: int = 3) -> str | None:
    """A number for reading; None stays None."""
    return None if value is None else f"{value:.{digits}f}"


def _console() -> "Console":
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
