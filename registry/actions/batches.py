"""Many predictions at once: all recorded or none, with every fault of each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.predictions import record_placed
from registry.domain.errors import Conflict, Fault, Invalid
from registry.schemas.authors import NewAuthors
from registry.schemas.predictions import BatchFault, BatchReport, PredictionNew
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
    placed, faults = _parse(sent)
    try:
        rows = record_placed(session, actor, placed, now=now, zone=zone, new_authors=new_authors)
    except (Invalid, Conflict) as problem:
        kind = Invalid if faults else type(problem)
        every = sorted([*faults, *problem.faults], key=_index)
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


def _parse(sent: Sequence[Any]) -> tuple[list[tuple[str, PredictionNew]], list[Fault]]:
    placed: list[tuple[str, PredictionNew]] = []
    faults: list[Fault] = []
    for index, one in enumerate(sent):
        try:
            placed.append((f"{index}.", PredictionNew.model_validate(one)))
        except ValidationError as problem:
            for error in problem.errors(include_input=False, include_url=False):
                where = ".".join(str(part) for part in (index, *error["loc"]))
                faults.append(Fault(where, error["msg"]))
    return placed, faults


def _index(fault: Fault) -> int:
    return int(fault.where.partition(".")[0])


def _summary(n: int) -> str:
    return "One thing has to be put right first." if n == 1 else f"{n} things have to be put right first."
