"""`registry demo`: example data, and its removal."""

from typing import TYPE_CHECKING, Annotated

import typer

from registry.cli.printing import AsJson, print_json, print_lines

if TYPE_CHECKING:
    from registry.demo.loading import Loaded
    from registry.settings import Settings
    from registry.storage.engine import SessionFactory


def demo(
    remove: Annotated[bool, typer.Option("--remove", help="Take all of it away again.")] = False,
    as_json: AsJson = False,
) -> None:
    """Load example data: five real commentaries as facts, invented columnists, three articles to read."""
    from registry.cli.local_work import opened_database
    from registry.settings import read_settings
    from registry.storage.engine import session_factory

    settings = read_settings()
    with opened_database(settings) as engine:
        sessions = session_factory(engine)
        if remove:
            _say_removed(remove_demo(sessions), as_json)
        else:
            _say_loaded(load_demo(settings, sessions), as_json)


def load_demo(settings: "Settings", sessions: "SessionFactory") -> "Loaded":
    """Load the demo as the person who runs this installation. Raises Conflict where it is on record."""
    from registry import lexicon
    from registry.cli.clock import utc_now
    from registry.cli.local_work import local_actor
    from registry.demo.examples import read_examples
    from registry.demo.loading import is_loaded, load
    from registry.domain.errors import Conflict
    from registry.storage.engine import unit_of_work

    now = utc_now()
    actor = local_actor(settings, sessions, now)
    readings = read_examples(lexicon.load(), now)
    with unit_of_work(sessions) as session:
        if is_loaded(session):
            raise Conflict("The demo is on record already. `registry demo --remove` takes it away.")
        return load(session, actor, readings, now=now)


def remove_demo(sessions: "SessionFactory") -> int:
    """Take the demo away; returns how many predictions went."""
    from registry.demo.removing import remove_demo as remove
    from registry.storage.engine import unit_of_work

    with unit_of_work(sessions) as session:
        return remove(session)


def _say_loaded(loaded: "Loaded", as_json: bool) -> None:
    if as_json:
        print_json({"collections": list(loaded.collections), "articles": loaded.n_articles})
        return
    print_lines(
        f"Loaded the collections {' and '.join(loaded.collections)}, and {loaded.n_articles} articles to read.",
        "`registry demo --remove` takes it all away.",
    )


def _say_removed(n: int, as_json: bool) -> None:
    if as_json:
        print_json({"removed": n})
        return
    print_lines(f"Removed {n} predictions and all that belonged to them." if n else "There was no demo to remove.")
