"""What it costs to announce 10,000 due predictions among 10,000, 100,000 and 1,000,000 that are stored.

    python benchmarks/announcing.py [--quick]

The cost must grow with what is due, not with what is stored: the dearest size may take half as long again as
the cheapest. Beside it stands what a tick costs when nothing is due. `--quick`: 1,000 among 1,000 to 100,000.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, text
from sqlmodel import select

from registry.jobs.table import announce
from registry.storage.engine import open_engine, session_factory
from registry.storage.migration import migrate
from registry.storage.tables import EventRow
from tests.postgres import running_server

NOW = datetime(2026, 3, 1, tzinfo=UTC)
MOST_RATIO = 1.5
SETTINGS = {True: (1_000, (1_000, 10_000, 100_000)), False: (10_000, (10_000, 100_000, 1_000_000))}

COLUMNS = {
    "statement": "'Event number ' || i || ' will come to pass.'",
    "kind": "'forecast'",
    "made_on": "'2026-01-01'",
    "made_on_basis": "'entered'",
    "sense": "1",
    "muted": "false",
    "due_on": "'2026-02-28'",
    "criteria": "'Yes if it does.'",
    "criteria_missing": "false",
    "time_zone": "'UTC'",
    "search_text": "'event number ' || i",
    "due_round": "1",
    "disputed": "false",
    "late": "false",
    "version": "1",
}
OF_SQLITE = {
    "id": "printf('%032x', i)",
    "natural_key": "printf('%064x', i)",
    "due_at": "datetime('2026-03-01', ((i * 7919) % :stored - :due) || ' minutes')",
    "created_at": "'2026-01-01 00:00:00'",
}
OF_POSTGRESQL = {
    "id": "md5(i::text)::uuid",
    "natural_key": "lpad(i::text, 64, '0')",
    "made_on": "date '2026-01-01'",
    "due_on": "date '2026-02-28'",
    "due_at": "timestamptz '2026-03-01Z' + ((i * 7919::bigint) % :stored - :due) * interval '1 minute'",
    "created_at": "timestamptz '2026-01-01Z'",
}
NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :stored)",
    "postgresql": "WITH n AS (SELECT generate_series(0, :stored - 1) AS i)",
}


def fill(engine: Engine, stored: int, due: int) -> None:
    """Store predictions, spread so that those due lie scattered among the others; one falls due each minute."""
    dialect = engine.dialect.name
    own = OF_SQLITE if dialect == "sqlite" else OF_POSTGRESQL
    zero = "'" + "0" * 32 + "'"
    ids = dict.fromkeys(("entered_by_id", "author_id", "author_id_as_entered"), zero)
    columns = COLUMNS | own | ids
    names, values = ", ".join(columns), ", ".join(columns.values())
    insert = f"INSERT INTO prediction ({names}) {NUMBERS[dialect]} SELECT {values} FROM n"  # noqa: S608
    if dialect == "postgresql":
        insert = f"{NUMBERS[dialect]} INSERT INTO prediction ({names}) SELECT {values} FROM n"  # noqa: S608
    at = "timestamptz '2026-01-01Z'" if dialect == "postgresql" else "'2026-01-01 00:00:00'"
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO person (id, name, role, locale, time_zone, created_at, version)"  # noqa: S608
                f" VALUES ({zero}, 'Ada', 'admin', 'en', 'UTC', {at}, 1)"
            )
        )
        connection.execute(
            text(
                "INSERT INTO author (id, slug, name, kind, created_at, version)"  # noqa: S608
                f" VALUES ({zero}, 'holt', 'Mira Holt', 'person', {at}, 1)"
            )
        )
        connection.execute(text(insert), {"stored": stored, "due": due})
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")


def measure(url: str, stored: int, due: int) -> tuple[float, float]:
    """Seconds to announce `due` among `stored`, and then for a tick that finds nothing."""
    engine = open_engine(url)
    migrate(engine)
    fill(engine, stored, due)
    sessions = session_factory(engine)
    now = NOW - timedelta(seconds=1)
    busy = timed(lambda: announce(sessions, now), due)
    idle = timed(lambda: announce(sessions, now), 0)
    with sessions() as session:
        assert len(session.exec(select(EventRow.id)).all()) == due
    engine.dispose()
    return busy, idle


def timed(act: Callable[[], int], expected: int) -> float:
    begun = time.perf_counter()
    done = act()
    took = time.perf_counter() - begun
    assert done == expected, f"announced {done}, not {expected}"
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    due, sizes = SETTINGS[parser.parse_args().quick]
    print(f"{'database':<12}{'stored':>10}{'due':>8}{'announced in':>14}{'each':>10}{'idle tick':>11}")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(running_server(folder / "postgres"))
        for kind in ("sqlite", "postgresql"):
            took = {}
            for stored in (100, *sizes):  # the first compiles the statements for the others
                with ExitStack() as one:
                    url = f"sqlite:///{folder / f'{stored}.db'}"
                    if kind == "postgresql":
                        url = one.enter_context(server.database())
                    busy, idle = measure(url, stored, min(due, stored))
                if stored == 100:
                    continue
                took[stored] = busy
                each = took[stored] / due * 1e6
                print(f"{kind:<12}{stored:>10,}{due:>8,}{took[stored]:>12.2f} s{each:>7.0f} µs{idle * 1e3:>8.1f} ms")
            ratio = max(took.values()) / min(took.values())
            verdict = "kept" if ratio <= MOST_RATIO else "MISSED"
            print(f"{kind}: dearest to cheapest {ratio:.2f}, at most {MOST_RATIO}: {verdict}")


if __name__ == "__main__":
    main()
