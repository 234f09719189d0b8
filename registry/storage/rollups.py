"""Sums kept beside the predictions: what each prediction adds, changes written, totals read.

Everything is a whole number, so what was added and taken away in any order equals what is added up afresh.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Table, and_, func, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, delete

from registry.domain.scoring import units
from registry.domain.tally import BINS, BinSums, Sums, Tally, bin_index, is_scored, sums_of
from registry.storage.parts import in_parts
from registry.storage.record_filters import month_of
from registry.storage.record_rows import AT_ONCE, read_rows, record_row
from registry.storage.tables import PredictionRow, RollupRow, TagRow
from registry.storage.tables.rollups import ALL_TAGS, NO_BASIS, NO_COLLECTION, UNSCORED


class Cell(NamedTuple):
    """Which cell; the fields are the key of the table, in its order."""

    tag: str
    author_id: UUID
    collection_id: UUID
    basis: str
    month: str
    ranked: bool
    bin: int


# Open and due come first among the sums; the time alone tells them apart.
_TIMELESS = Sums._fields[2:]
AMOUNTS = ("n", "n_unresolved", "probability", *_TIMELESS)
"""What a cell sums up: the fields of `Sums` that do not depend on the time, and three of its own."""

_NAMES = (*Cell._fields, *AMOUNTS)

Amounts = tuple[int, ...]
Cells = dict[Cell, list[int]]
Addition = tuple[tuple[Cell, ...], Amounts]
"""What one prediction adds: the same amounts to each of its cells."""

_TABLE: Table = RollupRow.__table__  # type: ignore[attr-defined]
_SUMMED = [func.sum(_TABLE.c[name]).label(name) for name in AMOUNTS]


def additions_of(session: Session, ids: Sequence[UUID]) -> dict[UUID, Addition]:
    """What some predictions add as they stand in the database."""
    found: dict[UUID, Addition] = {}
    for part in in_parts(ids, AT_ONCE):
        among = col(PredictionRow.id).in_(part)
        tags = _tags(session, col(TagRow.prediction_id).in_(part))
        found |= {row.id: addition(row, tags.get(row.id, ())) for row in read_rows(session, among)}
    return found


def addition(row: Any, tags: Iterable[str]) -> Addition:
    """What a prediction with these columns and tags adds."""
    # Whether it is open or due is the same to a cell, so any instant will do.
    seen = record_row(row, row.created_at)
    sums, is_in_scores = sums_of(seen), is_scored(seen)
    probability = seen.probability or 0.0
    amounts = (
        1,
        sums.n_open + sums.n_due,
        units(probability) if is_in_scores else 0,
        *sums[2:],
    )
    rest = (
        row.author_id,
        row.collection_id or NO_COLLECTION,
        row.probability_basis or NO_BASIS,
        month_of(row.made_on),
        seen.counts_for_ranks,
        bin_index(probability) if is_in_scores else UNSCORED,
    )
    return tuple(Cell(tag, *rest) for tag in (ALL_TAGS, *tags)), amounts


def add_up(cells: Cells, one: Addition, sign: int = 1) -> None:
    """Add a prediction to the cells, or take it away with a negative sign."""
    places, amounts = one
    for place in places:
        held = cells.get(place)
        if held is None:
            cells[place] = [sign * amount for amount in amounts]
        else:
            for index, amount in enumerate(amounts):
                held[index] += sign * amount


def write_changes(session: Session, changes: Mapping[Cell, Sequence[int]]) -> None:
    """Add the changes to the stored cells; cells that nothing stands in any more are removed."""
    # In one order, so that two transactions never wait for each other in a circle.
    changed = sorted(cell for cell, amounts in changes.items() if any(amounts))
    for part in in_parts(changed, AT_ONCE):
        values = [_values(cell, changes[cell]) for cell in part]
        session.execute(_upsert(session.get_bind().dialect.name), values)
    for shrunk in in_parts((cell for cell in changed if changes[cell][0] < 0), AT_ONCE):
        _remove_empty(session, shrunk)


def replace_all(session: Session, cells: Iterable[Mapping[Cell, Sequence[int]]]) -> None:
    """Forget every stored cell and store these, which come in parts that share no cell."""
    session.execute(delete(RollupRow))
    waiting: list[dict[str, Any]] = []
    for part in cells:
        waiting += [_values(cell, amounts) for cell, amounts in part.items()]
        if len(waiting) >= AT_ONCE:
            session.execute(insert(_TABLE), waiting)
            waiting = []
    if waiting:
        session.execute(insert(_TABLE), waiting)


def recomputed(session: Session) -> Iterator[tuple[UUID, Cells]]:
    """The cells of each author, computed afresh from the predictions, in the order of authors' ids."""
    by_author: Cells = {}
    last: UUID | None = None
    for row, tags in _with_tags(session, read_rows(session)):
        if last is not None and row.author_id != last:
            yield last, by_author
            by_author = {}
        last = row.author_id
        add_up(by_author, addition(row, tags))
    if last is not None:
        yield last, by_author


