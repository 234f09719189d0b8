"""Predictions to put on record in tests."""

from typing import Any

from sqlmodel import Session

from registry.actions import predictions
from registry.actions.acting import Actor
from registry.schemas.judgements import JudgementNew
from registry.schemas.predictions import Prediction, PredictionNew
from tests.databases import NOW

STATEMENT = "The two sides will not sign a treaty at the lake summit."


def claim(**fields: Any) -> PredictionNew:
    """A sound prediction, with other fields where given."""
    values: dict[str, Any] = {
        "author": "Mira Holt",
        "new_authors": "create",
        "statement": STATEMENT,
        "made_on": "2025-08-10",
        "due_on": "2025-08-15",
        "probability": 0.9,
    }
    return PredictionNew.model_validate(values | fields)


def put_on_record(session: Session, actor: Actor, **fields: Any) -> Prediction:
    """A prediction on record."""
    return predictions.record(session, actor, claim(**fields), now=NOW, zone="UTC")


def verdict(outcome: str = "yes", **fields: Any) -> JudgementNew:
    """A sound judgement, with other fields where given."""
    values = {"outcome": outcome, "citation": "Closing statement of the summit", "known_on": "2025-08-11"}
    return JudgementNew.model_validate(values | fields)
