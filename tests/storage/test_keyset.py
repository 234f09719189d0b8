from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from registry.domain.errors import Invalid
from registry.storage.keyset import Sort, read_slice
from registry.storage.tables import JobRunRow
from tests.databases import NOW

BY_COUNT = Sort("count", (col(JobRunRow.n_done), col(JobRunRow.id)))
LATEST = Sort("-slot", (col(JobRunRow.slot), col(JobRunRow.id)), descending=True)


def add(session: Session, counts: list[int]) -> None:
    session.add_all(
        JobRunRow(job=f"job {i}", slot=NOW + timedelta(hours=i), started_at=NOW, n_done=n) for i, n in enumerate(counts)
    )
    session.flush()


def read_all(session: Session, sort: Sort, limit: int) -> list[str]:
    seen, cursor = [], None
    while True:
        found = read_slice(session, select(JobRunRow), sort, cursor, limit)
        assert len(found.rows) <= limit
        seen += [row.job for row in found.rows]
        cursor = found.next_cursor
        if cursor is None:
            return seen


@pytest.mark.parametrize("sort", [BY_COUNT, LATEST], ids=lambda sort: sort.name)
@pytest.mark.parametrize("limit", [1, 2, 3, 50])
def test_pages_hold_every_row_once_in_order(session: Session, sort: Sort, limit: int) -> None:
    add(session, [3, 1, 2, 1, 1, 3, 2])
    whole = session.exec(select(JobRunRow).order_by(*sort.order())).all()
    assert read_all(session, sort, limit) == [row.job for row in whole]


def test_rows_added_behind_the_cursor_do_not_shift_the_pages(session: Session) -> None:
    add(session, [5, 6, 7, 8])
    first = read_slice(session, select(JobRunRow), BY_COUNT, None, 2)
    session.add(JobRunRow(job="before", slot=NOW - timedelta(days=1), started_at=NOW, n_done=1))
    session.flush()
    second = read_slice(session, select(JobRunRow), BY_COUNT, first.next_cursor, 2)
    assert [row.n_done for row in second.rows] == [7, 8]


@given(st.text(max_size=40))
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(Invalid), Session() as unbound:
        read_slice(unbound, select(JobRunRow), BY_COUNT, text, 2)
