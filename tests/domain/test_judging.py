from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.judging import Judgement, disputed, in_force, outcome_value, standing
from registry.domain.vocabulary import JudgementRole, Outcome

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "judging.yml").read_text(encoding="utf-8"))
START = datetime(2026, 1, 1, tzinfo=UTC)
JUDGES = {"ada": UUID(int=1), "ben": UUID(int=2), "cleo": UUID(int=3)}


def hour(number: int | None) -> datetime | None:
    return None if number is None else START + timedelta(hours=number)


def judgements_of(case: dict[str, Any]) -> list[Judgement]:
    """Each line of a case: role, judge, outcome or share, hour given, and the hour retracted if it was."""
    found = []
    for number, line in enumerate(case["judgements"], start=1):
        role, judge, verdict, given_at, retracted_at = (*line, None)[:5]
        share = verdict if isinstance(verdict, float) else None
        found.append(
            Judgement(
                id=UUID(int=number),
                role=JudgementRole(role),
                outcome=Outcome.partly if share else Outcome(verdict),
                judge_id=JUDGES[judge],
                created_at=START + timedelta(hours=given_at),
                share=share,
                retracted_at=hour(retracted_at),
            )
        )
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_holds_and_whether_it_is_disputed(case: dict[str, Any]) -> None:
    judgements, as_of = judgements_of(case), hour(case.get("as_of"))
    held = in_force(judgements, as_of)
    assert (held and held.id.int) == case["holds"]
    assert disputed(judgements, as_of) is case["disputed"]


judgements = st.lists(
    st.builds(
        Judgement,
        id=st.integers(1, 10**6).map(lambda number: UUID(int=number)),
        role=st.sampled_from(JudgementRole),
        outcome=st.sampled_from([Outcome.yes, Outcome.no]),
        judge_id=st.sampled_from(list(JUDGES.values())),
        created_at=st.integers(0, 5).map(lambda number: START + timedelta(hours=number)),
        retracted_at=st.none() | st.integers(0, 9).map(lambda number: START + timedelta(hours=number)),
    ),
    max_size=8,
    unique_by=lambda judgement: judgement.id,
)


@given(judgements, st.randoms(use_true_random=False))
def test_the_order_in_which_judgements_are_read_changes_nothing(of: list[Judgement], shuffler: Any) -> None:
    shuffled = shuffler.sample(of, len(of))
    assert in_force(shuffled) == in_force(of)
    assert disputed(shuffled) == disputed(of)


@given(judgements)
def test_a_second_judgement_never_holds_and_never_changes_what_holds(of: list[Judgement]) -> None:
    without = [judgement for judgement in of if judgement.role is not JudgementRole.second]
    assert in_force(of) == in_force(without)
    assert not disputed(without)


@given(judgements)
def test_long_after_the_last_judgement_the_past_view_is_the_present_one(of: list[Judgement]) -> None:
    assert standing(of, START + timedelta(days=9)) == standing(of)


@pytest.mark.parametrize(
    ("outcome", "share", "value"),
    [
        (Outcome.yes, None, 1.0),
        (Outcome.no, None, 0.0),
        (Outcome.partly, 0.25, 0.25),
        (Outcome.ambiguous, None, None),
        (Outcome.annulled, None, None),
        (None, None, None),
    ],
)
def test_only_yes_no_and_partly_have_a_value(outcome: Outcome | None, share: float | None, value: float | None) -> None:
    assert outcome_value(outcome, share) == value
