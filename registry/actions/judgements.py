"""Judgements: given, and taken back. The prediction's outcome and score follow in the same transaction."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.rollups import remember
from registry.actions.scoring import rescore
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event
from registry.domain.due import day_of, is_late, zone_named
from registry.domain.errors import Conflict, NotAllowed
from registry.domain.judgement_rules import Draft, Evidence, Judged, check_judgement
from registry.domain.judging import disputed, in_force
from registry.domain.vocabulary import AnnulReason, JudgementRole, Outcome, Role
from registry.schemas.judgements import Judgement, JudgementFields
from registry.storage import judgements as stored
from registry.storage.predictions import for_change
from registry.storage.tables import ImportBatchRow, JudgementRow, PredictionRow


def judge(
    session: Session,
    actor: Actor,
    prediction_id: UUID,
    new: JudgementFields,
    *,
    now: datetime,
    if_version: int | None = None,
    came_with: ImportBatchRow | None = None,
) -> Judgement:
    """Record a judgement. A first verdict resolves the prediction, a second one may make it disputed.

    `came_with` is the import that brought the outcome along and is its evidence. Raises Missing, Stale,
    Conflict for a withdrawn prediction or a second first verdict, Invalid with every fault.
    """
    prediction = for_change(session, prediction_id)
    check_version(prediction, if_version, "prediction")
    if prediction.withdrawn_at is not None:
        raise Conflict("This prediction was withdrawn; withdrawn predictions are not judged.")
    earlier = stored.of_prediction(session, prediction_id)
    row = _row_of(prediction, new, actor, now)
    row.import_batch_id = came_with.id if came_with else None
    _check(prediction, row, earlier, came_with, now)
    remember(session, [prediction_id])
    session.add(row)
    session.flush()
    settle(session, prediction, [*earlier, row], now)
    write_event(session, actor, "judged", "judgement", row, now)
    return next(one for one in stored.present(session, [*earlier, row]) if one.id == row.id)


def retract(session: Session, actor: Actor, judgement_id: UUID, reason: str, *, now: datetime) -> Judgement:
    """Take a judgement back; it stays readable, with the reason.

    Raises Missing, Conflict when it was taken back before, NotAllowed for another person's unless an admin
    acts.
    """
    prediction = for_change(session, stored.row_of(session, judgement_id).prediction_id)
    rows = stored.of_prediction(session, prediction.id)
    row = next(one for one in rows if one.id == judgement_id)
    if row.retracted_at is not None:
        raise Conflict("This judgement was retracted before.")
    if row.person_id != actor.person_id and actor.role != Role.admin:
        raise NotAllowed("Only the person who gave a judgement, or an admin, may retract it. Give a second one.")
    remember(session, [prediction.id])
    row.retracted_at, row.retracted_by_id, row.retraction_reason = now, actor.person_id, reason
    session.add(row)
    session.flush()
    settle(session, prediction, rows, now)
    write_event(session, actor, "retracted", "judgement", row, now)
    return next(one for one in stored.present(session, rows) if one.id == judgement_id)


def settle(session: Session, prediction: PredictionRow, rows: list[JudgementRow], now: datetime) -> None:
    """Give the prediction the outcome of the judgement in force, and what follows from it."""
    values = [stored.value_of(row) for row in rows]
    holding = in_force(values)
    prediction.outcome = holding.outcome if holding else None
    prediction.share = holding.share if holding else None
    prediction.annul_reason = holding.reason if holding else None
    prediction.known_on = holding.known_on if holding else None
    prediction.disputed = disputed(values)
    prediction.late = is_late(prediction.created_at, prediction.known_on, prediction.due_on, prediction.time_zone)
    prediction.remind_at = None  # while it was judged nobody reckoned when to remind of it
    prediction.version += 1
    session.add(prediction)
    rescore(session, prediction, holding.id if holding else None, now)


def _row_of(prediction: PredictionRow, new: JudgementFields, actor: Actor, now: datetime) -> JudgementRow:
    return JudgementRow(
        **new.model_dump(exclude={"known_on"}),
        prediction_id=prediction.id,
        person_id=actor.required_id,
        known_on=new.known_on or _known_on(prediction, now),
        known_on_inferred=new.known_on is None,
        created_at=now,
    )


def _known_on(prediction: PredictionRow, now: datetime) -> date:
    """Where nobody says when the outcome became known: the due day, or today where that is earlier."""
    today = day_of(now, zone_named(prediction.time_zone))
    return min(prediction.due_on or today, today)


def _check(
    prediction: PredictionRow,
    row: JudgementRow,
    earlier: list[JudgementRow],
    came_with: ImportBatchRow | None,
    now: datetime,
) -> None:
    values = [stored.value_of(one) for one in earlier]
    if row.role == JudgementRole.verdict and in_force(values) is not None:
        raise Conflict(
            "There is a verdict already. Retract it to judge anew, or give a `second` judgement or a `decision`."
        )
    draft = Draft(
        role=JudgementRole(row.role),
        outcome=Outcome(row.outcome),
        judge_id=row.person_id,
        evidence=Evidence(
            url=row.evidence_url,
            archived_url=row.archived_url,
            citation=row.citation,
            imported_with=came_with.name if came_with else None,
        ),
        share=row.share,
        reason=AnnulReason(row.reason) if row.reason else None,
        known_on=row.known_on,
    )
    about = Judged(
        made_on=prediction.made_on,
        time_zone=prediction.time_zone,
        conditional=prediction.condition is not None,
    )
    check_judgement(draft, about, values, now)
