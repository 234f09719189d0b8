"""When somebody is reminded of a prediction, and under which name each reminder is known.

A due round has stages: some days before it falls due, when it is due, then every few days until somebody
judges it. The name of a stage (`before-3`, `due`, `after-5`) is part of what makes a reminder unique, and it
counts days, so that another schedule never makes an old reminder look like a new one.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

BEFORE_DAYS = (3,)
AGAIN_DAYS = 5
MOST_DAYS = 365

DUE = "due"
NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""The instant of a reminder that no schedule asks for."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often somebody is reminded.

    `before_days`: whole days before the due instant, each from 1 to 365. `again_days`: days between reminders
    once it is due, from 1 to 365; 0 for none after the first.
    """

    before_days: tuple[int, ...] = BEFORE_DAYS
    again_days: int = AGAIN_DAYS


@dataclass(frozen=True, slots=True)
class Round:
    """A due round: its due instant, and the instant at which it began (entered, put off, corrected)."""

    due_at: datetime
    began_at: datetime

    @property
    def starts_at(self) -> datetime:
        """The instant from which on somebody is asked for a verdict: not before the round is on record."""
        return max(self.due_at, self.began_at)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a round by its name, and its instant."""

    name: str
    at: datetime


def latest_stage(schedule: Schedule, due_round: Round, now: datetime) -> Stage | None:
    """The stage that the round has reached at `now`; None before the first.

    Stages that were missed while nobody looked are left out: one reminder makes up for all of them.
    """
    start = due_round.starts_at
    if now < start:
        reached = [stage for stage in _before(schedule, due_round) if stage.at <= now]
        return reached[-1] if reached else None
    days = _rounded_down((now - start).days, schedule.again_days)
    return Stage(f"after-{days}" if days else DUE, start + timedelta(days=days))


def next_stage_at(schedule: Schedule, due_round: Round, now: datetime) -> datetime:
    """The instant after `now` at which the round reaches its next stage; NEVER where there is none."""
    start = due_round.starts_at
    if now < start:
        coming = [stage.at for stage in _before(schedule, due_round) if stage.at > now]
        return coming[0] if coming else start
    if not schedule.again_days:
        return NEVER
    days = _rounded_down((now - start).days, schedule.again_days) + schedule.again_days
    return start + timedelta(days=days)


def _before(schedule: Schedule, due_round: Round) -> list[Stage]:
    # What lay before the round began is no news to whoever began it.
    stages = [
        Stage(f"before-{days}", due_round.due_at - timedelta(days=days))
        for days in sorted(set(schedule.before_days), reverse=True)
    ]
    return [stage for stage in stages if stage.at >= due_round.began_at]


def _rounded_down(days: int, period: int) -> int:
    return days - days % period if period else 0
