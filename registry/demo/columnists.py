"""Invented columnists who predict invented events, drawn from a known skill with a fixed seed.

Each question has a true probability. An author sees its log odds with an error of their own (`blur`), shifted
(`bias`) and stretched (`swagger`; above 1 is overconfident). Since all of that is known, the order in which a
leaderboard should put them is known as well: see `expected_skill`.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

SEED = 20_250_815
QUESTIONS = 180
SHARE_ANSWERING = 0.62


@dataclass(frozen=True, slots=True)
class Columnist:
    """An invented author: standard error in log odds, stretch of the log odds, shift of the log odds."""

    name: str
    blur: float
    swagger: float = 1.0
    bias: float = 0.0


COLUMNISTS = (
    Columnist("Ottilie Kern (invented)", 0.15),
    Columnist("Basil Thorne (invented)", 0.3),
    Columnist("Ines Falkner (invented)", 0.45),
    Columnist("Rufus Odell (invented)", 0.6),
    Columnist("Clara Winterfeld (invented)", 0.75, 0.8),
    Columnist("Pavel Dorn (invented)", 0.9),
    Columnist("Greta Lindqvist (invented)", 0.9, 1.3),
    Columnist("Hugo Sandmann (invented)", 1.1, 1.2),
    Columnist("Mabel Crake (invented)", 1.3, 1.2, 0.3),
    Columnist("Anton Reuss (invented)", 1.5, 1.3),
    Columnist("Delia Vane (invented)", 1.7, 1.4, -0.3),
    Columnist("Theo Marbach (invented)", 2.0, 1.5),
    Columnist("Wanda Prell (invented)", 2.4, 1.6, 0.5),
    Columnist("Caspar Holm (invented)", 2.8, 1.8),
)

_TOPICS = {
    "politics": (
        "The mayor of {place} will stay in office past {day}.",
        "The council of {place} will pass its budget by {day}.",
        "A new coalition will govern {place} by {day}.",
    ),
    "economy": (
        "Rents in {place} will be higher on {day} than today.",
        "The shipyard of {place} will report a loss by {day}.",
        "Unemployment in {place} will have fallen by {day}.",
    ),
    "sport": (
        "{place} will be promoted by {day}.",
        "The coach of {place} will have left by {day}.",
        "{place} will win the cup by {day}.",
    ),
    "technology": (
        "The battery works in {place} will open by {day}.",
        "Every school in {place} will be on the fibre network by {day}.",
        "The driverless tram of {place} will carry passengers by {day}.",
    ),
    "weather": (
        "The river at {place} will flood before {day}.",
        "{place} will see snow before {day}.",
        "The lake of {place} will fall below its mark before {day}.",
    ),
}
_PLACES = (
    "Ebenhausen", "Lindwarf", "Carrow", "Steinried", "Marlow Bay", "Kaltenfurt", "Dunmere", "Oberwies", "Tarnholt",
    "Quellbach", "Nethergate", "Vossmar",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """An invented event: its true probability, what a market gave it, and how it came out."""

    number: int
    topic: str
    statement: str
    asked_on: date
    due_on: date
    truth: float
    market: float
    came_true: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a columnist said about a question. `negated`: that it will not happen."""

    columnist: Columnist
    question: Question
    made_on: date
    probability: float
    negated: bool


def questions(today: date, seed: int = SEED) -> list[Question]:
    """The questions, spread over the three years before `today` and half a year after it."""
    draw = random.Random(seed)  # noqa: S311
    found = []
    for number in range(QUESTIONS):
        topic = draw.choice(list(_TOPICS))
        asked_on = today - timedelta(days=draw.randint(60, 1000))
        due_on = min(asked_on + timedelta(days=draw.randint(40, 330)), today + timedelta(days=180))
        log_odds = draw.gauss(0, 1.6)
        truth = _logistic(log_odds)
        wording = draw.choice(_TOPICS[topic]).format(place=draw.choice(_PLACES), day=f"{due_on:%-d %B %Y}")
        market = _logistic(log_odds * 0.8 + draw.gauss(0, 0.7))
        found.append(Question(number, topic, wording, asked_on, due_on, truth, round(market, 2), draw.random() < truth))
    return found


def forecasts(today: date, seed: int = SEED) -> Iterator[Forecast]:
    """What every columnist said, question by question; nobody answers all of them."""
    draw = random.Random(seed + 1)  # noqa: S311
    for question in questions(today, seed):
        for columnist in COLUMNISTS:
            probability = _opinion(columnist, question.truth, draw.gauss(0, 1))
            skips, lag, negated = draw.random() > SHARE_ANSWERING, draw.randint(0, 30), draw.random() < 0.3
            if skips:
                continue
            made_on = min(question.asked_on + timedelta(days=lag), question.due_on, today)
            yield Forecast(columnist, question, made_on, round(1 - probability, 2) if negated else probability, negated)


def expected_skill(columnist: Columnist, seed: int = SEED, draws: int = 4000) -> float:
    """Skill against an even chance that the columnist would have with endlessly many predictions.

    By simulation with a fixed seed: 1 - E[(p - o)²] / 0.25, where E[(p - o)²] = E[(p - q)² + q (1 - q)] for a
    true probability q.
    """
    draw = random.Random(seed + 2)  # noqa: S311
    total = 0.0
    for _ in range(draws):
        truth = _logistic(draw.gauss(0, 1.6))
        said = _opinion(columnist, truth, draw.gauss(0, 1))
        total += (said - truth) ** 2 + truth * (1 - truth)
    return 1 - total / draws / 0.25


def _opinion(columnist: Columnist, truth: float, error: float) -> float:
    log_odds = math.log(truth / (1 - truth))
    seen = columnist.swagger * (log_odds + columnist.blur * error) + columnist.bias
    return min(max(round(_logistic(seen), 2), 0.01), 0.99)


def _logistic(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
