import pytest

from registry.client import Client
from tests.claims import claim
from tests.dashboard.conftest import Open, words


@pytest.fixture
def on_record(client: Client) -> None:
    for name in ("Mira Holt", "Eva Lind", "Ann Bo"):
        client.record_prediction(claim(author=name, statement=f"It rains, says {name}."))


@pytest.mark.usefixtures("on_record")
def test_an_address_shows_what_it_asks_for(open_page: Open) -> None:
    app = open_page("predictions", text="eva", state="open")
    assert list(app.dataframe[0].value["author"]) == ["Eva Lind"]
    assert app.text_input(key="filter-text").value == "eva"
    assert app.selectbox(key="filter-state").value == "open"


@pytest.mark.usefixtures("on_record")
def test_filters_are_kept_in_the_address(open_page: Open) -> None:
    app = open_page("predictions")
    assert len(app.dataframe[0].value) == 3
    app.text_input(key="filter-author").set_value("Ann Bo").run()
    assert app.query_params["author"] == "Ann Bo"
    assert list(app.dataframe[0].value["author"]) == ["Ann Bo"]


@pytest.mark.usefixtures("on_record")
def test_filters_that_let_nothing_through_can_be_cleared(open_page: Open) -> None:
    app = open_page("predictions", text="snow")
    assert "No prediction fits" in words(app)
    app.button[0].click().run()
    assert len(app.dataframe[0].value) == 3


def test_long_lists_are_read_page_by_page(open_page: Open, client: Client) -> None:
    client.record_predictions([claim(statement=f"It rains on {number} days.") for number in range(60)])
    app = open_page("predictions")
    assert len(app.dataframe[0].value) == 50
    app.button(key="next-page").click().run()
    assert len(app.dataframe[0].value) == 10
