"""Deciding on candidates: rejected, or opened again."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions import predictions
from registry.actions.acting import Actor
from registry.actions.removing_mentions import remove
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event
from registry.domain.errors import Conflict, Fault
from registry.domain.vocabulary import CandidateState
from registry.schemas.candidates import Candidate
from registry.storage import candidates as stored
from registry.storage.predictions import row_of as prediction_of
from registry.storage.tables import CandidateRow, JudgementRow

ENTERED_IN_ERROR = "entered in error"


def reject(
    session: Session,
    actor: Actor,
    candidate_id: UUID,
    reason: str,
    *,
    if_version: int | None = None,
    now: datetime,
) -> Candidate:
    """Keep a candidate off the record. Raises Missing, Stale, Conflict where it was decided on before."""
    row = for_decision(session, candidate_id, if_version)
    row.rejected_reason = reason
    decide(session, actor, row, CandidateState.rejected, "rejected", now)
    return stored.present(session, [row])[0]


def reject_all(session: Session, actor: Actor, ids: Sequence[UUID], reason: str, *, now: datetime) -> list[Candidate]:
    """Keep candidates off the record, all or none. Raises Missing; Conflict that names each decided one."""
    # In one order, so that two who reject the same ones do not wait for each other.
    rows = [stored.for_change(session, candidate_id) for candidate_id in sorted(set(ids))]
    decided = [row for row in rows if row.state != CandidateState.waiting]
    if decided:
        faults = [Fault("ids", f"{row.id} was {row.state} before", (str(row.id),)) for row in decided]
        raise Conflict("Some of these candidates were decided on before; nothing was rejected.", faults)
    for row in rows:
        row.rejected_reason = reason
        decide(session, actor, row, CandidateState.rejected, "rejected", now)
    return stored.present(session, rows)


def reopen(
    session: Session, actor: Actor, candidate_id: UUID, *, if_version: int | None = None, now: datetime
) -> Candidate:
    """Let a candidate wait again; what was put on record when it was accepted is taken back.

    Raises Missing, Stale, and Conflict where it waits already, or where the prediction was judged or repeated
    since.
    """
    row = stored.for_change(session, candidate_id)
    check_version(row, if_version, "candidate")
    if row.state == CandidateState.waiting:
        raise Conflict("This candidate waits for a decision already.")
    if row.state == CandidateState.accepted:
        _take_back(session, actor, row, now)
    row.prediction_id = row.rejected_reason = None
    decide(session, actor, row, CandidateState.waiting, "reopened", now)
    return stored.present(session, [row])[0]


def for_decision(session: Session, candidate_id: UUID, if_version: int | None) -> CandidateRow:
    """The candidate, locked. Raises Missing, Stale, and Conflict where it was decided on before."""
    row = stored.for_change(session, candidate_id)
    check_version(row, if_version, "candidate")
    if row.state != CandidateState.waiting:
        raise Conflict(f"This candidate was {row.state} before. Reopen it first if that was a mistake.")
    return row


def decide(session: Session, actor: Actor, row: CandidateRow, state: CandidateState, verb: str, now: datetime) -> None:
    """Note who moved the candidate to `state`, and when."""
    is_waiting = state == CandidateState.waiting
    row.state = state
    row.decided_at = None if is_waiting else now
    row.decided_by_id = None if is_waiting else actor.required_id
    row.version += 1
    session.add(row)
    write_event(session, actor, verb, "candidate", row, now)


def _take_back(session: Session, actor: Actor, row: CandidateRow, now: datetime) -> None:
    if row.prediction_id is None:
        return
    prediction = prediction_of(session, row.prediction_id)
    judged = select(JudgementRow.id).where(col(JudgementRow.prediction_id) == prediction.id)
    if session.exec(judged).first() is not None:
        raise Conflict("The prediction was judged since; withdraw it instead, which keeps the judgement.")
    if row.mention_id is not None:
        places = [tuple(place) for place in row.quotes]
        row.mention_id = None
        session.flush()
        remove(session, actor, prediction.id, row.article_id, places, now=now)
        return
    others = [other.id for other in stored.joined(session, prediction.id) if other.id != row.id]
    if others:
        raise Conflict(
            "Other candidates were accepted as repetitions of this prediction; reopen those first.",
            [Fault("candidates", f"{other} repeats it", (str(other),)) for other in others],
        )
    if prediction.withdrawn_at is None:
        predictions.withdraw(session, actor, prediction.id, ENTERED_IN_ERROR, now=now)
