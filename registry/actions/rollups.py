"""Keeps the sums over predictions in step with them, in the transaction that changes them.

Whoever is about to change a prediction in what a record counts (author, collection, tags, days,
probability, outcome, withdrawal) calls `remember` first; whoever has put new ones on record calls
`remember_new`, or `count_new` where it knows what they add. When the transaction commits, what the
predictions add by then is compared with what they added before, and the difference is written: once, and
in one order, so that transactions which touch the same cells never wait for each other in a circle.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import event
from sqlmodel import Session

from registry.storage.parts import in_parts
from registry.storage.record_rows import AT_ONCE
from registry.storage.rollups import Addition, Cells, add_up, additions_of, write_changes

_PENDING = "predictions whose sums have to follow"
_COUNTED = "sums of new predictions that wait to be written"


def remember(session: Session, ids: Iterable[UUID]) -> None:
    """Note what predictions add now, before they change. Whoever changes them has locked them."""
    pending = _pending(session)
    unseen = sorted(set(ids) - pending.keys())
    if unseen:
        session.flush()
        pending |= additions_of(session, unseen)


def remember_new(session: Session, ids: Iterable[UUID]) -> None:
    """Note predictions that this transaction put on record: before it, they added nothing."""
    pending = _pending(session)
    pending.update((one, None) for one in ids if one not in pending)


def count_new(session: Session, additions: Iterable[Addition]) -> None:
    """Note what predictions add that this transaction put on record, where it need not be read back."""
    _pending(session)
    for one in additions:
        add_up(session.info[_COUNTED], one)


def settle(session: Session) -> None:
    """Write the difference that the changes since the last time make. Committing does it by itself."""
    pending: dict[UUID, Addition | None] = session.info.get(_PENDING, {})
    changes: Cells = session.info.get(_COUNTED, {})
    if not pending and not changes:
        return
    session.flush()
    for part in in_parts(sorted(pending), AT_ONCE):
        after = additions_of(session, part)
        for one in part:
            _compare(changes, pending[one], after.get(one))
    session.info[_PENDING], session.info[_COUNTED] = {}, {}
    write_changes(session, changes)


def _compare(changes: Cells, before: Addition | None, after: Addition | None) -> None:
    if before == after:
        return
    if before is not None:
        add_up(changes, before, -1)
    if after is not None:
        add_up(changes, after)


def _pending(session: Session) -> dict[UUID, Addition | None]:
    if _PENDING not in session.info:
        session.info[_PENDING], session.info[_COUNTED] = {}, {}
        event.listen(session, "before_commit", settle)
        event.listen(session, "after_rollback", _forget)
    pending: dict[UUID, Addition | None] = session.info[_PENDING]
    return pending


def _forget(session: Any) -> None:
    session.info[_PENDING], session.info[_COUNTED] = {}, {}
