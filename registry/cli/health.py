"""`registry health`."""

import typer

from registry.cli.command_words import in_command_words
from registry.cli.printing import AsJson, print_json, print_lines

DEGRADED = 1


def show_health(as_json: AsJson = False) -> None:
    """Show the state of this installation and its settings; ends with status 1 where something needs attention."""
    from registry.api.routes.health import health_at
    from registry.cli.local_work import reading
    from registry.cli.settings_in_force import settings_in_force
    from registry.settings import read_settings

    settings = read_settings()
    shown = settings_in_force(settings)
    with reading() as work:
        health = health_at(work.session, work.now, settings)
    if as_json:
        print_json({**health.model_dump(mode="json"), "settings": shown})
    else:
        print_lines(
            f"{health.status}: version {health.version}, {health.database}, schema {health.schema_revision}",
            f"{health.n_due} due, {health.n_unannounced} of them not yet announced",
            f"scheduler: last run {health.scheduler.last_run_at or 'never'}",
            *map(in_command_words, health.remarks),
            "settings in force:",
            *(f"  {name}={'' if value is None else value}" for name, value in shown.items()),
        )
    if health.status != "ok":
        raise typer.Exit(DEGRADED)