def stored(session: Session) -> Iterator[tuple[UUID, Cells]]:
    """The cells of each author as they are stored, in the order of authors' ids."""
    query = select(_TABLE).order_by(_TABLE.c.author_id).execution_options(yield_per=AT_ONCE)
    by_author: Cells = {}
    last: UUID | None = None
    for row in session.execute(query):
        if last is not None and row.author_id != last:
            yield last, by_author
            by_author = {}
        last = row.author_id
        cell = Cell(*(getattr(row, name) for name in Cell._fields))
        by_author[cell] = [getattr(row, name) for name in AMOUNTS]
    if last is not None:
        yield last, by_author


def total(session: Session, n_due: int, *conditions: ColumnElement[bool]) -> Tally:
    """The sums over the cells that fulfil the conditions; of the unresolved predictions `n_due` are due."""
    query = select(_TABLE.c.bin, *_SUMMED).where(*conditions).group_by(_TABLE.c.bin)
    bins = [BinSums()] * BINS
    sums = dict.fromkeys(AMOUNTS, 0)
    for row in session.execute(query):
        values = {name: int(getattr(row, name)) for name in AMOUNTS}
        sums = {name: sums[name] + value for name, value in values.items()}
        if row.bin != UNSCORED:
            bins[row.bin] = BinSums(values["n_scored"], values["probability"], values["outcome"])
    return Tally(_sums(sums, n_due), tuple(bins))


def totals_by_author(session: Session, *conditions: ColumnElement[bool]) -> dict[UUID, Sums]:
    """The sums of each author over the cells that fulfil the conditions, unresolved predictions as open."""
    query = select(_TABLE.c.author_id, *_SUMMED).where(*conditions).group_by(_TABLE.c.author_id)
    rows = session.execute(query)
    fields = [AMOUNTS.index(name) + 1 for name in _TIMELESS]
    unresolved = AMOUNTS.index("n_unresolved") + 1
    return {row[0]: Sums(int(row[unresolved]), 0, *(int(row[at]) for at in fields)) for row in rows}


def _sums(amounts: Mapping[str, int], n_due: int) -> Sums:
    timeless = {name: amounts[name] for name in _TIMELESS}
    return Sums(n_open=amounts["n_unresolved"] - n_due, n_due=n_due, **timeless)


def _values(cell: Cell, amounts: Sequence[int]) -> dict[str, Any]:
    return dict(zip(_NAMES, (*cell, *amounts), strict=True))


@cache
def _upsert(dialect: str) -> Any:
    make: Callable[..., Any] = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = make(_TABLE)
    added = {name: _TABLE.c[name] + statement.excluded[name] for name in AMOUNTS}
    return statement.on_conflict_do_update(index_elements=list(Cell._fields), set_=added)


def _remove_empty(session: Session, cells: Sequence[Cell]) -> None:
    places = {(cell.tag, cell.author_id) for cell in cells}
    among = or_(*(and_(_TABLE.c.tag == tag, _TABLE.c.author_id == author) for tag, author in sorted(places)))
    session.execute(_TABLE.delete().where(_TABLE.c.n == 0, among))


def _with_tags(session: Session, rows: Iterable[Any]) -> Iterator[tuple[Any, Sequence[str]]]:
    tags = _tags(session)
    return ((row, tags.get(row.id, ())) for row in rows)


def _tags(session: Session, *conditions: ColumnElement[bool]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for prediction_id, name in session.execute(select(col(TagRow.prediction_id), col(TagRow.name)).where(*conditions)):
        found[prediction_id].append(name)
    return found
