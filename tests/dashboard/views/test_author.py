import pytest

from registry.client import Client
from tests.claims import claim, verdict
from tests.dashboard.conftest import Open, words


@pytest.fixture
def record(client: Client) -> None:
    for number, outcome in enumerate(("yes", "no", "yes", "ambiguous")):
        made = client.record_prediction(claim(statement=f"It rains on {number} days."))
        client.judge_prediction(made.id, verdict(outcome))
    client.record_prediction(claim(statement="It snows."))


@pytest.mark.usefixtures("record")
def test_counts_add_up_and_few_calls_are_called_few(open_page: Open) -> None:
    shown = words(open_page("author", slug="mira-holt"))
    assert "**5** on record = 1 open + 0 due + 4 resolved" in shown
    assert "3 scored, 1 ambiguous" in shown
    assert "Too few to tell: 3 calls" in shown
    assert "2 hits / 3 calls" in shown


@pytest.mark.usefixtures("record")
def test_the_record_can_be_cited_with_all_that_is_needed_to_check_it(open_page: Open) -> None:
    app = open_page("author", slug="mira-holt", as_of="2025-08-12T09:30:00Z")
    assert "2 of 3 calls right" in words(app) + app.code[0].value
    assert "As of 2025-08-12 09:30 UTC, score version" in app.code[0].value


def test_a_collection_is_chosen_in_the_address(open_page: Open, client: Client) -> None:
    client.add_collection({"name": "Columns"})
    client.record_prediction(claim(collection="columns"))
    client.record_prediction(claim(statement="It snows."))
    app = open_page("author", slug="mira-holt", collection="columns")
    assert "**1** on record" in words(app)
    app.selectbox(key="record-collection").set_value(None).run()
    assert "**2** on record" in words(app)
    assert "Nothing can be scored yet" in words(app)
