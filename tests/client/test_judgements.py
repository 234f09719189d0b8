from datetime import UTC, datetime

import pytest

from registry.client import Client, Invalid
from tests.claims import claim, verdict
from tests.registry_in_process import SetClock


@pytest.fixture
def after_the_summit(set_clock: SetClock) -> None:
    set_clock.now = datetime(2025, 8, 20, tzinfo=UTC)


@pytest.mark.usefixtures("after_the_summit")
def test_what_is_due_is_judged_and_a_judgement_is_taken_back(client: Client) -> None:
    made = client.record_prediction(claim())
    assert [one.id for one in client.iter_due()] == [made.id]
    judgement = client.judge_prediction(made.id, verdict(known_on="2025-08-15"), if_version=made.version)
    assert client.list_due().counts.due == 0
    client.retract_judgement(judgement.id, "read the wrong table")
    [retracted] = client.list_judgements(made.id)
    assert retracted.retraction_reason == "read the wrong table"


@pytest.mark.usefixtures("after_the_summit")
def test_due_lists_are_narrowed_and_paged(client: Client) -> None:
    for name in ("Mira Holt", "Eva Lind", "Ann Bo"):
        client.record_prediction(claim(author=name))
    assert len(list(client.iter_due(page_size=1))) == 3
    assert [one.author.slug for one in client.list_due(author="eva-lind").items] == ["eva-lind"]


@pytest.mark.usefixtures("after_the_summit")
def test_one_finding_judges_all_predictions_on_a_question(client: Client) -> None:
    client.add_question({"wording": "Will a treaty be signed?", "slug": "treaty"})
    client.record_prediction(claim(question="treaty", sense=-1))
    client.record_prediction(claim(author="Eva Lind", statement="They will sign.", question="treaty"))
    judged = client.judge_predictions_of_question("treaty", verdict("no", known_on="2025-08-15"))
    assert sorted(one.outcome for one in judged) == ["no", "yes"]


def test_a_judgement_without_evidence_names_what_is_missing(client: Client) -> None:
    made = client.record_prediction(claim())
    with pytest.raises(Invalid, match="evidence"):
        client.judge_prediction(made.id, {"outcome": "yes"})
