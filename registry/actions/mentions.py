"""Mentions: one more place where a claim was made."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions.acting import Actor
from registry.actions.writing_events import write_event
from registry.domain.due import is_ahead_everywhere
from registry.domain.errors import Conflict, Fault, Invalid
from registry.domain.quoting import place_of
from registry.schemas.mentions import Mention, MentionNew
from registry.storage.predictions import for_change
from registry.storage.tables import ArticleRow, MentionRow

EXCERPT_FIELDS = ("quote", "address", "archived_address", "source", "article_id", "outlet", "reported_by")

_IDENTIFYING = ("quote", "address", "source", "article_id", "reported_by", "said_on")


def add(session: Session, actor: Actor, prediction_id: UUID, new: MentionNew, *, now: datetime) -> Mention:
    """Add a place where the prediction was made.

    Raises Missing, Invalid, and Conflict where the prediction was withdrawn or has this very place already.
    """
    prediction = for_change(session, prediction_id)
    if prediction.withdrawn_at is not None:
        raise Conflict("This prediction was withdrawn; it takes no more mentions.")
    faults = mention_faults(session, new, "", now)
    if faults:
        raise Invalid("This mention cannot be recorded as it stands.", faults)
    _refuse_repeated(session, prediction_id, new)
    row = row_for(session, actor, prediction_id, new, now)
    session.add(row)
    session.flush()
    prediction.version += 1
    session.add(prediction)
    write_event(session, actor, "mentioned", "mention", row, now)
    return Mention.model_validate(row, from_attributes=True)


def mention_faults(session: Session, new: MentionNew, where: str, now: datetime) -> list[Fault]:
    """What is wrong with a mention, each place preceded by `where`."""
    found = plain_mention_faults(new, where, now)
    return found if found or new.article_id is None else list(_faults_in_article(session, new, where))


def plain_mention_faults(new: MentionNew, where: str, now: datetime) -> list[Fault]:
    """The same as far as no article has to be looked at."""
    if new.said_on is not None and is_ahead_everywhere(new.said_on, now):
        return [Fault(f"{where}said_on", f"{new.said_on} lies in the future; say when it was said")]
    if all(getattr(new, field) is None for field in EXCERPT_FIELDS):
        return [Fault(f"{where}quote", "a mention needs a quote, an address, an article or a source in words")]
    if new.article_id is None:
        has_offsets = new.quote_start is not None or new.quote_end is not None
        message = "offsets count characters of a stored article; name it in article_id"
        return [Fault(f"{where}quote_start", message)] if has_offsets else []
    return []


def _refuse_repeated(session: Session, prediction_id: UUID, new: MentionNew) -> None:
    same = [col(getattr(MentionRow, name)) == getattr(new, name) for name in _IDENTIFYING]
    if new.quote_start is not None:
        same.append(col(MentionRow.quote_start) == new.quote_start)
    query = select(MentionRow.id).where(col(MentionRow.prediction_id) == prediction_id, *same)
    known = session.exec(query).first()
    if known is not None:
        raise Conflict(f"This place is on record already, as mention {known} of this prediction.")


def _faults_in_article(session: Session, new: MentionNew, where: str) -> Iterable[Fault]:
    article = session.get(ArticleRow, new.article_id)
    if article is None:
        yield Fault(f"{where}article_id", f"there is no article {new.article_id}")
    elif new.quote is not None:
        try:
            place_of(new.quote, article.text, new.quote_start, new.quote_end)
        except Invalid as problem:
            yield from (Fault(f"{where}{fault.where}", fault.message) for fault in problem.faults)


def row_for(session: Session, actor: Actor, prediction_id: UUID, new: MentionNew, now: datetime) -> MentionRow:
    """The row of a mention without faults."""
    row = MentionRow(**new.model_dump(), prediction_id=prediction_id, entered_by_id=actor.required_id, created_at=now)
    article = session.get(ArticleRow, new.article_id) if new.article_id else None
    if article is not None and new.quote is not None:
        row.quote_start, row.quote_end = place_of(new.quote, article.text, new.quote_start, new.quote_end)
        row.quote_checked = True
        row.outlet = row.outlet or article.outlet
    return row
