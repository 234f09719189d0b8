"""The kept sums follow every change, in any order, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry.actions import collections, correcting_predictions, judgements, predictions
from registry.actions.acting import Actor
from registry.actions.author_merges import merge, unmerge
from registry.actions.recomputing import recompute
from registry.actions.rollups import remember, settle
from registry.domain.tally import tally
from registry.domain.vocabulary import JudgementRole, Outcome, Role
from registry.schemas.collections import CollectionNew
from registry.schemas.predictions import PredictionChange
from registry.schemas.track_records import RecordFilter
from registry.storage.authors import at_slug
from registry.storage.engine import SessionFactory, session_factory, unit_of_work
from registry.storage.record_filters import sums_suffice
from registry.storage.tables import AuthorRow, JudgementRow, PredictionRow, RollupRow, metadata
from registry.storage.track_records import from_sums, read
from tests.claims import claim, put_on_record, verdict
from tests.databases import NOW
from tests.people import person

AUTHORS = ("Mira Holt", "Jon Ask", "Lea Roth")
FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"tag": "war"},
    {"collection": "summit"},
    {"basis": "hedged"},
    {"made_from": "2025-07-01", "made_to": "2025-07-31"},
)


class Registry(RuleBasedStateMachine):
    """Any order of changes; each is a transaction of its own."""

    engine: Engine

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.number = 0
        self.sessions = session_factory(self.engine)
        with self.engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())

    @contextmanager
    def changing(self) -> Iterator[Session]:
        self.now += timedelta(hours=1)
        with unit_of_work(self.sessions) as session:
            yield session

    @initialize()
    def found(self) -> None:
        with self.changing() as session:
            self.editor = person(session, "Ada Editor", Role.admin)
            self.reviewer = person(session, "Ben Second", Role.admin)
            collections.add(session, self.editor, CollectionNew(name="Summit"), now=self.now)
        with self.changing() as session:
            for author in AUTHORS:
                self._record(session, author=author)

    def _record(self, session: Session, **fields: Any) -> None:
        self.number += 1
        statement = f"It will rain on day {self.number}."
        new = claim(**{"statement": statement, **fields})
        predictions.record(session, self.editor, new, now=self.now, zone="UTC")

    @rule(
        author=st.sampled_from(AUTHORS),
        percent=st.none() | st.integers(0, 100),
        banded=st.booleans(),
        tags=st.sets(st.sampled_from(["war", "lake"])),
        month=st.sampled_from(["2025-06", "2025-07", "2024-12"]),
        kind=st.sampled_from(["forecast", "forecast", "announcement"]),
        collection=st.sampled_from([None, "summit"]),
    )
    def create(
        self,
        author: str,
        percent: int | None,
        banded: bool,
        tags: set[str],
        month: str,
        kind: str,
        collection: str | None,
    ) -> None:
        fields: dict[str, object] = {"probability": None if percent is None else percent / 100}
        if percent is not None and banded:
            fields |= {"probability_basis": "hedged", "probability_low": 0, "probability_high": 1}
        with self.changing() as session:
            self._record(
                session, author=author, tags=sorted(tags), made_on=f"{month}-05", kind=kind,
                collection=collection, **fields,
            )  # fmt: skip

    @rule(pick=st.integers(0), outcome=st.sampled_from(Outcome), day=st.integers(10, 12))
    def judge(self, pick: int, outcome: Outcome, day: int) -> None:
        self._judge(pick, outcome, JudgementRole.verdict, self.editor, {"known_on": f"2025-08-{day}"})

    @rule(pick=st.integers(0), outcome=st.sampled_from(Outcome))
    def second(self, pick: int, outcome: Outcome) -> None:
        self._judge(pick, outcome, JudgementRole.second, self.reviewer, {})

    @rule(pick=st.integers(0), outcome=st.sampled_from(Outcome))
    def decide(self, pick: int, outcome: Outcome) -> None:
        self._judge(pick, outcome, JudgementRole.decision, self.editor, {})

    def _judge(self, pick: int, outcome: Outcome, role: JudgementRole, actor: Actor, more: dict[str, object]) -> None:
        first = role is JudgementRole.verdict
        with self.changing() as session:
            row = self._pick(session, pick, col(PredictionRow.outcome).is_(None) == first)
            if row is None:
                return
            fields = {"share": 0.3} if outcome is Outcome.partly else {}
            reason = {"reason": "event_cancelled"} if outcome is Outcome.annulled else {}
            new = verdict(outcome, role=role, **fields, **reason, **more)
            judgements.judge(session, actor, row.id, new, now=self.now)

    @rule(pick=st.integers(0))
    def retract(self, pick: int) -> None:
        with self.changing() as session:
            found = session.exec(
                select(JudgementRow)
                .join(PredictionRow)
                .where(col(JudgementRow.retracted_at).is_(None), col(PredictionRow.withdrawn_at).is_(None))
                .order_by(col(JudgementRow.id))
            ).all()
            if found:
                row = found[pick % len(found)]
                judgements.retract(session, self.editor, row.id, "mistaken", now=self.now)

    @rule(pick=st.integers(0))
    def withdraw(self, pick: int) -> None:
        with self.changing() as session:
            row = self._pick(session, pick)
            if row is not None:
                predictions.withdraw(session, self.editor, row.id, "on request", now=self.now)

    @rule(pick=st.integers(0), tags=st.sets(st.sampled_from(["war", "peace"])))
    def retag(self, pick: int, tags: set[str]) -> None:
        self._correct(pick, PredictionChange.model_validate({"tags": sorted(tags)}))

    @rule(pick=st.integers(0), percent=st.integers(0, 100), collection=st.sampled_from([None, "summit"]))
    def correct(self, pick: int, percent: int, collection: str | None) -> None:
        change = {
            "probability": percent / 100,
            "probability_basis": "stated",
            "collection": collection,
            "made_on": "2025-07-01",
        }
        unjudged = col(PredictionRow.outcome).is_(None)
        self._correct(pick, PredictionChange.model_validate(change), unjudged)

    def _correct(self, pick: int, change: PredictionChange, *conditions: Any) -> None:
        with self.changing() as session:
            row = self._pick(session, pick, *conditions)
            if row is not None:
                correcting_predictions.change(session, self.editor, row.id, change, now=self.now)

    @rule(one=st.integers(0, 2), other=st.integers(0, 2))
    def merge(self, one: int, other: int) -> None:
        with self.changing() as session:
            row, into = (at_slug(session, slug) for slug in self._slugs(session, one, other))
            if row.id != into.id and row.merged_into_id is None and into.merged_into_id is None:
                merge(session, self.editor, row, into, if_version=None, now=self.now)

    @rule(one=st.integers(0, 2))
    def unmerge(self, one: int) -> None:
        with self.changing() as session:
            row = at_slug(session, self._slugs(session, one)[0])
            if row.merged_into_id is not None:
                unmerge(session, self.editor, row, if_version=None, now=self.now)

    @invariant()
    @precondition(lambda self: self.number)
    def stored_equals_recomputed(self) -> None:
        with self.sessions() as session:
            result = recompute(session, now=self.now)
            assert result.n_differing == 0, result.differing

    def teardown(self) -> None:
        """In the end, records from sums equal records from rows."""
        with self.sessions() as session:
            for author_id in session.exec(select(AuthorRow.id)).all():
                for narrowed in FILTERS:
                    wanted = RecordFilter.model_validate(narrowed)
                    assert sums_suffice(wanted)
                    rows = read(session, author_id, wanted, as_of=self.now, now=self.now)
                    kept = from_sums(session, author_id, wanted, self.now)
                    assert kept == tally(row for _, row in rows)

    def _pick(self, session: Session, pick: int, *conditions: Any) -> PredictionRow | None:
        query = select(PredictionRow).where(col(PredictionRow.withdrawn_at).is_(None), *conditions)
        found = session.exec(query.order_by(col(PredictionRow.id))).all()
        return found[pick % len(found)] if found else None

    def _slugs(self, session: Session, *numbers: int) -> list[str]:
        slugs = session.exec(select(AuthorRow.slug).order_by(col(AuthorRow.slug))).all()
        return [slugs[number % len(slugs)] for number in numbers]


def test_any_order_of_changes_leaves_the_sums_equal_to_a_recomputation(engine: Engine) -> None:
    machine = type("RegistryOnOneDatabase", (Registry,), {"engine": engine})
    is_quick = engine.dialect.name == "sqlite"
    # Shrinking would replay hundreds of transactions; the steps that failed are short enough to read.
    small = settings(max_examples=12 if is_quick else 5, stateful_step_count=20, deadline=None, phases=[Phase.generate])
    run_state_machine_as_test(machine, settings=small)


def cells(sessions: SessionFactory) -> list[tuple[str, str, int, int, int]]:
    with sessions() as session:
        rows = session.exec(select(RollupRow)).all()
        return sorted((row.tag, row.month, row.n, row.n_scored, row.brier) for row in rows)


@pytest.fixture
def editor(sessions: SessionFactory) -> Actor:
    with unit_of_work(sessions) as session:
        return person(session, "Ada Editor", Role.admin)


def test_a_prediction_stands_in_the_cell_of_each_tag_and_of_all(sessions: SessionFactory, editor: Actor) -> None:
    with unit_of_work(sessions) as session:
        made = put_on_record(session, editor, tags=["war", "lake"])
        judgements.judge(session, editor, made.id, verdict("yes"), now=NOW)
    brier = 10_000_000
    assert cells(sessions) == [(tag, "2025-08", 1, 1, brier) for tag in ("", "lake", "war")]


def test_what_is_rolled_back_leaves_no_trace(sessions: SessionFactory, editor: Actor) -> None:
    with sessions() as session:
        put_on_record(session, editor)
        session.rollback()
        session.commit()
    assert cells(sessions) == []


def test_empty_cells_are_removed(sessions: SessionFactory, editor: Actor) -> None:
    with unit_of_work(sessions) as session:
        made = put_on_record(session, editor, tags=["war"])
    with unit_of_work(sessions) as session:
        change = PredictionChange.model_validate({"tags": ["lake"]})
        correcting_predictions.change(session, editor, made.id, change, now=NOW)
    assert [cell[:3] for cell in cells(sessions)] == [("", "2025-08", 1), ("lake", "2025-08", 1)]


def test_sums_may_be_settled_before_the_end(sessions: SessionFactory, editor: Actor) -> None:
    with unit_of_work(sessions) as session:
        made = put_on_record(session, editor)
        settle(session)
        remember(session, [made.id])
        predictions.withdraw(session, editor, made.id, "on request", now=NOW)
    with sessions() as session:
        assert session.exec(select(RollupRow.n_withdrawn, RollupRow.n_unresolved)).all() == [(1, 0)]
