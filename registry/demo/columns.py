"""The invented columnists' predictions, put on record as if they had been entered and judged at their time."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from sqlmodel import Session

from registry.actions import authors, collections, judgements, mentions, predictions, questions
from registry.actions.acting import Actor
from registry.actions.people import create_person
from registry.demo.columnists import COLUMNISTS, SEED, Forecast, forecasts
from registry.demo.columnists import questions as invented_questions
from registry.domain.vocabulary import JudgementRole, Outcome, Role
from registry.schemas.authors import AuthorNew
from registry.schemas.collections import CollectionNew
from registry.schemas.judgements import JudgementNew
from registry.schemas.mentions import MentionNew
from registry.schemas.people import PersonNew
from registry.schemas.predictions import Prediction, PredictionNew
from registry.schemas.questions import QuestionNew

NAME = "Demo"
SECOND_READER = "second reader of the demo"
LEFT_UNJUDGED_DAYS = 25

_DAY = re.compile(r" (?:by|before|past|on) \d{1,2} [A-Z][a-z]+ \d{4}(?: than today)?")
"""What an undated prediction leaves out of its question."""

_QUOTES = (
    "{statement} I would put it at {percent} per cent.",
    "Mark my words, at odds of {percent} in a hundred: {statement}",
    "Ask me for a number and I say {percent} per cent. {statement}",
)

_DESCRIPTION = "Invented columnists and events, drawn from known skills with a fixed seed. Nothing here was ever said."
_RULE = "Every forecast that the generator drew; no choice was made."


@dataclass(frozen=True, slots=True)
class _Entry:
    """A forecast, the instant at which it is entered, and how its outcome will be told."""

    forecast: Forecast
    entered_at: datetime
    undated: bool
    outcome: str


def load_columns(session: Session, actor: Actor, *, now: datetime) -> str:
    """Put them on record in a separate collection; returns its slug."""
    start = now - timedelta(days=1100)
    made_collection = CollectionNew(name=NAME, description=_DESCRIPTION, sampling_rule=_RULE, separate=True)
    slug = collections.add(session, actor, made_collection, now=start).slug
    notice = "An invented columnist of the demo data."
    authors.add_all(session, actor, [AuthorNew(name=one.name, description=notice) for one in COLUMNISTS], now=start)
    second = create_person(session, actor, PersonNew(name=SECOND_READER, role=Role.judge), now=start)
    reader = Actor(person_id=second.id, name=second.name, role=Role(second.role))
    for question in invented_questions(now.date()):
        wording = f"Will it be so? {question.statement}"
        new = QuestionNew(wording=wording, slug=f"demo-{question.number}", due_on=question.due_on)
        questions.add(session, actor, new, now=start)
    recorded = list(_record(session, actor, slug, list(_entries(now)), now))
    _repeat(session, actor, recorded)
    _judge(session, actor, reader, recorded, now)
    return slug


def _entries(now: datetime) -> Iterator[_Entry]:
    draw = random.Random(SEED + 3)  # noqa: S311
    for forecast in forecasts(now.date()):
        lag = 0 if draw.random() < 0.9 else draw.randint(200, 500)
        # Entered in monthly lots, as from a pile of cuttings; some were forgotten for a year.
        next_month = (forecast.made_on + timedelta(days=lag)).replace(day=1) + timedelta(days=32)
        entered_on = min(next_month.replace(day=1), now.date() - timedelta(days=1))
        undated = draw.random() < 0.03
        outcome = draw.choices(["told", "ambiguous", "annulled", "partly"], [90, 3, 4, 3])[0]
        yield _Entry(forecast, _evening(max(entered_on, forecast.made_on)), undated, outcome)


def _record(
    session: Session, actor: Actor, collection: str, entries: list[_Entry], now: datetime
) -> Iterator[tuple[_Entry, Prediction]]:
    by_instant = sorted(entries, key=lambda entry: entry.entered_at)
    for entered_at, together in groupby(by_instant, key=lambda entry: entry.entered_at):
        group = list(together)
        news = [_prediction(entry, collection) for entry in group]
        at = min(entered_at, now)
        yield from zip(group, predictions.record_many(session, actor, news, now=at, zone="UTC"), strict=True)


def _prediction(entry: _Entry, collection: str) -> PredictionNew:
    said, question = entry.forecast, entry.forecast.question
    statement = question.statement.replace(" will ", " will not ", 1) if said.negated else question.statement
    if entry.undated:
        statement = _DAY.sub("", statement)
    market = round(1 - question.market, 2) if said.negated else question.market
    return PredictionNew.model_validate(
        {
            "author": said.columnist.name,
            "statement": statement,
            "language": "en",
            "criteria": "Yes if the gazette of the place says so by the last day of the window; else no.",
            "made_on": said.made_on,
            "made_on_basis": "printed",
            "due_on": None if entry.undated else question.due_on,
            "probability": said.probability,
            "baseline": market,
            "baseline_source": "invented market on the day of the question",
            "polarity": "no" if said.negated else "yes",
            "grade": "soft" if entry.undated else "sharp",
            "question": f"demo-{question.number}",
            "sense": -1 if said.negated else 1,
            "collection": collection,
            "tags": [question.topic],
            "mentions": [
                {
                    "source": f"invented column of {said.made_on}",
                    "outlet": "The Invented Gazette",
                    "quote": _quote(statement, said.probability, question.number),
                }
            ],
        }
    )


def _quote(statement: str, probability: float, number: int) -> str:
    words = _QUOTES[number % len(_QUOTES)]
    return words.format(statement=statement, percent=round(100 * probability))


def _repeat(session: Session, actor: Actor, recorded: list[tuple[_Entry, Prediction]]) -> None:
    for number, (entry, made) in enumerate(recorded):
        if number % 24 == 0:
            again = MentionNew(source="invented column of a later week", quote="I said it before and I say it again.")
            mentions.add(session, actor, made.id, again, now=entry.entered_at + timedelta(days=1))


def _judge(
    session: Session, actor: Actor, reader: Actor, recorded: Iterable[tuple[_Entry, Prediction]], now: datetime
) -> None:
    ready = [(entry, made) for entry, made in recorded if _known_by(entry, now)]
    for number, (entry, made) in enumerate(sorted(ready, key=lambda pair: pair[0].forecast.question.due_on)):
        known_on = max(entry.forecast.question.due_on, made.made_on)
        judged_at = min(max(_evening(known_on + timedelta(days=2)), entry.entered_at), now)
        verdict = _verdict(entry, known_on)
        judgements.judge(session, actor, made.id, verdict, now=judged_at)
        if number % 90 == 0:
            unlike = JudgementNew(
                role=JudgementRole.second, outcome=Outcome.ambiguous, citation="Another reading of the gazette"
            )
            judgements.judge(session, reader, made.id, unlike, now=min(judged_at + timedelta(hours=1), now))


def _known_by(entry: _Entry, now: datetime) -> bool:
    lapse = (now.date() - entry.forecast.question.due_on).days
    waits = lapse < LEFT_UNJUDGED_DAYS or entry.forecast.question.number % 29 == 0
    return lapse > 0 and not waits and not entry.undated


def _verdict(entry: _Entry, known_on: date) -> JudgementNew:
    came_true = entry.forecast.question.came_true != entry.forecast.negated
    outcomes: dict[str, dict[str, Any]] = {
        "told": {"outcome": "yes" if came_true else "no"},
        "ambiguous": {"outcome": "ambiguous"},
        "annulled": {"outcome": "annulled", "reason": "event_cancelled"},
        "partly": {"outcome": "partly", "share": 0.7 if came_true else 0.3},
    }
    told = outcomes[entry.outcome]
    citation = f"Invented gazette of {known_on}"
    return JudgementNew.model_validate(told | {"known_on": known_on, "citation": citation})


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(20), tzinfo=UTC)
