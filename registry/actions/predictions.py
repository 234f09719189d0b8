"""Predictions: put on record, corrected, withdrawn."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete

from registry.actions.acting import Actor
from registry.actions.linking import Links, find_authors, find_links, revision_faults
from registry.actions.mentions import row_for
from registry.actions.preparing_predictions import faults_of, key_of, row_of_new
from registry.actions.rollups import remember, remember_new
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event, write_events
from registry.domain.errors import Conflict, Fault, Invalid, NotAllowed, UnknownAuthor
from registry.domain.vocabulary import Role
from registry.schemas.authors import NewAuthors
from registry.schemas.predictions import Prediction, PredictionNew
from registry.storage.predictions import for_change, keyed
from registry.storage.presenting_predictions import present
from registry.storage.tables import PredictionRow, ScoreRow, TagRow

Placed = Sequence[tuple[str, PredictionNew]]


FoundBy = tuple[str, str]
"""An extractor and its version."""


def record(
    session: Session,
    actor: Actor,
    new: PredictionNew,
    *,
    now: datetime,
    zone: str,
    found_by: FoundBy | None = None,
) -> Prediction:
    """Put one prediction on record. `zone` counts its days where it names none.

    Raises UnknownAuthor, Invalid with every fault, and Conflict when it is on record already.
    """
    rows = record_placed(session, actor, [("", new)], now=now, zone=zone, found_by=found_by)
    return present(session, rows, now)[0]


def record_many(
    session: Session,
    actor: Actor,
    news: Sequence[PredictionNew],
    *,
    now: datetime,
    zone: str,
    new_authors: NewAuthors | None = None,
) -> list[Prediction]:
    """Put predictions on record, all or none; faults name their index. Raises as `record` does."""
    placed = [(f"{index}.", new) for index, new in enumerate(news)]
    rows = record_placed(session, actor, placed, now=now, zone=zone, new_authors=new_authors)
    return present(session, rows, now)


def record_placed(
    session: Session,
    actor: Actor,
    placed: Placed,
    *,
    now: datetime,
    zone: str,
    new_authors: NewAuthors | None = None,
    found_by: FoundBy | None = None,
) -> list[PredictionRow]:
    """Check all, then store all; each prediction comes with the place that its faults are named by."""
    links = find_links(session, placed)
    own = [fault for where, new in placed for fault in faults_of(session, new, where, zone, now)]
    find_authors(session, actor, placed, new_authors, links, now)
    _refuse([*own, *_foreign_revisions(session, placed, links)], links.faults, _repeated(session, actor, placed, links))
    rows = [row_of_new(new, links, actor, zone, now) for _, new in placed]
    for row in rows:
        row.extractor, row.extractor_version = found_by or (None, None)
    session.add_all(rows)
    session.flush()
    news = [new for _, new in placed]
    _attach(session, actor, rows, news, now)
    remember_new(session, [row.id for row in rows])
    changed = [(row, {"tags": sorted(set(new.tags))}) for row, new in zip(rows, news, strict=True)]
    write_events(session, actor, "recorded", "prediction", changed, now)
    return rows


def withdraw(
    session: Session,
    actor: Actor,
    prediction_id: UUID,
    reason: str,
    *,
    now: datetime,
    if_version: int | None = None,
) -> Prediction:
    """Take a prediction off the record; a tombstone with the reason stays.

    Raises Missing, Stale, Conflict when it was withdrawn before, NotAllowed when it has been judged and the
    actor is no judge.
    """
    row = for_change(session, prediction_id)
    check_version(row, if_version, "prediction")
    if row.withdrawn_at is not None:
        raise Conflict("This prediction was withdrawn before.")
    if row.outcome is not None and actor.role.rank < Role.judge.rank:
        raise NotAllowed("This prediction has been judged; only a judge may withdraw it.")
    remember(session, [row.id])
    row.withdrawn_at, row.withdrawn_reason = now, reason
    row.version += 1
    session.add(row)
    session.exec(delete(ScoreRow).where(col(ScoreRow.prediction_id) == row.id))
    write_event(session, actor, "withdrew", "prediction", row, now)
    return present(session, [row], now)[0]


def _attach(
    session: Session,
    actor: Actor,
    rows: Sequence[PredictionRow],
    news: Sequence[PredictionNew],
    now: datetime,
) -> None:
    pairs = list(zip(rows, news, strict=True))
    mentions = [row_for(session, actor, row.id, one, now) for row, new in pairs for one in new.mentions]
    session.add_all(mentions)
    session.add_all(TagRow(prediction_id=row.id, name=tag) for row, new in pairs for tag in set(new.tags))
    write_events(session, actor, "mentioned", "mention", [(mention, {}) for mention in mentions], now)


def _foreign_revisions(session: Session, placed: Placed, links: Links) -> list[Fault]:
    return [
        replace(fault, where=f"{where}{fault.where}")
        for where, new in placed
        if new.revises in links.revised and new.author in links.authors
        for fault in revision_faults(session, None, links.authors[new.author], new.revises, links)
    ]


def _refuse(own: Sequence[Fault], linked: Sequence[Fault], repeated: Sequence[Fault]) -> None:
    faults = [*own, *linked, *repeated]
    if not faults:
        return
    summary = faults[0].message if len(faults) == 1 else f"{len(faults)} things have to be put right first."
    if len(repeated) == len(faults):
        raise Conflict(f"{summary} Add a mention to that prediction, or correct it.", faults)
    if all(fault.where.endswith("author") for fault in faults):
        raise UnknownAuthor(summary, faults)
    raise Invalid(summary, faults)


def _known(where: str, new: PredictionNew, known: UUID) -> Fault:
    if new.ref is None:
        message = f"The same author, words, days and source are on record as prediction {known}."
        return Fault(f"{where}statement", message, (str(known),))
    message = f"You have used the ref {new.ref} before, for prediction {known}."
    return Fault(f"{where}ref", message, (str(known),))


def _repeated(session: Session, actor: Actor, placed: Placed, links: Links) -> list[Fault]:
    named = [(where, new) for where, new in placed if new.author in links.authors]
    keys = [key_of(new, links, actor) for _, new in named]
    known, counted = keyed(session, keys), Counter(keys)
    faults = []
    for (where, new), key in zip(named, keys, strict=True):
        if key in known:
            faults.append(_known(where, new, known[key].id))
        elif counted[key] > 1:
            field = "statement" if new.ref is None else "ref"
            faults.append(Fault(f"{where}{field}", "stands more than once in this request"))
    return faults
