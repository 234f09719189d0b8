"""`registry export`: everything on record as a file."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from registry.cli.printing import say


def export_file(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Where to write it; standard output where absent.")
    ] = None,
    format_: Annotated[
        Literal["csv", "jsonl", "parquet"] | None,
        typer.Option("--format", help="Kind of file; by the ending of FILE where absent, else csv."),
    ] = None,
    collection: Annotated[str | None, typer.Option(help="Slug of the one collection to export.")] = None,
) -> None:
    """Write the predictions on record, with their outcomes, in the columns that `registry import` reads.

    Withdrawn ones are left out, and separate collections unless they are named. What a spreadsheet would run as a
    formula gets an apostrophe in front.
    """
    from registry.actions.exporting import export
    from registry.cli.local_work import reading
    from registry.cli.refusals import read_as
    from registry.schemas.exports import ExportFilter

    ending = file.suffix.lower().removeprefix(".") if file else "csv"
    wanted = read_as(ExportFilter, {"format": format_ or ending, "collection": collection})
    with reading() as work:
        parts = export(work.session, wanted, now=work.now)
        if file is None:
            for part in parts:
                sys.stdout.buffer.write(part)
        else:
            with file.open("wb") as out:
                out.writelines(parts)
            say(f"Written to {file}.")
