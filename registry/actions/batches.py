"""Many predictions at once: all recorded or none, with every fault of each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.predictions import record_placed
from registry.domain.errors import Conflict, Fault, Invalid
from registry.schemas.authors import NewAuthors
from registry.schemas.predictions import BatchFault, BatchReport
from registry.schemas.readable_parts import ReadablePart, read
from registry.storage.presenting_predictions import present


def record_batch(
    session: Session,
    actor: Actor,
    sent: Sequence[Any],
    *,
    now: datetime,
    zone: str,
    new_authors: NewAuthors | None = None,
) -> BatchReport:
    """Record predictions as they were sent. Raises Invalid or Conflict with the faults of all of them."""
    parts, faults = _parse(sent)
    # What can be read of a faulty one is checked with the others; since it is faulty, nothing stays on record.
    placed = [(f"{index}.", part.prediction) for index, part in parts.items()]
    try:
        rows = record_placed(session, actor, placed, now=now, zone=zone, new_authors=new_authors)
    except (Invalid, Conflict) as problem:
        kind = Invalid if faults else type(problem)
        every = sorted([*faults, *_known(problem.faults, parts)], key=_index)
        raise kind(_summary(len(every)), every) from problem
    if faults:
        raise Invalid(_summary(len(faults)), faults)
    return BatchReport(dry_run=False, n=len(rows), predictions=present(session, rows, now))


def try_batch(
    session: Session,
    actor: Actor,
    sent: Sequence[Any],
    *,
    now: datetime,
    zone: str,
    new_authors: NewAuthors | None = None,
) -> BatchReport:
    """What `record_batch` would do. Whoever calls it rolls back: authors may have been created."""
    try:
        done = record_batch(session, actor, sent, now=now, zone=zone, new_authors=new_authors)
    except (Invalid, Conflict) as problem:
        faults = [
            BatchFault(where=fault.where, message=fault.message, suggestions=list(fault.suggestions))
            for fault in problem.faults
        ]
        return BatchReport(dry_run=True, n=0, faults=faults)
    return done.model_copy(update={"dry_run": True})


def _parse(sent: Sequence[Any]) -> tuple[dict[int, ReadablePart], list[Fault]]:
    parts: dict[int, ReadablePart] = {}
    faults: list[Fault] = []
    for index, one in enumerate(sent):
        part, wrong = read(one, own_ref=f"(entry {index} of a batch)")
        faults += [Fault(f"{index}.{fault.where}".rstrip("."), fault.message, fault.suggestions) for fault in wrong]
        if part is not None:
            parts[index] = part
    return parts, faults


def _known(faults: Sequence[Fault], parts: dict[int, ReadablePart]) -> list[Fault]:
    return [fault for fault in faults if parts[_index(fault)].knows(fault.where.partition(".")[2])]


def _index(fault: Fault) -> int:
    return int(fault.where.partition(".")[0])


def _summary(n: int) -> str:
    return "One thing has to be put right first." if n == 1 else f"{n} things have to be put right first."
