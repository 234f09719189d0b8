"""What is on record already of the rows of an import."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions.import_conflicts import Stored
from registry.actions.linking import Links
from registry.domain.judging import in_force
from registry.domain.peers import folded
from registry.domain.places import NOWHERE, Place
from registry.schemas.imports import ImportRow
from registry.schemas.predictions import PredictionNew
from registry.storage.claims_on_record import ClaimOf, Sought, find_claims
from registry.storage.judgements import of_predictions, value_of
from registry.storage.mention_places import PlacedMention, mentions_of
from registry.storage.parts import in_parts
from registry.storage.predictions import keyed
from registry.storage.tables import JudgementRow, PredictionRow, TagRow

Keyed = Sequence[tuple[str, ImportRow]]
"""Rows of an import with their natural keys."""


def on_record(session: Session, rows: Keyed, links: Links, known: set[UUID]) -> dict[str, Stored]:
    """What is on record of some rows, by their natural keys.

    A prediction is found by its key, or by what it says: for an author who was merged since, in an article, or
    under another person's ref, the key that it was entered with is not the one that a file leads to. `known` are
    the authors who may have something on record.
    """
    found: dict[str, PredictionRow] = {}
    for part in in_parts(key for key, _ in rows):
        found |= keyed(session, part)
    found |= _said_alike(session, [pair for pair in rows if pair[0] not in found], links, known)
    ids = [row.id for row in found.values()]
    mentions, tags, verdicts = mentions_of(session, ids), _tags_of(session, ids), _verdicts_of(session, ids)
    return {
        key: Stored(row, mentions.get(row.id, []), tags[row.id], verdicts.get(row.id)) for key, row in found.items()
    }


def _said_alike(session: Session, rows: Keyed, links: Links, known: set[UUID]) -> dict[str, PredictionRow]:
    """The predictions of the same claim, said at the same place."""
    sought = _sought(rows, links, known)
    claims = find_claims(session, list(sought.values())) if sought else {}
    mentions = mentions_of(session, [row.id for alike in claims.values() for row in alike])
    found: dict[str, PredictionRow] = {}
    for key, row in rows:
        alike = claims.get(sought[key].claim, ()) if key in sought and row.prediction is not None else ()
        for one in alike:
            if row.prediction is not None and _is_at(mentions.get(one.id, []), _place(row.prediction)):
                found.setdefault(key, one)
    return found


def _is_at(mentions: Sequence[PlacedMention], place: Place) -> bool:
    if not mentions:
        return place == NOWHERE
    return any(place in mention.places for mention in mentions)


def _sought(rows: Keyed, links: Links, known: set[UUID]) -> dict[str, Sought]:
    found = {}
    for key, row in rows:
        new = row.prediction
        if new is not None and links.authors[new.author] in known:
            words = folded(new.statement)
            claim = ClaimOf(links.authors[new.author], words, new.made_on, new.due_on, new.ref)
            found[key] = Sought(claim, links.questions.get(new.question or ""))
    return found


def _place(new: PredictionNew) -> Place:
    first = new.mentions[0] if new.mentions else None
    return NOWHERE if first is None else Place(first.address, first.source)


def _tags_of(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    for part in in_parts(ids):
        query = select(TagRow.prediction_id, TagRow.name).where(col(TagRow.prediction_id).in_(part))
        for prediction_id, name in session.exec(query):
            found[prediction_id].add(name)
    return found


def _verdicts_of(session: Session, ids: Sequence[UUID]) -> dict[UUID, JudgementRow]:
    """The judgement in force of each prediction that has one."""
    found: dict[UUID, JudgementRow] = {}
    for part in in_parts(ids):
        for prediction_id, rows in of_predictions(session, part).items():
            held = in_force(map(value_of, rows))
            if held is not None:
                found[prediction_id] = next(row for row in rows if row.id == held.id)
    return found
