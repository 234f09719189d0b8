"""Whether a row of an import says the same as what is on record.

Only what the row says is compared: a blank cell says nothing, so a verdict that was given since, or criteria
that were written since, are no conflict. How the row came on record elsewhere (`entered_at` and the like) is
no part of what it says.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from registry.actions.linking import Links
from registry.domain.peers import folded
from registry.schemas.imports import ImportRow
from registry.schemas.mentions import MentionNew
from registry.schemas.predictions import PredictionFields, PredictionNew
from registry.storage.mention_places import PlacedMention
from registry.storage.tables import JudgementRow, PredictionRow

_SHOWN = 100
_COMPARED = tuple(name for name in PredictionFields.model_fields if name != "statement")
_MENTIONED = ("quote", "archived_address", "reported_by", "outlet", "said_on")
_JUDGED = ("known_on", "reason", "evidence_url", "archived_url", "citation", "note")


class Stored(NamedTuple):
    """A prediction on record with what belongs to it, and the judgement in force."""

    row: PredictionRow
    mentions: Sequence[PlacedMention]
    tags: set[str]
    verdict: JudgementRow | None


def differences(stored: Stored, row: ImportRow, links: Links) -> list[str]:
    """What the row says otherwise than the record, in words; empty where it says the same."""
    new = row.prediction
    if new is None:
        return []
    return [
        *_of_fields(stored.row, new, row.filled_in),
        *_of_links(stored.row, new, links),
        *_of_places(stored.mentions, new.mentions),
        *_of_tags(stored.tags, new.tags),
        *_of_outcome(stored.row, stored.verdict, row),
    ]


def _of_fields(stored: PredictionRow, new: PredictionNew, filled_in: frozenset[str]) -> Iterator[str]:
    if folded(stored.statement) != folded(new.statement):
        yield "statement differs"
    for name in _COMPARED:
        said, known = getattr(new, name), getattr(stored, name)
        if said is not None and said != known and name in new.model_fields_set and name not in filled_in:
            yield _differing(name, known, said)


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


def _of_places(stored: Sequence[PlacedMention], mentions: Iterable[MentionNew]) -> Iterator[str]:
    known = [_said_at(row, place) for row, places in stored for place in places]
    for mention in mentions:
        said = {name: value for name, value in _said_at(mention, mention).items() if value is not None}
        if not any(said.items() <= place.items() for place in known):
            yield f"no place on record has {', '.join(map(_column, said))} as here"


def _said_at(mention: Any, place: Any) -> dict[str, Any]:
    return {"address": place.address, "source": place.source, **{name: getattr(mention, name) for name in _MENTIONED}}


def _column(name: str) -> str:
    return "source_url" if name == "address" else name


def _of_tags(stored: set[str], tags: Iterable[str]) -> Iterator[str]:
    missing = sorted(set(tags) - stored)
    if missing:
        yield f"tags on record lack {', '.join(missing)}"


def _of_outcome(stored: PredictionRow, held: JudgementRow | None, row: ImportRow) -> Iterator[str]:
    verdict = row.judgement
    if verdict is None:
        return
    if held is None or (held.outcome, held.share) != (verdict.outcome, verdict.share):
        known = "no outcome yet" if stored.outcome is None else f"the outcome {_said(stored)}"
        yield f"there is {known} on record, {_said(verdict)} here"
        return
    for name in _JUDGED:
        said, known = getattr(verdict, name), getattr(held, name)
        if said is not None and said != known:
            yield _differing(name, known, said)


def _differing(name: str, known: Any, said: Any) -> str:
    """In words; what is too long to be read in passing is not repeated."""
    if any(isinstance(value, str) and len(value) > _SHOWN for value in (known, said)):
        return f"{name} is another one on record"
    return f"{name} is {'blank' if known is None else known} on record, {said} here"


def _said(one: Any) -> str:
    return f"{one.outcome}" if one.share is None else f"{one.outcome} ({one.share})"
