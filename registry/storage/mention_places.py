"""Mentions of some predictions, each with the places that it may be known by."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from registry.domain.places import Place, places_of
from registry.storage.parts import in_parts
from registry.storage.tables import ArticleAddressRow, ArticleRow, MentionRow


class PlacedMention(NamedTuple):
    """A mention, and every way to name its place, the one to hand on first."""

    row: MentionRow
    places: list[Place]


def mentions_of(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[PlacedMention]]:
    """The mentions of some predictions, the first one first."""
    found: dict[UUID, list[PlacedMention]] = defaultdict(list)
    for part in in_parts(ids):
        query = select(MentionRow).where(col(MentionRow.prediction_id).in_(part)).order_by(col(MentionRow.id))
        rows = session.exec(query).all()
        articles = list({row.article_id for row in rows if row.article_id is not None})
        texts, addresses = _texts(session, articles), _addresses(session, articles)
        for row in rows:
            at, sha256 = (addresses[row.article_id], texts[row.article_id]) if row.article_id else ([], None)
            places = places_of(row.address, row.source, at, sha256)
            found[row.prediction_id].append(PlacedMention(row, places))
    return found


def _texts(session: Session, ids: Sequence[UUID]) -> dict[UUID, str]:
    query = select(ArticleRow.id, ArticleRow.sha256).where(col(ArticleRow.id).in_(ids))
    return dict(session.exec(query).all()) if ids else {}


def _addresses(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    query = select(ArticleAddressRow.article_id, ArticleAddressRow.address)
    ordered = query.where(col(ArticleAddressRow.article_id).in_(ids)).order_by(col(ArticleAddressRow.id))
    for article_id, address in session.exec(ordered).all() if ids else ():
        found[article_id].append(address)
    return found
