from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml

from registry.domain.errors import Invalid
from registry.domain.judgement_rules import Draft, Evidence, Judged, check_judgement, judgement_faults
from registry.domain.judging import Judgement
from registry.domain.vocabulary import AnnulReason, JudgementRole, Outcome

NOW = datetime(2026, 3, 10, 20, tzinfo=UTC)
ADA, BEN = UUID(int=1), UUID(int=2)
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "judgement_rules.yml").read_text(encoding="utf-8"))


def verdicts_of(names: list[str]) -> list[Judgement]:
    judges = {"ada": ADA, "ben": BEN}
    return [
        Judgement(
            id=UUID(int=number),
            role=JudgementRole.verdict,
            outcome=Outcome.no,
            judge_id=judges[name],
            created_at=NOW - timedelta(days=9 - number),
        )
        for number, name in enumerate(names)
    ]


def draft_of(case: dict[str, Any]) -> Draft:
    reason = case.get("reason")
    return Draft(
        role=JudgementRole(case.get("role", "verdict")),
        outcome=Outcome(case.get("outcome", "yes")),
        judge_id=ADA,
        evidence=Evidence(
            url=case.get("url", "https://example.org/news"),
            archived_url=case.get("archived_url"),
            citation=case.get("citation"),
            imported_with=case.get("imported_with"),
        ),
        share=case.get("share"),
        reason=AnnulReason(reason) if reason else None,
        known_on=case.get("known_on"),
    )


def about(case: dict[str, Any]) -> Judged:
    return Judged(
        made_on=date(2025, 12, 1),
        time_zone="Europe/Berlin",
        withdrawn=case.get("withdrawn", False),
        conditional=case.get("conditional", False),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_broken_rule_of_a_judgement_is_named(case: dict[str, Any]) -> None:
    faults = judgement_faults(draft_of(case), about(case), verdicts_of(case.get("earlier", [])), NOW)
    assert [fault.where for fault in faults] == case["faults"]


def test_a_sound_judgement_passes() -> None:
    check_judgement(draft_of({}), about({}), [], NOW)


def test_an_unsound_judgement_is_refused_with_the_reasons_to_choose_from() -> None:
    with pytest.raises(Invalid) as refusal:
        check_judgement(draft_of({"outcome": "annulled"}), about({}), [], NOW)
    assert refusal.value.faults[0].suggestions == tuple(AnnulReason)
