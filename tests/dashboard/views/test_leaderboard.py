from typing import Any

import httpx
import pytest

from dashboard.components import board_table
from registry.client import Client
from tests.dashboard.conftest import Open, Refused, shown, words
from tests.dashboard.records import record


@pytest.fixture
def board(client: Client) -> None:
    record(client, "Mira Holt")
    record(client, "Jon Ask", probability=0.3)
    record(client, "Lea Roth", n=3)


@pytest.mark.usefixtures("board")
def test_authors_are_ranked_by_what_is_proved_and_the_others_stand_below_with_the_reason(open_page: Open) -> None:
    app = open_page("leaderboard")
    table = app.dataframe[0].value
    assert list(table["author"]) == ["Mira Holt", "Jon Ask", "Lea Roth"]
    assert [None if rank != rank else rank for rank in table["rank"]] == [1, 2, None]
    assert list(table["why"]) == ["", "", "too few to tell"]
    assert list(table["unscored"]) == [0, 0, 0]
    assert "Ranked by the lower bound of the shrunk skill" in words(app)
    # 20 + 20 + 3 scored predictions, and a hash to check the board by.
    assert "43 scored predictions of 3 authors, 2 ranked" in words(app)
    assert len(app.code[0].value) == 64


@pytest.mark.usefixtures("board")
def test_metric_minimum_and_filters_stand_in_the_address(open_page: Open) -> None:
    app = open_page("leaderboard", metric="brier", minimum="20", basis="stated")
    assert "Ranked by the upper bound of the Brier score" in words(app)
    assert {"brier", "brier_band"} < set(app.dataframe[0].value.columns)
    assert app.number_input(key="record-minimum").value == 20
    assert app.selectbox(key="record-basis").value == "stated"
    app.number_input(key="record-minimum").set_value(21).run()
    assert app.query_params["minimum"] == "21"
    assert set(app.dataframe[0].value["why"]) == {"below the minimum", "too few to tell"}
    app.text_input(key="record-tag").set_value("war").run()
    assert "No author has a prediction that fits these filters" in words(app)


def test_a_board_mixes_no_collections_unasked(open_page: Open, client: Client) -> None:
    client.add_collection({"name": "Columns"})
    client.add_collection({"name": "Practice", "separate": True})
    record(client, "Mira Holt", n=2, collection="columns")
    record(client, "Jon Ask", n=3)
    record(client, "Lea Roth", n=1, collection="practice")
    app = open_page("leaderboard")
    assert app.selectbox(key="record-collection").value == "columns"
    assert list(app.dataframe[0].value["author"]) == ["Mira Holt"]
    app.selectbox(key="record-collection").set_value("*").run()
    assert sorted(app.dataframe[0].value["author"]) == ["Jon Ask", "Mira Holt"]


def test_where_there_are_only_separate_collections_each_is_offered(open_page: Open, client: Client) -> None:
    client.add_collection({"name": "Practice", "separate": True})
    record(client, "Mira Holt", n=1, collection="practice")
    assert "The board of “Practice” · 1 prediction" in words(open_page("leaderboard"))


@pytest.mark.usefixtures("board")
def test_a_board_of_a_past_day_knows_only_what_was_known_then(open_page: Open) -> None:
    app = open_page("leaderboard", as_of="2025-08-11")
    assert "As it stood at 11 Aug 2025" in words(app)
    assert not app.dataframe
    assert "Mira Holt" in list(open_page("leaderboard", as_of="2025-08-12").dataframe[0].value["author"])


def test_a_day_to_come_is_refused_in_words(open_page: Open) -> None:
    assert "Something is missing or wrong" in words(open_page("leaderboard", as_of="2031-01-01"))


@pytest.mark.usefixtures("board")
def test_the_file_holds_every_line_and_what_it_was_computed_from(client: Client) -> None:
    header, *rows = board_table.as_csv(client, {"metric": "skill"}).splitlines()
    assert header.startswith("slug,author,rank,unranked,bound")
    assert header.endswith("metric,as_of,score_version,inputs_sha256")
    assert [row.split(",")[0] for row in rows] == ["mira-holt", "jon-ask", "lea-roth"]


def test_a_registry_that_is_down_is_told(refused: Refused) -> None:
    refused(httpx.ConnectError("refused"))
    assert "The registry does not answer" in words(shown("leaderboard"))


def test_the_page_speaks_german(open_page: Open, client: Client) -> None:
    record(client, "Mira Holt", n=1)
    app = open_page("leaderboard", language="de")
    assert app.title[0].value == "Rangliste"
    assert list(app.dataframe[0].value["why"]) == ["zu wenige, um etwas zu sagen"]


@pytest.mark.usefixtures("board")
def test_a_board_can_be_fixed_to_this_instant(open_page: Open) -> None:
    app = open_page("leaderboard")
    digest = app.code[0].value
    next(one for one in app.button if one.label == "Fix the board to this instant").click().run()
    assert app.query_params["as_of"].startswith("2025-08-12T09:30:00")
    assert app.code[0].value == digest


def test_what_was_said_in_one_outlet_or_in_certain_words_has_a_board_of_its_own(
    open_page: Open, client: Client
) -> None:
    band: dict[str, Any] = {"probability_basis": "hedged", "probability_low": 0.6, "probability_high": 0.9}
    record(client, "Mira Holt", n=1, outlet="Der Tag", hedge="likely", **band)
    record(client, "Jon Ask", n=1, outlet="Die Nacht", reported_by="Ute Lind")
    for asked, author in (
        ({"outlet": "Der Tag"}, "Mira Holt"),
        ({"reported_by": "Ute Lind"}, "Jon Ask"),
        ({"hedge": "likely"}, "Mira Holt"),
        ({"basis": "hedged"}, "Mira Holt"),
    ):
        assert list(open_page("leaderboard", **asked).dataframe[0].value["author"]) == [author]
