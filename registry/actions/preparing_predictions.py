"""From a prediction as sent to a row that may be stored: every rule checked, every default filled."""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.linking import Links
from registry.actions.mentions import mention_faults
from registry.domain import natural_key
from registry.domain.claims import Claim, claim_faults, default_basis
from registry.domain.due import due_at, is_late
from registry.domain.errors import Fault
from registry.domain.names import fold
from registry.domain.peers import peer_key
from registry.domain.postponing import due_at_once_decided
from registry.domain.vocabulary import Kind, MadeOnBasis, ProbabilityBasis
from registry.domain.windows import Window, window_faults, with_defaults
from registry.schemas.mentions import MentionFields
from registry.schemas.predictions import PredictionFields, PredictionNew
from registry.storage.tables import PredictionRow

_FIELDS = tuple(PredictionFields.model_fields)
_values_of = itemgetter(*_FIELDS)


def faults_of(session: Session, new: PredictionNew, where: str, zone: str, now: datetime) -> list[Fault]:
    """What is wrong with a prediction by itself, each place preceded by `where`."""
    found = claim_and_window_faults(new, zone, now)
    placed = [Fault(f"{where}{fault.where}", fault.message, fault.suggestions) for fault in found]
    for index, mention in enumerate(new.mentions):
        placed += mention_faults(session, mention, f"{where}mentions.{index}.", now)
    return placed


def claim_and_window_faults(new: PredictionNew, zone: str, now: datetime) -> list[Fault]:
    """What is wrong with a prediction apart from the places where it was said."""
    return [*claim_faults(claim_of(new)), *window_faults(window_of(new, zone), now)]


def claim_of(fields: PredictionFields) -> Claim:
    """The parts of a prediction that depend on each other."""
    basis = ProbabilityBasis(fields.probability_basis) if fields.probability_basis else None
    return Claim(
        kind=kind_of(fields),
        condition=fields.condition,
        condition_met=fields.condition_met,
        condition_decided_on=fields.condition_decided_on,
        probability=fields.probability,
        probability_low=fields.probability_low,
        probability_high=fields.probability_high,
        probability_basis=default_basis(fields.probability, basis),
        baseline=fields.baseline,
        baseline_source=fields.baseline_source,
        sense=fields.sense,
    )


def kind_of(fields: PredictionFields) -> Kind:
    """The kind; a condition makes a conditional of what was not said to be something else."""
    is_left_open = "kind" not in fields.model_fields_set
    return Kind.conditional if fields.condition and is_left_open else Kind(fields.kind)


def window_of(fields: PredictionFields, zone: str) -> Window:
    """The days of a prediction, with the review day and horizon that an undated one gets."""
    return with_defaults(
        Window(
            made_on=fields.made_on,
            due_on=fields.due_on,
            review_on=fields.review_on,
            due_from=fields.due_from,
            horizon_on=fields.horizon_on,
            time_zone=fields.time_zone or zone,
        )
    )


def row_of_new(new: PredictionNew, links: Links, actor: Actor, zone: str, now: datetime) -> PredictionRow:
    """The row of a prediction without faults."""
    return PredictionRow(**values_of_new(new, links, actor, zone, now))


def values_of_new(
    new: PredictionNew, links: Links, actor: Actor, zone: str, now: datetime, key: str | None = None
) -> dict[str, Any]:
    """What there is to store of a prediction without faults; other columns have their defaults.

    `key` is its natural key, for whoever has it already.
    """
    author_id = links.authors[new.author]
    values: dict[str, Any] = dict(zip(_FIELDS, _values_of(new.__dict__), strict=True))
    values |= {
        "kind": kind_of(new),
        "author_id": author_id,
        "author_id_as_entered": author_id,
        "entered_by_id": actor.required_id,
        "ref": new.ref,
        "natural_key": key or key_of(new, links, actor),
        "collection_id": links.collections.get(new.collection or ""),
        "question_id": links.questions.get(new.question or ""),
        "assignee_id": links.persons.get(new.assignee or ""),
        "revises": new.revises,
        "created_at": now,
    } | derived(new, zone, now)
    return values | {
        "late": is_late(now, None, new.due_on, values["time_zone"]),
        "peer_key": peer_key(values["question_id"], new.statement, new.due_on),
    }


def derived(fields: PredictionFields, zone: str, now: datetime) -> dict[str, Any]:
    """What follows from the fields: defaults, the due instant, the text to search."""
    window = window_of(fields, zone)
    criteria = fields.criteria or fields.statement
    basis = ProbabilityBasis(fields.probability_basis) if fields.probability_basis else None
    instant = due_at(window.due_on, window.review_on, window.time_zone)
    if fields.condition_met is not None:
        instant = due_at_once_decided(instant, fields.condition_met, now)
    return {
        "criteria": criteria,
        "criteria_missing": fields.criteria is None,
        "made_on_basis": MadeOnBasis(fields.made_on_basis),
        "probability_basis": default_basis(fields.probability, basis),
        "review_on": window.review_on,
        "horizon_on": window.horizon_on,
        "time_zone": window.time_zone,
        "due_at": instant,
        "search_text": fold(f"{fields.statement} {fields.criteria or ''}"),
    }


def key_of(new: PredictionNew, links: Links, actor: Actor) -> str:
    """The natural key of a prediction to be entered."""
    if new.ref is not None:
        return natural_key.by_ref(str(actor.required_id), new.ref)
    author = str(links.authors[new.author])
    return natural_key.by_content(author, new.statement, new.made_on, new.due_on, source_of(new.mentions))


def source_of(mentions: Sequence[MentionFields]) -> str | None:
    """Where an entry says that the prediction was made: the first mention's address, words or article."""
    if not mentions:
        return None
    first = mentions[0]
    return first.address or first.source or (str(first.article_id) if first.article_id else None)
