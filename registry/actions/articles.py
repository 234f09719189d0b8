"""Articles: put on record with what was found in them, and their facts corrected."""

import hashlib
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.changing import apply_changes, changes_of
from registry.actions.clashes import clash_as_conflict
from registry.actions.finding_candidates import keep_found
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event
from registry.domain.due import is_ahead_everywhere
from registry.domain.errors import Conflict, Fault, Invalid
from registry.domain.reading import Reading
from registry.domain.vocabulary import MadeOnBasis
from registry.schemas.articles import Article, ArticleChange
from registry.storage import articles as stored
from registry.storage.tables import ArticleAddressRow, ArticleRow

_FACTS = ("title", "outlet", "language", "byline", "published_on", "published_basis")


def add(session: Session, actor: Actor, reading: Reading, *, supersedes: UUID | None = None, now: datetime) -> Article:
    """Put an article on record, with the candidates found in it.

    The addresses of the article that it supersedes lead to it from now on. Raises Conflict, naming the
    article on record, for a text or an address that is known; Invalid for an unknown `supersedes` and for a
    day of publication that was given and is yet to come.
    """
    if reading.published_basis == MadeOnBasis.entered:
        _check_day(reading.published_on, now)
    sha256 = hashlib.sha256(reading.text.encode()).hexdigest()
    _check_text_is_new(session, sha256)
    _check_superseded(session, supersedes)
    moving = _moving_addresses(session, reading, supersedes)
    row = ArticleRow(
        **{name: getattr(reading, name) for name in _FACTS},
        text=reading.text,
        n_characters=len(reading.text),
        sha256=sha256,
        supersedes=supersedes,
        notes=list(reading.notes),
        entered_by_id=actor.required_id,
        created_at=now,
    )
    with clash_as_conflict("Someone else added the same article at the same time. Search for it."):
        session.add(row)
        session.flush()
        _lead_to(session, row, reading, moving, now)
        session.flush()
    write_event(session, actor, "added", "article", row, now, more={"addresses": list(reading.addresses)})
    if reading.extraction is not None:
        keep_found(session, actor, row, reading.extraction, now)
    return stored.present_whole(session, row)


def change(
    session: Session,
    actor: Actor,
    article_id: UUID,
    change: ArticleChange,
    *,
    if_version: int | None,
    now: datetime,
) -> Article:
    """Correct what is known beside the text. Raises Missing, Stale, Invalid for a day to come."""
    row = stored.for_change(session, article_id)
    check_version(row, if_version, "article")
    changes = changes_of(row, change)
    if changes:
        apply_changes(row, changes)
        if "published_on" in changes:
            _check_day(row.published_on, now)
            row.published_basis = MadeOnBasis.entered if row.published_on is not None else None
        row.version += 1
        write_event(session, actor, "changed", "article", row, now)
    return stored.present_whole(session, row)


def _check_day(published_on: date | None, now: datetime) -> None:
    if published_on is not None and is_ahead_everywhere(published_on, now):
        message = f"{published_on} lies in the future; say when the article was published"
        raise Invalid(f"The article has not been published yet: {message}.", [Fault("published_on", message)])


def _check_text_is_new(session: Session, sha256: str) -> None:
    known = stored.with_text(session, sha256)
    if known is not None:
        detail = f"An article with this very text is on record already: {known}."
        raise Conflict(detail, [Fault("text", detail, (str(known),))])


def _check_superseded(session: Session, supersedes: UUID | None) -> None:
    if supersedes is None:
        return
    if session.get(ArticleRow, supersedes) is None:
        message = f"there is no article {supersedes}"
        raise Invalid(f"What it supersedes is not on record: {message}.", [Fault("supersedes", message)])
    later = stored.superseding(session, supersedes)
    if later is not None:
        detail = f"Article {supersedes} is superseded by {later} already; supersede that one."
        raise Conflict(detail, [Fault("supersedes", detail, (str(later),))])


def _moving_addresses(session: Session, reading: Reading, supersedes: UUID | None) -> dict[str, ArticleAddressRow]:
    known = stored.at_addresses(session, reading.addresses)
    others = [row for row in known if row.article_id != supersedes]
    if others:
        detail = (
            f"The article at {others[0].address} is on record already: {others[0].article_id}. "
            "If its text changed, send the new text with `supersedes`."
        )
        raise Conflict(detail, [Fault("address", detail, (str(others[0].article_id),))])
    return {row.address: row for row in known}


def _lead_to(
    session: Session,
    row: ArticleRow,
    reading: Reading,
    moving: dict[str, ArticleAddressRow],
    now: datetime,
) -> None:
    for address in reading.addresses:
        leading = moving.get(address) or ArticleAddressRow(address=address, article_id=row.id, created_at=now)
        leading.article_id = row.id
        session.add(leading)
