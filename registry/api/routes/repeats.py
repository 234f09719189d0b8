"""Repeats of what is on record."""

from typing import Annotated

from fastapi import Query

from registry import lexicon
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.domain.duplicates import ClaimRecord, find_repeats
from registry.domain.duplicates import Repeat as Found
from registry.domain.extraction.language import choose_language
from registry.domain.vocabulary import Polarity
from registry.lexicon.repeats import load_repeats
from registry.schemas.predictions import Prediction
from registry.schemas.repeats import ClaimAsked, Repeat, RepeatDifference
from registry.storage.presenting_predictions import present
from registry.storage.repeats import claims_of

router = registry_router("predictions")


@router.get("/repeats")
def list_repeats(work: Work, asked: Annotated[ClaimAsked, Query()]) -> list[Repeat]:
    """Predictions on record that a claim of the same author restates, changes or contradicts, the likest first.

    Ask before a claim is put on record: a repetition is one more mention, a moved date or probability a
    prediction that `revises` the old one. English and German claims are compared.
    """
    language = asked.language or choose_language(asked.statement, "auto", lexicon.load()).code
    rows, accepted = claims_of(work.session, asked.author, language)
    found = find_repeats(_claim(asked, language), accepted, load_repeats())
    by_key = {str(row.id): row for row in rows}
    predictions = present(work.session, [by_key[one.key] for one in found], work.now)
    return [_repeat(one, prediction) for one, prediction in zip(found, predictions, strict=True)]


def _claim(asked: ClaimAsked, language: str) -> ClaimRecord:
    return ClaimRecord(
        key="asked",
        author=asked.author,
        statement=asked.statement,
        language=language,
        polarity=None if asked.polarity is None else "no" if asked.polarity == Polarity.no else "yes",
        probability=asked.probability,
        due_from=asked.due_from,
        due_on=asked.due_on,
        condition=asked.condition,
    )


def _repeat(found: Found, prediction: Prediction) -> Repeat:
    differences = [RepeatDifference(part=one.part, before=one.before, after=one.after) for one in found.differences]
    return Repeat(prediction=prediction, relation=found.relation, score=found.score, differences=differences)
