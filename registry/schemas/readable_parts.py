"""What can be read of a prediction that cannot be read as a whole, so that all its faults come at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from registry.domain.errors import Fault
from registry.schemas.predictions import PlaceInShort, PredictionNew
from registry.schemas.wording import faults_of

_STAND_INS = {"author": "?", "statement": "(not readable)", "made_on": "2000-01-01"}
_CLAIM = frozenset({
    "kind", "condition", "condition_met", "condition_decided_on", "probability", "probability_low",
    "probability_high", "probability_basis", "baseline", "baseline_source", "sense",
})  # fmt: skip
_WINDOW = frozenset({"made_on", "due_on", "due_from", "review_on", "horizon_on", "time_zone"})
_PLACE = frozenset({"mentions", *PlaceInShort.model_fields})
_AUTHOR = frozenset({"author", "new_authors"})
_KEY = frozenset({"author", "statement", "made_on", "due_on", "ref", *_PLACE})


@dataclass(frozen=True, slots=True)
class ReadablePart:
    """A prediction as far as it can be read, and the fields of which nothing can be said yet."""

    prediction: PredictionNew
    unsure: frozenset[str]

    def knows(self, place: str) -> bool:
        """Whether a fault at that place of the prediction is one; not where it follows from what was not read."""
        return place.partition(".")[0] not in self.unsure


def read(sent: Any, own_ref: str, unread: Iterable[str] = ()) -> tuple[ReadablePart | None, list[Fault]]:
    """The prediction as sent, and every fault of what was sent; None where it is nothing of the kind.

    `own_ref` is a ref that nothing else has: what cannot be read is like nothing on record. `unread` are fields
    that were left out of `sent` since they could not be read.
    """
    unsure = _unsure([], unread)
    try:
        return ReadablePart(PredictionNew.model_validate(sent), unsure), []
    except ValidationError as problem:
        faults = faults_of(problem, PredictionNew.model_fields)
    if not isinstance(sent, dict):
        return None, faults
    unsure = _unsure(faults, unread)
    faulty = {_field(fault) for fault in faults}
    stand_ins = {name: value for name, value in _STAND_INS.items() if name in unsure}
    try:
        prediction = PredictionNew.model_validate(
            stand_ins | {name: value for name, value in sent.items() if name not in faulty}
        )
    except ValidationError:
        return None, faults
    if unsure & _KEY:
        prediction.ref = own_ref
    return ReadablePart(prediction, unsure), faults


def _unsure(faults: list[Fault], unread: Iterable[str]) -> frozenset[str]:
    """The faulty fields, those that may be meant by misspelt ones, and all that are checked against them."""
    found = {*unread, *map(_field, faults)}.union(*(fault.suggestions for fault in faults))
    for group in (_CLAIM, _WINDOW, _PLACE):
        if found & group:
            found |= group
    if found & _AUTHOR:
        found |= {"author"}
    if found & _KEY:
        found |= {"statement"}
    return frozenset(found)


def _field(fault: Fault) -> str:
    return fault.where.partition(".")[0]
