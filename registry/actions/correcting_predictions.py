"""Corrections of a prediction that is on record."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, delete, select

from registry.actions import authors
from registry.actions.acting import Actor
from registry.actions.due_rounds import move_due
from registry.actions.linking import Links, find_links, revision_faults
from registry.actions.preparing_predictions import claim_of, derived, source_of, window_of
from registry.actions.rollups import remember
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event
from registry.domain import natural_key
from registry.domain.claims import claim_faults
from registry.domain.due import is_late
from registry.domain.errors import Conflict, Fault, Invalid
from registry.domain.peers import peer_key
from registry.domain.postponing import snoozed_to
from registry.domain.vocabulary import Kind
from registry.domain.windows import window_faults
from registry.schemas.authors import NewAuthors
from registry.schemas.predictions import Prediction, PredictionChange, PredictionFields
from registry.storage.predictions import for_change, keyed
from registry.storage.presenting_predictions import present
from registry.storage.tables import MentionRow, PredictionRow, TagRow

FIXED_ONCE_JUDGED = frozenset(PredictionFields.model_fields) - {"grade", "language", "muted", "polarity"}
"""What a judgement was about. To change one of these, the judgement has to be retracted first."""


def change(
    session: Session,
    actor: Actor,
    prediction_id: UUID,
    change: PredictionChange,
    *,
    now: datetime,
    if_version: int | None = None,
) -> Prediction:
    """Correct fields of a prediction; what follows from them (due instant, key, search) follows.

    Raises Missing, Stale, Invalid with every fault, UnknownAuthor, and Conflict when it was withdrawn, when
    the field is what a judgement in force was about, or when the result is on record already.
    """
    row = for_change(session, prediction_id)
    check_version(row, if_version, "prediction")
    sent = change.model_dump(exclude_unset=True, exclude={"reason", "new_authors", "tags"})
    changed = _differing(row, sent)
    _refuse_if_settled(row, changed)
    links = find_links(session, [("", change)])
    if links.faults:
        raise Invalid("This correction names what does not exist.", links.faults)
    remember(session, [row.id])
    before = _as_it_stands(session, row)
    _apply(row, changed)
    _link(session, actor, row, change, links, now)
    fields = _fields_of(row)
    _refuse_faults(fields, row.time_zone, now)
    _follow(session, row, fields, changed, now)
    if "tags" in change.model_fields_set:
        _retag(session, row, change.tags)
    if _as_it_stands(session, row) == before:
        return present(session, [row], now)[0]  # what changes nothing leaves no trace
    row.remind_at = None  # another author, collection, assignee or mute asks for other reminders
    row.version += 1
    session.add(row)
    more = {"tags": _tags_of(session, row), **({"reason_given": change.reason} if change.reason else {})}
    write_event(session, actor, "corrected", "prediction", row, now, more=more)
    return present(session, [row], now)[0]


def _as_it_stands(session: Session, row: PredictionRow) -> tuple[dict[str, Any], list[str]]:
    return row.model_dump(mode="json", warnings=False), _tags_of(session, row)


def _differing(row: PredictionRow, sent: dict[str, Any]) -> dict[str, Any]:
    own = {name: value for name, value in sent.items() if name in PredictionFields.model_fields}
    return {name: value for name, value in own.items() if getattr(row, name) != value}


def _refuse_if_settled(row: PredictionRow, changed: dict[str, Any]) -> None:
    if row.withdrawn_at is not None:
        raise Conflict("This prediction was withdrawn; it cannot be corrected any more.")
    settled = sorted(FIXED_ONCE_JUDGED & changed.keys())
    if row.outcome is not None and settled:
        message = "is what the judgement in force was about; retract that judgement first"
        raise Conflict(
            "This prediction has been judged. Retract the judgement, correct, and judge again.",
            [Fault(field, message) for field in settled],
        )


def _apply(row: PredictionRow, changed: dict[str, Any]) -> None:
    for name, value in changed.items():
        if value is None and name in ("criteria", "time_zone"):
            continue
        setattr(row, name, value)
    if changed.get("condition") and "kind" not in changed and row.kind == Kind.forecast:
        row.kind = Kind.conditional
    if changed.keys() & {"due_on", "review_on"}:
        row.snoozed_until = None
        if row.due_on is not None and "review_on" not in changed:
            row.review_on = row.horizon_on = None


def _link(
    session: Session, actor: Actor, row: PredictionRow, change: PredictionChange, links: Links, now: datetime
) -> None:
    sent = change.model_fields_set
    if "collection" in sent:
        row.collection_id = links.collections[change.collection] if change.collection else None
    if "question" in sent:
        row.question_id = links.questions[change.question] if change.question else None
    if "assignee" in sent:
        row.assignee_id = links.persons[change.assignee] if change.assignee else None
    if "author" in sent:
        named = [("author", change.author)]
        # A body in which every field may be absent has no defaults.
        found = authors.resolve(session, actor, named, change.new_authors or NewAuthors.refuse, now=now)
        row.author_id = row.author_id_as_entered = found[change.author].id
    if "revises" in sent:
        row.revises = change.revises
        faults = revision_faults(session, row.id, row.author_id, change.revises, links) if change.revises else []
        if faults:
            raise Invalid("This correction does not hold together.", faults)


def _fields_of(row: PredictionRow) -> PredictionFields:
    values = {name: getattr(row, name) for name in PredictionFields.model_fields}
    if row.criteria_missing and row.criteria == row.statement:
        values["criteria"] = None
    return PredictionFields(**values)


def _refuse_faults(fields: PredictionFields, zone: str, now: datetime) -> None:
    faults = [*claim_faults(claim_of(fields)), *window_faults(window_of(fields, zone), now)]
    if faults:
        raise Invalid("The prediction would not hold together after this correction.", faults)


def _follow(
    session: Session, row: PredictionRow, fields: PredictionFields, changed: dict[str, Any], now: datetime
) -> None:
    values = derived(fields, row.time_zone, now)
    due_at = values.pop("due_at")
    for name, value in values.items():
        setattr(row, name, value)
    if changed.keys() & _MOVES_DUE:
        _follow_due(row, due_at, changed, now)
    row.late = is_late(row.created_at, row.known_on, row.due_on, row.time_zone)
    row.peer_key = peer_key(row.question_id, row.statement, row.due_on)
    if row.ref is None:
        _rekey(session, row)


def _follow_due(row: PredictionRow, due_at: datetime, changed: dict[str, Any], now: datetime) -> None:
    if row.condition_met is False:
        row.snoozed_until = None  # it has to be annulled, and waiting changes nothing
        if "condition_met" not in changed:
            due_at = min(due_at, row.due_at)
    elif row.snoozed_until is not None:
        row.snoozed_until, due_at = snoozed_to(row.snoozed_until, row.horizon_on, row.time_zone)
    move_due(row, due_at, now)


def _rekey(session: Session, row: PredictionRow) -> None:
    query = select(MentionRow).where(col(MentionRow.prediction_id) == row.id).order_by(col(MentionRow.id))
    source = source_of(session.exec(query).all())
    key = natural_key.by_content(str(row.author_id), row.statement, row.made_on, row.due_on, source)
    if key == row.natural_key:
        return
    known = keyed(session, [key]).get(key)
    if known is not None and known.id != row.id:
        raise Conflict(f"After this correction it would be the same as prediction {known.id}. Withdraw one of them.")
    row.natural_key = key


def _retag(session: Session, row: PredictionRow, tags: list[str]) -> None:
    session.exec(delete(TagRow).where(col(TagRow.prediction_id) == row.id))
    session.add_all(TagRow(prediction_id=row.id, name=tag) for tag in set(tags))
    session.flush()


def _tags_of(session: Session, row: PredictionRow) -> list[str]:
    query = select(TagRow.name).where(col(TagRow.prediction_id) == row.id).order_by(col(TagRow.name))
    return list(session.exec(query).all())


_MOVES_DUE = frozenset({"due_on", "review_on", "horizon_on", "time_zone", "condition_met", "made_on"})
