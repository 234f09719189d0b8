from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from registry.client import Client
from registry.schemas.predictions import Prediction
from tests.claims import claim, verdict
from tests.dashboard.conftest import Open, words
from tests.registry_in_process import ClientOf, SetClock

MENTION = {"quote": "it will not be signed", "outlet": "Morning Post", "reported_by": "Kim Reporter"}


@pytest.fixture
def due(client: Client, set_clock: SetClock) -> Prediction:
    made = client.record_prediction(claim(mentions=[MENTION]))
    set_clock.now = datetime(2025, 9, 1, 8, tzinfo=UTC)
    return made


def fill(app: AppTest, prediction: Prediction, outcome: str, evidence: str, person: str | None = None) -> AppTest:
    key = "-".join(["judge", str(prediction.id), *([person] if person else [])])
    app.button_group(key=f"{key}-outcome").set_value(outcome)
    app.text_area(key=f"{key}-evidence").set_value(evidence)
    return app.run()


def press(app: AppTest, end: str) -> AppTest:
    [button] = [one for one in app.button if (one.key or "").endswith(end)]
    return button.click().run()


def test_nothing_due_says_so(open_page: Open) -> None:
    assert "Nothing with a date is due" in words(open_page("judge"))


def test_the_longest_due_is_judged_with_evidence(open_page: Open, client: Client, due: Prediction) -> None:
    app = open_page("judge")
    assert app.date_input(key=f"judge-{due.id}-known_on").value == due.due_on
    fill(app, due, "yes", "https://example.org/summit closing statement of the summit")
    press(app, "-save")
    assert not app.exception
    [judgement] = client.list_judgements(due.id)
    assert (judgement.outcome, judgement.evidence_url) == ("yes", "https://example.org/summit")
    assert "recorded as “came true”" in words(app)
    press(app, "undo")
    assert client.list_judgements(due.id)[0].retracted_at is not None


def test_without_evidence_it_says_what_is_missing_and_keeps_what_was_typed(
    open_page: Open, client: Client, due: Prediction
) -> None:
    app = open_page("judge")
    fill(app, due, "no", "short")
    press(app, "-save")
    assert "Something is missing or wrong" in words(app)
    assert app.text_area(key=f"judge-{due.id}-evidence").value == "short"
    assert client.list_judgements(due.id) == []


def test_partly_asks_for_the_share_and_annulment_for_the_reason(
    open_page: Open, client: Client, due: Prediction
) -> None:
    app = open_page("judge", id=str(due.id))
    fill(app, due, "annulled", "Official gazette, issue 12")
    assert "condition_not_met" not in app.selectbox(key=f"judge-{due.id}-reason").options
    fill(app, due, "partly", "Official gazette, issue 12")
    app.slider(key=f"judge-{due.id}-share").set_value(30).run()
    press(app, "-save")
    assert client.read_prediction(due.id).share == 0.3


def test_too_early_puts_it_off_with_a_reason(open_page: Open, client: Client, due: Prediction) -> None:
    app = open_page("judge", id=str(due.id))
    press(app, "-early-now")
    assert "Give a reason first" in words(app)
    app.text_input(key=f"judge-{due.id}-early").set_value("figures come late")
    press(app, "-early-now")
    assert client.read_prediction(due.id).snoozed_until is not None
    assert "Put off until" in words(app)


def test_blind_hides_who_said_and_reported_it_until_the_verdict_is_saved(
    open_page: Open, client: Client, due: Prediction
) -> None:
    app = open_page("judge", id=str(due.id))
    app.toggle(key="blind").set_value(True).run()
    assert not {name for name in ("Mira Holt", "Kim Reporter", "Morning Post") if name in words(app)}
    fill(app, due, "yes", "Official gazette, issue 12")
    press(app, "-save")
    assert "Mira Holt" in words(app)


