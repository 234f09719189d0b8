"""What people do to predictions between two ticks, drawn from a seed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions import due, judgements, predictions
from registry.actions.acting import Actor
from registry.actions.correcting_predictions import change
from registry.actions.people import change_person
from registry.domain.due import day_of, zone_named
from registry.domain.vocabulary import Role
from registry.schemas.judgements import JudgementNew
from registry.schemas.people import PersonChange
from registry.schemas.predictions import PredictionChange, PredictionNew
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.tables import JudgementRow, PredictionRow
from tests.people import person

ZONES = ("UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu")
STARTS = datetime(2026, 2, 1, 6, 0, tzinfo=UTC)  # Berlin's clocks go forward on 29 March


class Newsroom:
    """Four people and their predictions."""

    def __init__(self, sessions: SessionFactory, random: Random, n: int, days: int) -> None:
        self._sessions, self._random, self._days = sessions, random, days
        with unit_of_work(sessions) as session:
            self.people = [person(session, f"Person {number}", Role.admin) for number in range(4)]
        for first in range(0, n, 500):
            news = [self._claim(number) for number in range(first, min(first + 500, n))]
            with unit_of_work(sessions) as session:
                predictions.record_many(session, self._random.choice(self.people), news, now=STARTS, zone="UTC")

    def work(self, now: datetime, acts: int) -> None:
        """Let people do some things at `now`."""
        verbs: list[Callable[[Session, UUID, Actor, datetime], object]] = [
            self._judge, self._judge, self._judge, self._snooze, self._correct, self._mute, self._assign,
            self._retract, self._move, self._withdraw,
        ]  # fmt: skip
        with unit_of_work(self._sessions) as session:
            for _ in range(acts):
                verb, actor = self._random.choice(verbs), self._random.choice(self.people)
                verb(session, self._some(session, now), actor, now)
                session.flush()

    def _claim(self, number: int) -> PredictionNew:
        draw = self._random
        made_on = STARTS.date() - timedelta(days=draw.randrange(10, 100))
        day = STARTS.date() + timedelta(days=draw.randrange(-2, self._days + 20))
        values: dict[str, object] = {
            "author": f"Author {number % 20}",
            "new_authors": "create",
            "statement": f"Event number {number} will come to pass.",
            "made_on": made_on,
            "due_on": day,
            "probability": 0.5,
            "time_zone": draw.choice(ZONES),
        }
        if draw.random() < 0.15:
            values |= {"due_on": None, "review_on": day, "horizon_on": day + timedelta(days=40)}
        elif draw.random() < 0.1:
            values |= {"condition": "if it rains"}
        return PredictionNew.model_validate(values)

    def _some(self, session: Session, now: datetime) -> UUID:
        """A prediction that is not withdrawn, more often than not one around its due instant."""
        row = PredictionRow
        query = select(row.id).where(col(row.withdrawn_at).is_(None))
        if self._random.random() < 0.7:
            query = query.where(col(row.due_at).between(now - timedelta(days=9), now + timedelta(days=4)))
        found = list(session.exec(query.order_by(col(row.statement)).limit(300)))
        if not found:
            found = list(
                session.exec(
                    select(row.id).where(col(row.withdrawn_at).is_(None)).order_by(col(row.statement)).limit(1)
                )
            )
        return self._random.choice(found)

    def _judge(self, session: Session, chosen: UUID, actor: Actor, now: datetime) -> None:
        row = session.get_one(PredictionRow, chosen)
        if row.outcome is None:
            # Somebody may have judged and retracted it before, which is no verdict in force.
            new = JudgementNew.model_validate({"outcome": "yes", "citation": "seen with my own eyes"})
            judgements.judge(session, actor, chosen, new, now=now)

    def _retract(self, session: Session, _chosen: UUID, actor: Actor, now: datetime) -> None:
        query = select(JudgementRow.id).join(PredictionRow, col(PredictionRow.id) == col(JudgementRow.prediction_id))
        query = query.where(col(JudgementRow.retracted_at).is_(None))
        found = list(session.exec(query.order_by(col(JudgementRow.created_at), col(PredictionRow.statement))))
        if found:
            judgements.retract(session, actor, self._random.choice(found), "mistaken", now=now)

    def _snooze(self, session: Session, chosen: UUID, actor: Actor, now: datetime) -> None:
        row = session.get_one(PredictionRow, chosen)
        until = self._later(now, row.time_zone)
        if row.outcome is None and (row.horizon_on is None or until <= row.horizon_on):
            due.snooze(session, actor, chosen, until, "too early", now=now)

    def _correct(self, session: Session, chosen: UUID, actor: Actor, now: datetime) -> None:
        row = session.get_one(PredictionRow, chosen)
        if row.outcome is None:
            values = {"due_on": self._later(now, row.time_zone), "time_zone": self._random.choice(ZONES)}
            change(session, actor, chosen, PredictionChange.model_validate(values), now=now)

    def _later(self, now: datetime, zone: str) -> date:
        return day_of(now, zone_named(zone)) + timedelta(days=self._random.randrange(2, 15))

    def _mute(self, session: Session, chosen: UUID, actor: Actor, now: datetime) -> None:
        muted = not session.get_one(PredictionRow, chosen).muted
        change(session, actor, chosen, PredictionChange.model_validate({"muted": muted}), now=now)

    def _assign(self, session: Session, chosen: UUID, actor: Actor, now: datetime) -> None:
        name = self._random.choice(self.people).name
        change(session, actor, chosen, PredictionChange.model_validate({"assignee": name}), now=now)

    def _move(self, session: Session, _chosen: UUID, actor: Actor, now: datetime) -> None:
        """Somebody moves to another time zone."""
        zone = PersonChange.model_validate({"time_zone": self._random.choice(ZONES)})
        change_person(session, actor, self._random.choice(self.people).required_id, zone, now=now)

    def _withdraw(self, session: Session, chosen: UUID, actor: Actor, now: datetime) -> None:
        if self._random.random() < 0.3:
            predictions.withdraw(session, actor, chosen, "entered twice", now=now)
