"""Taking in a file of predictions with outcomes.

A line that cannot be read stops the whole file: nothing is stored, and every fault is named by its line. A line
that only says otherwise than the record, or than an earlier line, is left out and named, and so is what was said
after its last day, as dumps of forecasting sites hold it. The rest is stored, and since a row that is on record
already changes nothing, the mended file may be taken in again.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from uuid import UUID

from sqlmodel import Session

from registry.actions import authors
from registry.actions.acting import Actor
from registry.actions.clashes import clash_as_conflict
from registry.actions.import_checks import faults_of_row, in_collection, said_too_late
from registry.actions.import_conflicts import Stored, differences, fingerprint
from registry.actions.import_links import make_what_rows_name
from registry.actions.import_lots import Circumstances, Lot
from registry.actions.import_matches import on_record
from registry.actions.linking import Links, find_links
from registry.actions.preparing_predictions import key_of
from registry.actions.rollups import count_new
from registry.actions.writing_events import write_event
from registry.domain.errors import Conflict, Fault, Invalid, UnknownAuthor
from registry.schemas.authors import AuthorBrief, NewAuthors
from registry.schemas.imports import ImportFile, ImportReport, ImportRow
from registry.schemas.predictions import BatchFault
from registry.storage.author_names import known_as
from registry.storage.tables import ImportBatchRow

AT_ONCE = 1_000
"""Rows that are stored together."""


def import_rows(
    session: Session,
    actor: Actor,
    file: ImportFile,
    rows: Iterable[ImportRow],
    *,
    now: datetime,
    zone: str,
    new_authors: NewAuthors = NewAuthors.create,
    collection: str | None = None,
) -> ImportReport:
    """Put the rows of a file on record, with its outcomes as verdicts whose evidence is the import.

    A row that is on record already changes nothing; one that contradicts the record, or was said when it could
    predict nothing any more, is left out and named in `conflicts`. `collection` is the slug for rows that name none.
    With `create`, questions and collections that rows name by new slugs are made too. Raises Invalid with every
    fault of every line, Missing for an unknown collection; whoever calls it then rolls back.
    """
    run = _Run(session, actor, file, now, zone, new_authors)
    run.find_authors()
    remaining = iter(rows if collection is None else in_collection(session, rows, collection))
    while chunk := list(islice(remaining, AT_ONCE)):
        run.take(chunk)
    return run.finished()


def try_import(
    session: Session,
    actor: Actor,
    file: ImportFile,
    rows: Iterable[ImportRow],
    *,
    now: datetime,
    zone: str,
    new_authors: NewAuthors = NewAuthors.create,
    collection: str | None = None,
) -> ImportReport:
    """What `import_rows` would do. Whoever calls it rolls back."""
    try:
        report = import_rows(
            session, actor, file, rows, now=now, zone=zone, new_authors=new_authors, collection=collection
        )
    except (Invalid, Conflict) as problem:
        faults = [_as_told(fault) for fault in problem.faults]
        return ImportReport(file=file.name, dry_run=True, n_rows=file.n_rows, faults=faults)
    return report.model_copy(update={"dry_run": True, "import_batch": None})


class _Run:
    """One import under way. After the first fault it goes on to look for others, and stores nothing more."""

    def __init__(
        self, session: Session, actor: Actor, file: ImportFile, now: datetime, zone: str, mode: NewAuthors
    ) -> None:
        self._session, self._actor, self._file, self._mode = session, actor, file, mode
        batch = ImportBatchRow(name=file.name, sha256=file.sha256, person_id=actor.required_id, created_at=now)
        self._shared = Circumstances(actor, now, zone, batch)
        self._report = ImportReport(file=file.name, n_left_out=file.n_left_out)
        self._authors: dict[str, UUID] = {}
        self._known: set[UUID] = set()
        self._faults: list[Fault] = []
        self._conflicts: dict[int, Fault] = {}
        # By natural key: the line that first had it, and what that line said.
        self._seen: dict[bytes, tuple[int, int]] = {}

    def find_authors(self) -> None:
        """Find or create everybody whom the file names; those who are refused become faults."""
        named = [(f"line {line}, author", name) for name, line in self._file.authors.items()]
        known = known_as(self._session, self._file.authors)
        try:
            found = authors.resolve(self._session, self._actor, named, self._mode, now=self._shared.now)
        except UnknownAuthor as problem:
            self._faults += problem.faults
            found = known
        self._authors = {name: row.id for name, row in found.items()}
        self._known = {row.id for row in known.values()}
        created = {row.id: row for name, row in found.items() if name not in known}
        self._report.created_authors = [AuthorBrief(slug=row.slug, name=row.name) for row in created.values()]

    def take(self, rows: Sequence[ImportRow]) -> None:
        """Check some rows and, as long as nothing was wrong, store those that are new."""
        self._report.n_rows += len(rows)
        links = self._links(rows)
        sound = [row for row in rows if self._is_sound(row)]
        keyed = [(_key(row, links, self._actor), row) for row in sound]
        once = [(key, row) for key, row in keyed if self._is_first(key, row, links)]
        stored = on_record(self._session, once, links, self._known)
        new = [row for key, row in once if key not in stored or not self._is_known(stored[key], row, links)]
        if not self._faults:
            self._store(new, links)

    def finished(self) -> ImportReport:
        """What was done. Raises Invalid where a line could not be read."""
        if self._faults:
            faults = [*self._faults, *self._left_out()]
            wrong = "One thing has" if len(faults) == 1 else f"{len(faults)} things have"
            raise Invalid(f"{wrong} to be put right in {self._file.name}; nothing was stored.", faults)
        self._report.conflicts = [_as_told(conflict) for conflict in self._left_out()]
        if self._report.n_created:
            batch, report = self._shared.batch, self._report
            batch.n_rows, batch.n_created = report.n_rows, report.n_created
            batch.n_unchanged, batch.finished_at = report.n_unchanged, self._shared.now
            write_event(self._session, self._actor, "imported", "import_batch", batch, self._shared.now)
            report.import_batch = batch.id
        return self._report

    def _links(self, rows: Sequence[ImportRow]) -> Links:
        if self._mode is NewAuthors.create:
            make_what_rows_name(self._session, self._actor, rows, self._report, now=self._shared.now)
        read = [(row.line, row.part.prediction if row.part else row.prediction) for row in rows]
        links = find_links(self._session, [(f"line {line}, ", new) for line, new in read if new is not None])
        self._faults += links.faults
        links.authors = self._authors
        return links

    def _is_sound(self, row: ImportRow) -> bool:
        too_late = said_too_late(row)
        if too_late is not None:
            self._clash(row, too_late)
            return False
        faults = faults_of_row(self._session, row, self._shared)
        self._faults += faults
        # Whoever is no author was named as a fault already, once for the whole file.
        return not faults and row.prediction is not None and row.prediction.author in self._authors

    def _is_first(self, key: str, row: ImportRow, links: Links) -> bool:
        """Whether no earlier line has the same key; one that says the same is unchanged."""
        short, said = bytes.fromhex(key), fingerprint(row, links)
        line, before = self._seen.setdefault(short, (row.line, said))
        if line == row.line:
            return True
        if said == before:
            self._report.n_unchanged += 1
        else:
            self._clash(row, f"says otherwise than line {line}; give each a ref of its own if both are meant")
        return False

    def _is_known(self, stored: Stored, row: ImportRow, links: Links) -> bool:
        differing = differences(stored, row, links)
        if differing:
            self._clash(row, f"is on record as prediction {stored.row.id}, where {'; '.join(differing)}")
        else:
            self._report.n_unchanged += 1
        return True

    def _left_out(self) -> list[Fault]:
        return [conflict for _, conflict in sorted(self._conflicts.items())]

    def _clash(self, row: ImportRow, message: str) -> None:
        self._conflicts[row.line] = Fault(f"line {row.line}", message)

    def _store(self, rows: Sequence[ImportRow], links: Links) -> None:
        if rows and not self._report.n_created:
            self._session.add(self._shared.batch)
            self._session.flush()
        lot = Lot(self._shared)
        for row in rows:
            if row.prediction is not None:
                lot.add(row.prediction, row.judgement, links, row.entry)
        with clash_as_conflict("Someone else put some of these predictions on record meanwhile. Try again."):
            lot.store(self._session)
        count_new(self._session, lot.additions)
        lot.count_into(self._report)


def _as_told(fault: Fault) -> BatchFault:
    return BatchFault(where=fault.where, message=fault.message, suggestions=list(fault.suggestions))


def _key(row: ImportRow, links: Links, actor: Actor) -> str:
    if row.prediction is None:
        raise ValueError(f"line {row.line} holds no prediction")
    return key_of(row.prediction, links, actor)
