import httpx
import pytest

from registry.client import Client
from tests.claims import claim, verdict
from tests.dashboard.conftest import Open, Refused, shown, words
from tests.dashboard.records import record as long_record


@pytest.fixture
def record(client: Client) -> None:
    for number, outcome in enumerate(("yes", "no", "yes", "ambiguous")):
        quote = {"quote": f"Day {number}: <b>rain</b>!", "outlet": "Der Tag"}
        made = client.record_prediction(claim(statement=f"It rains on {number} days.", tags=["rain"], **quote))
        client.judge_prediction(made.id, verdict(outcome))
    client.record_prediction(claim(statement="It snows."))


@pytest.fixture
def with_enough(client: Client) -> None:
    long_record(client, "Mira Holt", tags=["rain"])
    long_record(client, "Jon Ask", n=4, probability=0.6)


@pytest.mark.usefixtures("record")
def test_counts_add_up_and_few_calls_are_called_few(open_page: Open) -> None:
    app = open_page("author", slug="mira-holt")
    said = words(app)
    assert "**5** on record = 1 open + 0 due + 4 resolved" in said
    assert "3 scored, 1 ambiguous" in said
    assert "Too few to tell: 3 calls" in said
    assert sum("**too few to tell**" in one.value for one in app.caption) == len(app.metric) == 3


@pytest.mark.usefixtures("with_enough")
def test_each_figure_tells_its_n_its_interval_and_how_it_comes_about(open_page: Open) -> None:
    app = open_page("author", slug="mira-holt")
    said = words(app)
    assert "15 hits / 20 calls = **75 %**" in said
    assert "Too few to tell" not in said
    assert "3.800 / 20 = **0.1900**" in said
    assert "1 − 0.1900 / 0.2500 = **0.2400**" in said
    assert sum("· n = 20" in one.value for one in app.caption) == 3
    # Jon Ask said 60 % of four of the same: 100 · (3 ln(0.8 / 0.6) + ln(0.2 / 0.4)) / 4.
    assert "Peer score 4.2" in said
    assert any(one.value.endswith("· n = 4  \n**too few to tell**") for one in app.caption)


@pytest.mark.usefixtures("record")
def test_best_and_worst_calls_come_with_their_quotes_harmless(open_page: Open) -> None:
    said = words(open_page("author", slug="mira-holt"))
    assert "_“Day 0\\: \\<b\\>rain\\</b\\>\\!”_" in said
    assert "2 of 2 right calls" in said
    assert "1 of 1 wrong calls" in said
    assert "1 of 4 resolved predictions could not be scored (25 %)" in said
    assert "the outcome is ambiguous: 1" in said


@pytest.mark.usefixtures("with_enough")
def test_calibration_is_split_in_the_authors_own_numbers(open_page: Open) -> None:
    app = open_page("author", slug="mira-holt", show="calibration")
    said = words(app)
    # All were given 80 % and 75 % came true: 0.0025 - 0 + 0.1875.
    assert "miscalibration **0.0025** − discrimination **0.0000** + uncertainty 0.1875 = 0.1900" in said
    assert len(app.get("vega_lite_chart")) == 2


@pytest.mark.usefixtures("with_enough")
def test_strengths_are_shown_by_year_and_topic(open_page: Open) -> None:
    said = words(open_page("author", slug="mira-holt", show="parts"))
    assert "| rain | 20 | 0.24 |" in said
    assert "| 2025 | 20 | 0.24 |" in said
    assert "by resampling (n = 20)" in said


@pytest.mark.usefixtures("record")
def test_claims_without_a_number_are_read_at_several(open_page: Open, client: Client) -> None:
    assert "Claims without a number" not in words(open_page("author", slug="mira-holt"))
    made = client.record_prediction(claim(statement="It hails.", probability=None))
    client.judge_prediction(made.id, verdict())
    said = words(open_page("author", slug="mira-holt"))
    assert "Claims without a number: 1.** Read as 70 % / 80 % / 90 %, the record of all 4" in said


@pytest.mark.usefixtures("record")
def test_the_record_can_be_cited_with_all_that_is_needed_to_check_it(open_page: Open) -> None:
    app = open_page("author", slug="mira-holt", as_of="2025-08-12T09:30:00Z")
    assert "2 of 3 calls right" in app.code[0].value
    assert "(too few to tell)" in app.code[0].value
    assert "As of 2025-08-12 09:30 UTC, score version" in app.code[0].value


@pytest.mark.usefixtures("record")
def test_as_of_a_past_day_nothing_was_judged(open_page: Open) -> None:
    app = open_page("author", slug="mira-holt", as_of="2025-08-11")
    said = words(app)
    assert "**0** on record" in said
    assert "As it stood at 11 Aug 2025, 23:59" in said
    app.date_input(key="record-as_of").set_value(None).run()
    assert "as_of" not in app.query_params
    assert "**5** on record" in words(app)


def test_a_collection_is_chosen_in_the_address(open_page: Open, client: Client) -> None:
    client.add_collection({"name": "Columns"})
    client.record_prediction(claim(collection="columns"))
    client.record_prediction(claim(statement="It snows."))
    app = open_page("author", slug="mira-holt", collection="columns")
    assert "**1** on record" in words(app)
    app.selectbox(key="record-collection").set_value(None).run()
    assert "**2** on record" in words(app)
    assert "Nothing can be scored yet" in words(app)


def test_who_predicts_in_separate_collections_alone_is_shown_there_at_once(open_page: Open, client: Client) -> None:
    client.add_collection({"name": "Practice", "separate": True})
    client.record_prediction(claim(collection="practice"))
    app = open_page("author", slug="mira-holt")
    assert "**1** on record" in words(app)
    assert app.query_params["collection"] == "practice"
    # With another filter nothing is turned to by itself.
    assert "The record in “Practice”" in words(open_page("author", slug="mira-holt", basis="stated"))


def test_every_name_that_leads_here_is_told(open_page: Open, client: Client) -> None:
    client.add_author({"name": "Mira Holt", "aliases": ["M. Holt", "The Oracle"]})
    assert "Also known as M\\. Holt, The Oracle" in words(open_page("author", slug="mira-holt"))


def test_a_registry_that_is_down_is_told(refused: Refused) -> None:
    refused(httpx.ConnectError("refused"))
    assert "The registry does not answer" in words(shown("author", slug="mira-holt"))
