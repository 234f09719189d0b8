"""Whether a row of an import says the same as what is on record under its key.

Only what the row says is compared: a blank cell says nothing, so a verdict that was given since, or criteria
that were written since, are no conflict.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions.linking import Links
from registry.schemas.imports import ImportRow
from registry.schemas.mentions import MentionNew
from registry.schemas.predictions import PredictionNew
from registry.storage.predictions import keyed
from registry.storage.tables import MentionRow, PredictionRow, TagRow

_AT_ONCE = 500
_COMPARED = (
    "made_on", "due_on", "due_from", "probability", "probability_low", "probability_high", "probability_basis",
    "criteria", "baseline", "baseline_source", "sense", "kind", "condition", "language", "time_zone",
)  # fmt: skip
_MENTIONED = ("quote", "address", "source", "reported_by", "outlet")


class OnRecord:
    """Predictions on record under some natural keys, with their places and tags."""

    def __init__(self, session: Session, keys: Sequence[str]) -> None:
        self.rows: dict[str, PredictionRow] = {}
        for start in range(0, len(keys), _AT_ONCE):
            self.rows |= keyed(session, list(keys[start : start + _AT_ONCE]))
        ids = [row.id for row in self.rows.values()]
        self._mentions = _by_prediction(session, MentionRow, ids)
        self._tags = _by_prediction(session, TagRow, ids)

    def differences(self, key: str, row: ImportRow, links: Links) -> list[str]:
        """What the row says otherwise than the record, in words; empty where it says the same."""
        stored, new = self.rows[key], row.prediction
        if new is None:
            return []
        return [
            *_of_fields(stored, new),
            *_of_links(stored, new, links),
            *_of_places(self._mentions[stored.id], new.mentions),
            *_of_tags({tag.name for tag in self._tags[stored.id]}, new.tags),
            *_of_outcome(stored, row),
        ]


def fingerprint(row: ImportRow, links: Links) -> int:
    """A number that is the same for rows that say the same, within one run."""
    new, verdict = row.prediction, row.judgement
    if new is None:
        return 0
    said = [getattr(new, name) for name in _COMPARED]
    said += [_folded(new.statement), links.authors.get(new.author), new.collection, new.question]
    said += [tuple(sorted(set(new.tags)))]
    said += [tuple(getattr(mention, name) for name in _MENTIONED) for mention in new.mentions]
    if verdict is not None:
        said += [verdict.outcome, verdict.share, verdict.known_on, verdict.evidence_url, verdict.citation]
    return hash(tuple(said))


def _of_fields(stored: PredictionRow, new: PredictionNew) -> Iterator[str]:
    if _folded(stored.statement) != _folded(new.statement):
        yield "statement differs"
    for name in _COMPARED:
        said, known = getattr(new, name), getattr(stored, name)
        if name in new.model_fields_set and said is not None and said != known:
            yield f"{name} is {known} on record, {said} here"


def _of_links(stored: PredictionRow, new: PredictionNew, links: Links) -> Iterator[str]:
    # A merge moves predictions; as entered the author is still the same.
    if links.authors[new.author] not in (stored.author_id, stored.author_id_as_entered):
        yield "the author is another one on record"
    for name, ids, known in (
        ("collection", links.collections, stored.collection_id),
        ("question", links.questions, stored.question_id),
    ):
        said = getattr(new, name)
        if said is not None and ids.get(said) != known:
            yield f"the {name} is another one on record"


def _of_places(stored: Iterable[MentionRow], mentions: Iterable[MentionNew]) -> Iterator[str]:
    known = [{name: getattr(mention, name) for name in _MENTIONED} for mention in stored]
    for mention in mentions:
        said = {name: value for name in _MENTIONED if (value := getattr(mention, name)) is not None}
        if not any(said.items() <= place.items() for place in known):
            yield f"no place on record has {', '.join(said)} as here"


def _of_tags(stored: set[str], tags: Iterable[str]) -> Iterator[str]:
    missing = sorted(set(tags) - stored)
    if missing:
        yield f"tags on record lack {', '.join(missing)}"


def _of_outcome(stored: PredictionRow, row: ImportRow) -> Iterator[str]:
    verdict = row.judgement
    if verdict is None:
        return
    if (stored.outcome, stored.share) != (verdict.outcome, verdict.share):
        known = "no outcome yet" if stored.outcome is None else f"the outcome {_said(stored)}"
        yield f"there is {known} on record, {_said(verdict)} here"
    elif verdict.known_on is not None and verdict.known_on != stored.known_on:
        yield f"known_on is {stored.known_on} on record, {verdict.known_on} here"


def _said(one: Any) -> str:
    return f"{one.outcome}" if one.share is None else f"{one.outcome} ({one.share})"


def _folded(statement: str) -> str:
    return " ".join(statement.split())


def _by_prediction(session: Session, table: Any, ids: Sequence[UUID]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        for row in session.exec(select(table).where(col(table.prediction_id).in_(part))):
            found[row.prediction_id].append(row)
    return found
