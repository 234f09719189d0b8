"""From a candidate and a person's corrections to the prediction that goes on record."""

from datetime import date, timedelta
from typing import Any

from pydantic import ValidationError

from registry.domain.errors import Fault, Invalid
from registry.domain.vocabulary import Kind, MadeOnBasis, ProbabilityBasis
from registry.schemas.candidates import CandidateAccept, CandidateFields
from registry.schemas.mentions import MentionNew
from registry.schemas.predictions import PredictionFields, PredictionNew
from registry.storage.tables import ArticleRow, CandidateRow

_SHARED = frozenset(CandidateFields.model_fields) & frozenset(PredictionFields.model_fields)
_OF_PROBABILITY = ("probability_low", "probability_high", "probability_basis", "hedge_table_version")
LONGEST_QUOTE = 8000


def compose(
    row: CandidateRow, article: ArticleRow, accept: CandidateAccept, author: str, mentions: list[MentionNew]
) -> PredictionNew:
    """The prediction: what the candidate says, but for what `accept` changes.

    Raises Invalid where nobody knows when it was said, and for every value that a prediction may not have.
    """
    changes = accept.changes.model_dump(exclude_unset=True)
    values: dict[str, Any] = {name: getattr(row, name) for name in _SHARED}
    values |= _day_of(row, article, changes) | _following(row, changes)
    links = {
        "author": author,
        "new_authors": accept.new_authors,
        "collection": accept.collection,
        "question": accept.question,
        "tags": accept.tags,
        "revises": accept.revises,
        "mentions": mentions,
    }
    try:
        return PredictionNew.model_validate(values | changes | links)
    except ValidationError as problem:
        faults = [Fault(f"changes.{error['loc'][0]}", error["msg"]) for error in problem.errors()]
        raise Invalid("The candidate cannot go on record as it stands; correct it in `changes`.", faults) from problem


def quotes_of(row: CandidateRow, article: ArticleRow, reported_by: str | None) -> list[MentionNew]:
    """One mention for each place of the article where the claim stands."""
    return [
        MentionNew(
            quote=article.text[start : min(end, start + LONGEST_QUOTE)],
            article_id=article.id,
            quote_start=start,
            quote_end=min(end, start + LONGEST_QUOTE),
            outlet=article.outlet,
            reported_by=reported_by,
            said_on=row.made_on or article.published_on,
        )
        for start, end in row.quotes
    ]


def _day_of(row: CandidateRow, article: ArticleRow, changes: dict[str, Any]) -> dict[str, Any]:
    day = row.made_on or article.published_on
    if changes.get("made_on", day) is None:
        message = "the article prints no date; say on which day this was said"
        raise Invalid(f"When was it said? {message.capitalize()}.", [Fault("changes.made_on", message)])
    if "made_on" in changes and changes["made_on"] != day:
        return {"made_on_basis": MadeOnBasis.entered}
    return {"made_on": day, "made_on_basis": article.published_basis or MadeOnBasis.entered}


def _following(row: CandidateRow, changes: dict[str, Any]) -> dict[str, Any]:
    """What no longer holds, or follows, once a person has changed something else."""
    values: dict[str, Any] = {}
    if "probability" in changes:
        values |= _judged_anew(row, changes["probability"])
    if {"due_from", "due_on"} & changes.keys():
        values["due_rule"] = None
    values |= _looked_at_again(row, changes)
    if "condition" in changes:
        values["kind"] = Kind.conditional if changes["condition"] else Kind.forecast
    return values


def _looked_at_again(row: CandidateRow, changes: dict[str, Any]) -> dict[str, date | None]:
    """Review and horizon of a claim that a person dated, or that was made on another day than the article says."""
    if changes.get("due_on") is not None or row.review_on is None or row.horizon_on is None:
        return {"review_on": None, "horizon_on": None}
    made_on = changes.get("made_on") or row.made_on
    moved = made_on - row.made_on if made_on and row.made_on else timedelta(0)
    review_on, horizon_on = row.review_on + moved, row.horizon_on + moved
    chosen = changes.get("review_on") or review_on
    return {"review_on": review_on, "horizon_on": max(horizon_on, chosen)}


def _judged_anew(row: CandidateRow, probability: float | None) -> dict[str, Any]:
    """A reviewer's number corrects one that stands in the text; else it is a reading of the words.

    Inside the hedge's range a reading keeps that range, elsewhere it is its own.
    """
    if probability is None:
        return dict.fromkeys(_OF_PROBABILITY)
    if probability == row.probability:
        return {}
    if row.probability_basis == ProbabilityBasis.stated:
        return {"probability_low": None, "probability_high": None}
    reading: dict[str, Any] = {"probability_basis": ProbabilityBasis.assumed}
    low, high = row.probability_low, row.probability_high
    if low is None or high is None or not low <= probability <= high:
        reading |= {"probability_low": probability, "probability_high": probability, "hedge_table_version": None}
    return reading
