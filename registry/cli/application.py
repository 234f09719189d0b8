"""Puts the commands together, and turns what the registry refuses into words on stderr."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from registry import __version__
from registry.cli import (
    adding,
    authors,
    dashboard,
    demo,
    due,
    exporting,
    extracting,
    health,
    hedges,
    importing,
    jobs,
    keys,
    leaderboards,
    migrating,
    persons,
    resolving,
    scores,
    serving,
    track_records,
    up,
)
from registry.cli.refusals import complain
from registry.domain.errors import RegistryError

REFUSED = 1
"""Exit status of what the registry refuses; a command that was written wrongly ends with 2."""


class RegistryCommands(TyperGroup):
    """The commands. Errors that the registry raises on purpose become a message, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command, and end with `REFUSED` where the registry refuses it."""
        try:
            return super().invoke(ctx)
        except RegistryError as problem:
            complain(problem)
            raise typer.Exit(REFUSED) from problem


app = typer.Typer(
    cls=RegistryCommands,
    name="registry",
    help="Keeps predictions that people make in public, and how they turned out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"registry {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """What holds for every command."""
    del version  # its callback has answered


RUNNING, RECORDING, READING, PEOPLE = "Running", "Putting on record", "Reading", "People and keys"

app.command("up", rich_help_panel=RUNNING)(up.up)
app.command("serve", rich_help_panel=RUNNING)(serving.serve)
app.command("schedule", rich_help_panel=RUNNING)(jobs.schedule)
app.command("dashboard", rich_help_panel=RUNNING)(dashboard.run_dashboard)
app.command("migrate", rich_help_panel=RUNNING)(migrating.migrate_database)
app.command("jobs", rich_help_panel=RUNNING)(jobs.list_jobs)
app.command("health", rich_help_panel=RUNNING)(health.show_health)
app.command("demo", rich_help_panel=RUNNING)(demo.demo)
app.command("extract", rich_help_panel=READING)(extracting.extract)
app.command("hedges", rich_help_panel=READING)(hedges.list_hedges)
app.command("add", rich_help_panel=RECORDING)(adding.add)
app.command("import", rich_help_panel=RECORDING)(importing.import_file)
app.command("export", rich_help_panel=READING)(exporting.export_file)
app.command("resolve", rich_help_panel=RECORDING)(resolving.resolve)
app.command("due", rich_help_panel=READING)(due.list_due)
app.command("track-record", rich_help_panel=READING)(track_records.show_track_record)
app.command("leaderboard", rich_help_panel=READING)(leaderboards.show_leaderboard)
app.add_typer(scores.app, name="scores", rich_help_panel=RUNNING)
app.add_typer(authors.app, name="authors", rich_help_panel=PEOPLE)
app.add_typer(persons.app, name="persons", rich_help_panel=PEOPLE)
app.add_typer(keys.app, name="keys", rich_help_panel=PEOPLE)
