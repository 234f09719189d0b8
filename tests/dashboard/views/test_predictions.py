import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.prediction_table import TABLE
from registry.client import Client
from tests.claims import claim
from tests.dashboard.conftest import Open, words


@pytest.fixture
def on_record(client: Client) -> None:
    for name in ("Mira Holt", "Eva Lind", "Ann Bo"):
        client.record_prediction(claim(author=name, statement=f"It rains, says {name}."))


def statements(app: AppTest) -> list[str]:
    return list(app.dataframe[0].value["statement"])


@pytest.mark.usefixtures("on_record")
def test_an_address_shows_what_it_asks_for(open_page: Open) -> None:
    app = open_page("predictions", text="eva", state="open")
    assert list(app.dataframe[0].value["author"]) == ["Eva Lind"]
    assert app.text_input(key="filter-text").value == "eva"
    assert app.selectbox(key="filter-state").value == "open"


@pytest.mark.usefixtures("on_record")
def test_filters_are_kept_in_the_address(open_page: Open) -> None:
    app = open_page("predictions", cursor="")
    assert len(app.dataframe[0].value) == 3
    app.text_input(key="filter-author").set_value("Ann Bo").run()
    assert app.query_params["author"] == "Ann Bo"
    assert list(app.dataframe[0].value["author"]) == ["Ann Bo"]


@pytest.mark.usefixtures("on_record")
def test_a_filter_that_only_a_link_sets_is_shown_and_can_be_dropped(open_page: Open) -> None:
    app = open_page("predictions", made_to="2025-08-01")
    assert "No prediction fits" in words(app)
    app.button(key="drop-made_to").click().run()
    assert len(app.dataframe[0].value) == 3


@pytest.mark.usefixtures("on_record")
def test_filters_that_let_nothing_through_can_be_cleared(open_page: Open) -> None:
    app = open_page("predictions", text="snow")
    assert "No prediction fits" in words(app)
    app.button[0].click().run()
    assert len(app.dataframe[0].value) == 3


def test_long_lists_are_read_page_by_page_and_back(open_page: Open, client: Client) -> None:
    client.record_predictions([claim(statement=f"It rains on {number} days.") for number in range(110)])
    app = open_page("predictions", sort="created")
    first = statements(app)
    assert len(first) == 50
    assert "1–50 of 110" in words(app)
    app.button(key="next-page").click().run()
    second = statements(app)
    app.button(key="next-page").click().run()
    assert "101–110 of 110" in words(app)
    assert len({*first, *second, *statements(app)}) == 110
    app.button(key="previous-page").click().run()
    assert statements(app) == second
    app.button(key="previous-page").click().run()
    assert statements(app) == first
    assert not {"cursor", "page"} & app.query_params.keys()


@pytest.mark.usefixtures("on_record")
def test_a_row_that_is_picked_is_shown_in_full_with_the_ways_on(open_page: Open, client: Client) -> None:
    app = open_page("predictions")
    picked = {"selection": {"rows": [], "columns": [], "cells": [(0, "statement")]}}
    app.session_state[f"{TABLE}-0"] = picked
    app.run()
    assert not app.exception
    latest = client.list_predictions().items[0]
    assert {f"id={latest.id}", f"slug={latest.author.slug}"} <= {
        one.proto.query_string for one in app.get("page_link")
    }  # fmt: skip


@pytest.mark.usefixtures("on_record")
def test_all_that_fits_is_taken_away_as_a_file(open_page: Open) -> None:
    app = open_page("predictions", text="eva")
    [download] = app.get("download_button")
    assert download.proto.label == "Download as CSV"
