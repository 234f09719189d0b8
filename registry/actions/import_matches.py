"""What is on record already of the rows of an import."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions.import_conflicts import Stored
from registry.actions.import_preparing import Sound
from registry.domain.judging import in_force
from registry.domain.places import NOWHERE, Place
from registry.storage.claims_on_record import find_claims
from registry.storage.judgements import of_predictions, value_of
from registry.storage.mention_places import PlacedMention, mentions_of
from registry.storage.parts import in_parts
from registry.storage.predictions import keyed
from registry.storage.tables import JudgementRow, PredictionRow, TagRow


def on_record(session: Session, rows: Sequence[Sound]) -> dict[str, Stored]:
    """What is on record of some rows, by their natural keys.

    A prediction is found by its key, or by what it says: for an author who was merged since, in an article, or
    under another person's ref, the key that it was entered with is not the one that a file leads to.
    """
    found: dict[str, PredictionRow] = {}
    for part in in_parts(row.key for row in rows):
        found |= keyed(session, part)
    found |= _said_alike(session, [row for row in rows if row.key not in found])
    ids = [row.id for row in found.values()]
    mentions, tags, verdicts = mentions_of(session, ids), _tags_of(session, ids), _verdicts_of(session, ids)
    return {
        key: Stored(row, mentions.get(row.id, []), tags[row.id], verdicts.get(row.id)) for key, row in found.items()
    }


def _said_alike(session: Session, rows: Sequence[Sound]) -> dict[str, PredictionRow]:
    """The predictions of the same claim, said at the same place."""
    sought = {row.key: row.sought for row in rows if row.sought is not None}
    claims = find_claims(session, list(sought.values())) if sought else {}
    mentions = mentions_of(session, [row.id for alike in claims.values() for row in alike])
    found: dict[str, PredictionRow] = {}
    for row in rows:
        for one in claims.get(sought[row.key].claim, ()) if row.key in sought else ():
            if _is_at(mentions.get(one.id, []), row.place):
                found.setdefault(row.key, one)
    return found


def _is_at(mentions: Sequence[PlacedMention], place: Place) -> bool:
    if not mentions:
        return place == NOWHERE
    return any(place in mention.places for mention in mentions)


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
