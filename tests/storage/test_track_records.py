from typing import Any

import pytest
from sqlmodel import Session

from registry.actions import judgements
from registry.actions.acting import Actor
from registry.actions.rollups import settle
from registry.schemas.track_records import TrackRecord, TrackRecordFilter
from registry.storage.authors import at_slug
from registry.storage.track_records import of_author
from tests.claims import put_on_record, verdict
from tests.databases import NOW


@pytest.fixture
def recorded(session: Session, actor: Actor) -> None:
    def say(statement: str, outcome: str | None, **fields: Any) -> None:
        made = put_on_record(session, actor, statement=statement, **fields)
        if outcome is not None:
            judgements.judge(session, actor, made.id, verdict(outcome), now=NOW)

    hedged = {"probability_basis": "hedged", "probability_low": 0.6, "probability_high": 0.8, "hedge": "likely"}
    said = {"quote": "No treaty.", "outlet": "Der Tag", "reported_by": "Ute Lind"}
    say("There will be no treaty.", "yes", tags=["war"], mentions=[said])
    say("It will probably rain.", "no", probability=0.7, made_on="2025-07-20", **hedged)
    say("If it rains it will pour.", None, kind="conditional", condition="It rains.", due_on="2025-08-11")
    say("It will snow.", "yes", probability=None)
    settle(session)


def record(session: Session, **wanted: Any) -> TrackRecord:
    author = at_slug(session, "mira-holt")
    return of_author(session, author, TrackRecordFilter.model_validate(wanted), as_of=NOW, now=NOW)


def test_a_record_tells_how_bold_how_early_and_how_sure_it_is(session: Session, recorded: None) -> None:
    whole = record(session)
    assert (whole.n, whole.n_due, whole.n_scored, whole.n_without_probability) == (4, 1, 2, 1)
    assert whole.boldness == pytest.approx((0.4 + 0.2) / 2)
    assert whole.lead_days == (1 + 22) / 2
    assert whole.too_few
    assert [point.probability for point in whole.sensitivity] == [0.7, 0.8, 0.9]
    assert [point.n for point in whole.sensitivity] == [3, 3, 3]


@pytest.mark.parametrize(
    ("wanted", "n", "n_scored"),
    [
        ({"tag": "War"}, 1, 1),
        ({"basis": "hedged"}, 1, 1),
        ({"hedge": "likely"}, 1, 1),
        ({"kind": "conditional"}, 1, 0),
        ({"outlet": "Der Tag"}, 1, 1),
        ({"reported_by": "Ute Lind"}, 1, 1),
        ({"made_to": "2025-07-31"}, 1, 1),
        ({"made_from": "2025-08-01"}, 3, 1),
        ({"made_from": "2025-07-21", "made_to": "2025-08-09"}, 0, 0),
        ({"made_from": "2025-07-20", "made_to": "2025-08-10"}, 4, 2),
    ],
)
def test_a_record_may_be_of_a_part(
    session: Session, recorded: None, wanted: dict[str, str], n: int, n_scored: int
) -> None:
    part = record(session, **wanted)
    assert (part.n, part.n_scored) == (n, n_scored)


def test_details_come_only_where_asked_for(session: Session, recorded: None) -> None:
    assert record(session).details is None
    closer = record(session, detailed=True)
    assert closer.details is not None
    assert closer.details.corp is not None
    assert [part.name for part in closer.details.by_tag] == ["war"]
    assert [part.name for part in closer.details.by_year] == ["2025"]
    assert closer.model_copy(update={"details": None}) == record(session)
