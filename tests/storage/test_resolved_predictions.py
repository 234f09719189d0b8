from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from registry.actions import judgements
from registry.actions.acting import Actor
from registry.schemas.resolved import ResolvedFilter, ResolvedPredictions
from registry.storage.authors import at_slug
from registry.storage.resolved_predictions import of_author
from tests.claims import put_on_record, verdict
from tests.databases import NOW

LATER = NOW + timedelta(days=1)


@pytest.fixture
def recorded(session: Session, actor: Actor) -> None:
    def say(statement: str, outcome: str, *, known_on: str = "2025-08-11", **fields: Any) -> None:
        reason = fields.pop("reason", None)
        made = put_on_record(session, actor, statement=statement, **fields)
        judgements.judge(session, actor, made.id, verdict(outcome, known_on=known_on, reason=reason), now=LATER)

    places = [{"source": "A talk"}, {"quote": "No treaty, ever.", "outlet": "Der Tag", "reported_by": "Ute Lind"}]
    say("There will be no treaty.", "yes", probability=0.8, mentions=places)
    say("Everybody knows that it will rain.", "yes", probability=0.95, baseline=0.95)
    say("It will snow.", "no", probability=0.7, known_on="2025-08-12")
    say("It will hail.", "yes", probability=None)
    say("The summit will fail.", "annulled", reason="event_cancelled")
    say("It may thunder.", "yes", probability=0.5)


def resolved(session: Session, *, as_of: Any = LATER, **wanted: Any) -> ResolvedPredictions:
    author, asked = at_slug(session, "mira-holt"), ResolvedFilter.model_validate(wanted)
    return of_author(session, author, asked, as_of=as_of, now=LATER)


def test_the_best_call_is_the_one_that_others_did_not_see_coming(session: Session, recorded: None) -> None:
    found = resolved(session)
    assert [one.statement for one in found.best] == ["There will be no treaty.", "Everybody knows that it will rain."]
    assert (found.best[0].quote, found.best[0].said_in) == ("No treaty, ever.", "Der Tag")
    assert found.best[0].reported_by == "Ute Lind"
    assert [one.statement for one in found.worst] == ["It will snow."]
    assert (found.n_scored, found.n_hits, found.n_misses, found.n_unscored) == (4, 2, 1, 2)


def test_what_could_not_be_scored_comes_with_the_reason(session: Session, recorded: None) -> None:
    found = resolved(session)
    why = {one.statement: (one.unscored, one.annul_reason) for one in found.unscored}
    assert why["The summit will fail."] == ("annulled", "event_cancelled")
    assert why["It will hail."] == ("without_probability", None)
    assert sorted((one.unscored, one.n) for one in found.reasons) == [("annulled", 1), ("without_probability", 1)]


def test_lists_are_as_long_as_was_asked_and_the_latest_outcome_comes_first(session: Session, recorded: None) -> None:
    found = resolved(session, latest=2, extremes=1, unscored=0)
    assert (len(found.latest), len(found.best), len(found.unscored)) == (2, 1, 0)
    assert found.latest[0].statement == "It will snow."
    assert (found.latest[0].hit, found.latest[0].brier, found.latest[0].baseline_brier) == (False, 0.49, 0.25)
    assert found.n_scored == 4


def test_before_it_was_judged_nothing_was_resolved(session: Session, recorded: None) -> None:
    assert resolved(session, as_of=NOW).n_scored == 0
