"""The five commentaries' predictions, as facts in words of our own, put on record with what history answered."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session

from registry.actions import collections, judgements, predictions, questions
from registry.actions.acting import Actor
from registry.schemas.authors import NewAuthors
from registry.schemas.collections import CollectionNew
from registry.schemas.judgements import JudgementNew
from registry.schemas.predictions import Prediction, PredictionNew
from registry.schemas.questions import QuestionNew

FILE = Path(__file__).with_name("five_commentaries.toml")
NAME = "Five commentaries, 2025"
ZONE = "Europe/Berlin"

_AS_WRITTEN = (
    "author", "statement", "condition", "criteria", "due_on", "review_on", "grade", "polarity", "hedge", "tags",
    "condition_met", "question", "sense",
)  # fmt: skip
_OF_JUDGEMENT = ("outcome", "reason", "known_on", "citation")


def load_commentaries(session: Session, actor: Actor, *, now: datetime) -> str:
    """Put them on record in a collection of their own; returns its slug."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    collection = collections.add(session, actor, CollectionNew.model_validate(told["collection"]), now=now)
    for question in told["question"]:
        questions.add(session, actor, QuestionNew.model_validate(question | {"time_zone": ZONE}), now=now)
    articles = {article["key"]: article for article in told["article"]}
    news = [_prediction(one, articles[one["article"]], collection.slug) for one in told["prediction"]]
    made = predictions.record_many(session, actor, news, now=now, zone=ZONE, new_authors=NewAuthors.create)
    for one, prediction in zip(told["prediction"], made, strict=True):
        _judge(session, actor, one, prediction, now)
    return collection.slug


def _prediction(told: dict[str, Any], article: dict[str, Any], collection: str) -> PredictionNew:
    low, middle, high = told["probability"]
    said_on: date = article["said_on"]
    byline = article.get("byline")
    mention = {
        "source": article["source"],
        "outlet": article.get("outlet"),
        "reported_by": byline if byline != told["author"] else None,
        "said_on": said_on,
    }
    return PredictionNew.model_validate(
        {name: told[name] for name in _AS_WRITTEN if name in told}
        | {
            "language": "en",
            "made_on": told.get("made_on", said_on),
            "made_on_basis": "printed",
            "condition_decided_on": told["known_on"] if "condition_met" in told and "known_on" in told else None,
            "probability": middle,
            "probability_low": low,
            "probability_high": high,
            "probability_basis": "assumed",
            "collection": collection,
            "mentions": [mention],
        }
    )


def _judge(session: Session, actor: Actor, told: dict[str, Any], made: Prediction, now: datetime) -> None:
    if "outcome" in told:
        given = JudgementNew.model_validate({name: told[name] for name in _OF_JUDGEMENT if name in told})
        judgements.judge(session, actor, made.id, given, now=now)
