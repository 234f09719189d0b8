"""`registry import`: a file of predictions, with outcomes where they are known."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from registry.cli.command_words import in_command_words
from registry.cli.printing import AsJson, print_json, print_lines

if TYPE_CHECKING:
    from registry.schemas.imports import ImportReport
    from registry.schemas.predictions import BatchFault


def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .jsonl file.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything and store nothing.")] = False,
    new_authors: Annotated[
        Literal["create", "refuse"],
        typer.Option(help="What to do with unknown authors like none on record, collections and questions."),
    ] = "create",
    collection: Annotated[str | None, typer.Option(help="Slug of the collection for rows that name none.")] = None,
    map_: Annotated[
        Path | None, typer.Option("--map", help="Mapping file for another program's columns (docs/files.md).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put the predictions of a file on record. A line that cannot be read stops all; each fault is named.

    A row that is on record already changes nothing, so the same file may be imported again. One that contradicts
    the record, or that was said after its last day, is left out and named, and the command ends with status 1.
    """
    report = _import(file, dry_run, new_authors, collection, map_)
    if as_json:
        print_json(report)
    else:
        print_lines(*_in_words(report))
    if report.faults or report.conflicts:
        raise typer.Exit(1)


def _import(file: Path, dry_run: bool, new_authors: str, collection: str | None, map_: Path | None) -> "ImportReport":
    from registry.actions.importing import import_rows, try_import
    from registry.cli.local_work import writing
    from registry.cli.progress import progress
    from registry.intake.prediction_file import rows_of, survey
    from registry.intake.prediction_layouts import read_layout
    from registry.schemas.authors import NewAuthors

    layout = read_layout(map_) if map_ else None
    surveyed = survey(file, layout)
    with writing() as work, progress(f"importing {file.name}", surveyed.n_rows) as advance:
        report = (try_import if dry_run else import_rows)(
            work.session,
            work.actor,
            surveyed,
            rows_of(file, layout),
            now=work.now,
            zone=work.zone,
            new_authors=NewAuthors(new_authors),
            collection=collection,
            in_two=True,
            advance=lambda n: advance(n, n),
        )
        if dry_run:
            work.session.rollback()
        return report


def _in_words(report: "ImportReport") -> list[str]:
    done = "would be put" if report.dry_run else "put"
    if report.faults:
        return [f"{report.file} cannot be imported as it stands:", *_told(report.faults)]
    said = [
        f"{report.file}: {report.n_rows} rows.",
        f"{report.n_created} predictions {done} on record, {report.n_unchanged} were there already.",
        f"{report.n_judged} of the new ones have an outcome, {report.n_scored} a score.",
    ]
    if report.n_left_out:
        said.insert(1, f"{report.n_left_out} further rows are none that the mapping takes.")
    if report.n_without_criteria:
        said.append(f"{report.n_without_criteria} have no criteria; their own words stand in, marked so.")
    if report.n_known_on_inferred:
        said.append(f"{report.n_known_on_inferred} outcomes are taken to be known on the due day, marked so.")
    if report.conflicts:
        said += [
            f"{len(report.conflicts)} rows were left out; they contradict what is on record, or were said too late:",
            *_told(report.conflicts),
        ]
    said += _made(report)
    return said


def _made(report: "ImportReport") -> list[str]:
    said = [f"  {author.name} ({author.slug})" for author in report.created_authors]
    if said:
        said.insert(0, f"{len(said)} new authors:")
    for noun, slugs in (("collections", report.created_collections), ("questions", report.created_questions)):
        if slugs:
            said.append(f"{len(slugs)} new {noun}:")
            said += [f"  {slug}" for slug in slugs]
    return said


def _told(faults: "list[BatchFault]") -> list[str]:
    return [f"  {fault.where}: {in_command_words(fault.message)}" for fault in faults]
