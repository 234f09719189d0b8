"""`registry up`: everything in one go."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from registry.settings import Settings
    from registry.storage.engine import SessionFactory


def up(
    with_demo: Annotated[bool, typer.Option("--demo", help="On the very first start, load the example data.")] = False,
) -> None:
    """Migrate, then run API, scheduler and dashboard together. Ctrl-C stops all."""
    from threading import Event

    from registry.cli.printing import print_lines
    from registry.cli.running.data_lock import sole_use
    from registry.cli.running.installation import run_installation
    from registry.cli.running.together import stopped_by_signals
    from registry.settings import read_settings

    settings, stopped = read_settings(), Event()
    with sole_use(settings.data_dir), stopped_by_signals(stopped):
        run_installation(
            settings,
            stopped,
            when_new=_load_demo if with_demo else None,
            when_ready=lambda addresses: _say_so(settings, addresses),
        )
    print_lines("Everything has stopped.")


def _load_demo(settings: "Settings", sessions: "SessionFactory") -> None:
    from registry.cli.demo import load_demo
    from registry.cli.printing import print_lines

    print_lines("First start: loading the example data (`registry demo --remove` takes it away) ...")
    load_demo(settings, sessions)


def _say_so(settings: "Settings", addresses: dict[str, str]) -> None:
    from sqlalchemy import make_url

    from registry import __version__
    from registry.cli.printing import print_lines

    facts = {
        **addresses,
        "Data": make_url(settings.database_url).render_as_string(),
        "Key": str(settings.key_file.resolve()),
    }
    print_lines(
        f"The registry {__version__} is running. Ctrl-C stops it.",
        *(f"  {name:<10} {value}" for name, value in facts.items()),
    )
