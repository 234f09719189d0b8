"""Taking in a file of predictions with outcomes.

A line that cannot be read stops the whole file: nothing is stored, and every fault is named by its line. A line
that only says otherwise than the record, or than an earlier line, is left out and named, and so is what was said
after its last day, as dumps of forecasting sites hold it. The rest is stored, and since a row that is on record
already changes nothing, the mended file may be taken in again.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from math import ceil

from sqlmodel import Session

from registry.actions import authors
from registry.actions.acting import Actor
from registry.actions.clashes import clash_as_conflict
from registry.actions.import_conflicts import Stored, differences
from registry.actions.import_links import make_what_rows_name
from registry.actions.import_lots import TABLES, Circumstances
from registry.actions.import_matches import on_record
from registry.actions.import_preparing import Prepared, Preparing, Sound, put_into
from registry.actions.linking import find_groups
from registry.actions.rollups import count_new
from registry.actions.working_in_two import made_in_two
from registry.actions.writing_events import write_event
from registry.domain.errors import Conflict, Fault, Invalid, UnknownAuthor
from registry.schemas.authors import AuthorBrief, NewAuthors
from registry.schemas.imports import ImportFile, ImportReport, ImportRow, ImportRows
from registry.schemas.predictions import BatchFault
from registry.storage.author_names import known_as
from registry.storage.bulk import Bound, column_of, insert_all
from registry.storage.collections import at_slug
from registry.storage.tables import ImportBatchRow, JudgementRow, PredictionRow, ScoreRow

AT_ONCE = 1_000
"""Rows that are prepared, and stored, together."""

LOTS_ALONE = 4
"""So many are prepared in less time than a second process takes to get ready."""

Advance = Callable[[int], object]


def import_rows(
    session: Session,
    actor: Actor,
    file: ImportFile,
    rows: ImportRows,
    *,
    now: datetime,
    zone: str,
    new_authors: NewAuthors = NewAuthors.create,
    collection: str | None = None,
    in_two: bool = False,
    advance: Advance = int,
) -> ImportReport:
    """Put the rows of a file on record, with its outcomes as verdicts whose evidence is the import.

    A row that is on record already changes nothing; one that contradicts the record, or was said when it could
    predict nothing any more, is left out and named in `conflicts`. `collection` is the slug for rows that name none.
    With `create`, questions and collections that rows name by new slugs are made too. With `in_two` a second process
    helps with a long file; `advance` is told how many more rows are done. Raises Invalid with every fault of every
    line, Missing for an unknown collection; whoever calls it then rolls back.
    """
    if collection is not None:
        at_slug(session, collection)
    run = _Run(session, actor, file, rows, now)
    shared = run.find_names(zone, new_authors, collection)
    prepare, n_lots = Preparing(rows, shared, AT_ONCE), ceil(file.n_rows / AT_ONCE)
    is_long = n_lots > LOTS_ALONE
    for lot in made_in_two(prepare, n_lots) if in_two and is_long else map(prepare, range(n_lots)):
        run.take(lot, shared)
        advance(lot.n_rows)
    return run.finished()


def try_import(
    session: Session,
    actor: Actor,
    file: ImportFile,
    rows: ImportRows,
    *,
    now: datetime,
    zone: str,
    new_authors: NewAuthors = NewAuthors.create,
    collection: str | None = None,
    in_two: bool = False,
    advance: Advance = int,
) -> ImportReport:
    """What `import_rows` would do. Whoever calls it rolls back."""
    try:
        report = import_rows(
            session,
            actor,
            file,
            rows,
            now=now,
            zone=zone,
            new_authors=new_authors,
            collection=collection,
            in_two=in_two,
            advance=advance,
        )
    except (Invalid, Conflict) as problem:
        faults = [_as_told(fault) for fault in problem.faults]
        return ImportReport(file=file.name, dry_run=True, n_rows=file.n_rows, faults=faults)
    return report.model_copy(update={"dry_run": True, "import_batch": None})


class _Run:
    """One import under way. After the first fault it goes on to look for others, and stores nothing more."""

    def __init__(self, session: Session, actor: Actor, file: ImportFile, rows: ImportRows, now: datetime) -> None:
        self._session, self._actor, self._file, self._rows, self._now = session, actor, file, rows, now
        self._batch = ImportBatchRow(name=file.name, sha256=file.sha256, person_id=actor.required_id, created_at=now)
        self._report = ImportReport(file=file.name, n_left_out=file.n_left_out)
        self._faults: list[Fault] = []
        self._conflicts: dict[int, Fault] = {}
        # By natural key: the line that first had it, and what that line said.
        self._seen: dict[bytes, tuple[int, bytes]] = {}
        self._read_again: Iterator[ImportRow] | None = None

    def find_names(self, zone: str, mode: NewAuthors, collection: str | None) -> Circumstances:
        """Find or create everybody whom the file names; those who are refused become faults."""
        file = self._file
        named = [(f"line {line}, author", name) for name, line in file.authors.items()]
        known = known_as(self._session, file.authors)
        try:
            found = authors.resolve(self._session, self._actor, named, mode, now=self._now)
        except UnknownAuthor as problem:
            self._faults += problem.faults
            found = known
        created = {row.id: row for name, row in found.items() if name not in known}
        self._report.created_authors = [AuthorBrief(slug=row.slug, name=row.name) for row in created.values()]
        if mode is NewAuthors.create:
            make_what_rows_name(self._session, self._actor, file.naming, self._report, now=self._now)
        links = find_groups(self._session, {*file.collections, *filter(None, [collection])}, file.questions)
        links.authors = {name: row.id for name, row in found.items()}
        return Circumstances(
            actor=self._actor,
            now=self._now,
            zone=zone,
            batch_id=self._batch.id,
            batch_name=self._batch.name,
            links=links,
            known=frozenset(row.id for row in known.values()),
            collection=collection,
            dialect=self._session.get_bind().dialect.name,
        )

    def take(self, lot: Prepared, shared: Circumstances) -> None:
        """Look for what is on record and, as long as nothing was wrong, store what is new."""
        self._report.n_rows += lot.n_rows
        self._faults += lot.faults
        for line, why in lot.left_out:
            self._clash(line, why)
        once = [(place, row) for place, row in enumerate(lot.sound) if self._is_first(row)]
        stored = on_record(self._session, [row for _, row in once])
        new = [
            place
            for place, row in once
            if row.key not in stored or not self._is_known(stored[row.key], row.line, shared)
        ]
        if new and not self._faults:
            self._store(lot, new)

    def finished(self) -> ImportReport:
        """What was done. Raises Invalid where a line could not be read."""
        if self._faults:
            faults = [*self._faults, *self._left_out()]
            wrong = "One thing has" if len(faults) == 1 else f"{len(faults)} things have"
            raise Invalid(f"{wrong} to be put right in {self._file.name}; nothing was stored.", faults)
        self._report.conflicts = [_as_told(conflict) for conflict in self._left_out()]
        if self._report.n_created:
            batch, report = self._batch, self._report
            batch.n_rows, batch.n_created = report.n_rows, report.n_created
            batch.n_unchanged, batch.finished_at = report.n_unchanged, self._now
            write_event(self._session, self._actor, "imported", "import_batch", batch, self._now)
            report.import_batch = batch.id
        return self._report

    def _is_first(self, row: Sound) -> bool:
        """Whether no earlier line has the same key; one that says the same is unchanged."""
        line, before = self._seen.setdefault(bytes.fromhex(row.key), (row.line, row.said))
        if line == row.line:
            return True
        if row.said == before:
            self._report.n_unchanged += 1
        else:
            self._clash(row.line, f"says otherwise than line {line}; give each a ref of its own if both are meant")
        return False

    def _is_known(self, stored: Stored, line: int, shared: Circumstances) -> bool:
        differing = differences(stored, put_into(self._row_at(line), shared.collection), shared.links)
        if differing:
            self._clash(line, f"is on record as prediction {stored.row.id}, where {'; '.join(differing)}")
        else:
            self._report.n_unchanged += 1
        return True

    def _row_at(self, line: int) -> ImportRow:
        """The row of that line, which comes after the one asked for before."""
        if self._read_again is None:
            self._read_again = iter(self._rows)
        return next(row for row in self._read_again if row.line == line)

    def _left_out(self) -> list[Fault]:
        return [conflict for _, conflict in sorted(self._conflicts.items())]

    def _clash(self, line: int, message: str) -> None:
        self._conflicts[line] = Fault(f"line {line}", message)

    def _store(self, lot: Prepared, new: list[int]) -> None:
        if not self._report.n_created:
            self._session.add(self._batch)
            self._session.flush()
        rows = lot.of_some(new)
        with clash_as_conflict("Someone else put some of these predictions on record meanwhile. Try again."):
            for table in TABLES:
                insert_all(self._session, table, rows[table])
        count_new(self._session, [lot.additions[place] for place in new])
        self._count(rows)

    def _count(self, rows: dict[type, list[Bound]]) -> None:
        report, judgements = self._report, rows[JudgementRow]
        report.n_created += len(rows[PredictionRow])
        report.n_judged += len(judgements)
        report.n_scored += len(rows[ScoreRow])
        report.n_without_criteria += sum(column_of(PredictionRow, "criteria_missing", rows[PredictionRow]))
        report.n_known_on_inferred += sum(column_of(JudgementRow, "known_on_inferred", judgements))


def _as_told(fault: Fault) -> BatchFault:
    return BatchFault(where=fault.where, message=fault.message, suggestions=list(fault.suggestions))