def test_a_conflict_is_explained_and_nothing_typed_is_lost(open_page: Open, client: Client, due: Prediction) -> None:
    app = open_page("judge", id=str(due.id))
    fill(app, due, "yes", "Official gazette, issue 12")
    client.correct_prediction(due.id, {"probability": 0.6})
    press(app, "-save")
    assert "Someone else changed this" in words(app)
    assert "corrected" in words(app)
    assert app.text_area(key=f"judge-{due.id}-evidence").value == "Official gazette, issue 12"
    press(app, "accept-version")
    press(app, "-save")
    assert client.read_prediction(due.id).outcome == "yes"


def test_a_second_judge_disagrees_and_it_is_decided(
    open_page: Open, client: Client, client_of: ClientOf, due: Prediction
) -> None:
    client_of("judge", "Bo Judge")
    client.judge_prediction(due.id, verdict("yes", known_on="2025-08-15"))
    app = open_page("judge", id=str(due.id))
    app.selectbox(key="person").select("Bo Judge").run()
    assert "independent second judgement" in words(app)
    fill(app, due, "no", "Official gazette, issue 12", "Bo Judge")
    press(app, "-save")
    assert client.read_prediction(due.id).disputed
    assert "Yours will be the decision" in words(app.run())
    fill(app, due, "no", "Official gazette, issue 12", "Bo Judge")
    press(app, "-save")
    decided = client.read_prediction(due.id)
    assert (decided.outcome, decided.disputed) == ("no", False)


def test_a_judgement_is_retracted_with_a_reason(open_page: Open, client: Client, due: Prediction) -> None:
    given = client.judge_prediction(due.id, verdict("yes", known_on="2025-08-15"))
    app = open_page("judge", id=str(due.id))
    app.text_input(key=f"retract-{given.id}").set_value("read the wrong table")
    press(app, f"retract-{given.id}-now")
    assert client.list_judgements(due.id)[0].retraction_reason == "read the wrong table"


def test_a_withdrawn_prediction_is_not_judged(open_page: Open, client: Client, due: Prediction) -> None:
    client.withdraw_prediction(due.id, "entered twice")
    assert "entered twice" in words(open_page("judge", id=str(due.id)))


def test_a_verdict_without_an_outcome_is_asked_for(open_page: Open, client: Client, due: Prediction) -> None:
    app = open_page("judge", id=str(due.id))
    press(app, "-save")
    assert "Choose an outcome first" in words(app)
    assert client.list_judgements(due.id) == []


def test_undated_and_disputed_ones_are_worked_through_by_themselves(
    open_page: Open, client: Client, client_of: ClientOf, due: Prediction
) -> None:
    undated = client.record_prediction(
        claim(statement="One day the dam will break.", made_on="2024-01-01", due_on=None)
    )
    assert "One day the dam will break" in words(open_page("judge", queue="undated"))
    assert "Nothing is disputed" in words(open_page("judge", queue="disputed"))
    client.judge_prediction(undated.id, verdict("yes", known_on="2025-08-11"))
    client_of("judge", "Bo Judge").judge_prediction(undated.id, verdict("no", role="second", known_on="2025-08-11"))
    app = open_page("judge", queue="disputed")
    assert "Yours will be the decision" in words(app)
    fill(app, undated, "no", "Official gazette, issue 12")
    press(app, "-save")
    assert "Nothing is disputed" in words(app)
    app.button_group(key="choice-queue").set_value("due").run()
    assert app.query_params["id"] == str(due.id)


def test_a_condition_that_was_not_met_proposes_annulment(open_page: Open, client: Client, due: Prediction) -> None:
    made = client.record_prediction(
        claim(statement="If it snows, the road will close.", kind="conditional", condition="it snows")
    )
    app = open_page("judge", id=str(made.id))
    press(app, "-unmet")
    assert "proposed to annul" in words(app)
    assert client.read_prediction(made.id).annulment_proposed
    fill(app, made, "annulled", "Official gazette, issue 12")
    app.selectbox(key=f"judge-{made.id}-reason").select("condition_not_met").run()
    press(app, "-save")
    assert client.read_prediction(made.id).annul_reason == "condition_not_met"
