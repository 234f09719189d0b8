"""How many rows a second an import takes in, events and scores included, beside the floor.

    python benchmarks/import_speed.py [--quick] [--rows N]

The floor is what SQLite itself needs for the very same rows: they are read back from a database that was filled
by an import and written into an empty one by bare `executemany`, indexes, checks and foreign keys in force.
"""

import argparse
import csv
import random
import sqlite3
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from registry.actions.acting import Actor
from registry.actions.importing import import_rows
from registry.actions.people import SET_UP, create_person
from registry.domain.vocabulary import Role
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.imports import ImportReport
from registry.schemas.people import PersonNew
from registry.storage.engine import SessionFactory, open_engine, session_factory, unit_of_work
from registry.storage.migration import migrate
from registry.storage.tables import metadata

NOW = datetime(2026, 1, 1, tzinfo=UTC)
HEADER = ("author", "statement", "made_on", "due_on", "probability", "outcome", "source")


def write_rows(file: Path, n: int) -> None:
    chance = random.Random(20260101)  # noqa: S311
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.writer(opened)
        writer.writerow(HEADER)
        for number in range(n):
            author = f"Forecaster {chr(ord('A') + number % 20) * 3}"
            statement = f"Candidate number {number} wins the district of Upper Lakeside by two points"
            probability, outcome = round(chance.random(), 4), chance.randrange(2)
            writer.writerow((author, statement, "2025-11-07", "2025-11-08", probability, outcome, "collected"))


def new_database(file: Path) -> SessionFactory:
    engine = open_engine(f"sqlite:///{file}")
    migrate(engine)
    return session_factory(engine)


def imported(file: Path, sessions: SessionFactory) -> tuple[ImportReport, float]:
    with unit_of_work(sessions) as session:
        person = create_person(session, SET_UP, PersonNew(name="importer", role=Role.admin), now=NOW)
    actor = Actor(person.id, person.name, Role.admin)
    begun = time.perf_counter()
    with unit_of_work(sessions) as session:
        report = import_rows(session, actor, survey(file), rows_of(file), now=NOW, zone="UTC", in_two=True)
    return report, time.perf_counter() - begun


def written_bare(source: Path, target: Path) -> float:
    with sqlite3.connect(source) as full, sqlite3.connect(target, isolation_level=None) as empty:
        tables = [table.name for table in metadata.sorted_tables]
        rows = {name: full.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608
        columns = {name: [cell[1] for cell in full.execute(f"PRAGMA table_info({name})")] for name in tables}
        empty.execute("PRAGMA journal_mode=WAL")
        empty.execute("PRAGMA synchronous=FULL")
        empty.execute("PRAGMA foreign_keys=ON")
        begun = time.perf_counter()
        empty.execute("BEGIN IMMEDIATE")
        for name in tables:
            marks = ",".join("?" * len(columns[name]))
            empty.executemany(
                f"INSERT INTO {name} ({','.join(columns[name])}) VALUES ({marks})",  # noqa: S608
                rows[name],
            )
        empty.execute("COMMIT")
        return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="2,000 rows")
    parser.add_argument("--rows", type=int, default=20_000)
    words = parser.parse_args()
    n = 2_000 if words.quick else words.rows
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_rows(folder / "rows.csv", n)
        report, taken = imported(folder / "rows.csv", new_database(folder / "full.db"))
        assert (report.n_created, report.n_scored) == (n, n)
        new_database(folder / "empty.db")
        floor = written_bare(folder / "full.db", folder / "empty.db")
    print(f"{'':<14}{'rows/s':>10}{'µs/row':>10}")
    print(f"{'import':<14}{n / taken:>10,.0f}{taken / n * 1e6:>10.0f}")
    print(f"{'bare inserts':<14}{n / floor:>10,.0f}{floor / n * 1e6:>10.0f}")
    print(f"the import takes {taken / floor:.1f} times the floor")


if __name__ == "__main__":
    main()
