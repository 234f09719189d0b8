import httpx
import pytest

from registry.client import Client
from tests.dashboard.conftest import Open, Refused, shown, words
from tests.dashboard.records import record


@pytest.fixture
def authors(client: Client) -> None:
    record(client, "Mira Holt")
    record(client, "Jon Ask", n=4, probability=0.6)


@pytest.mark.usefixtures("authors")
def test_authors_stand_beside_each_other_with_n_and_interval(open_page: Open) -> None:
    said = words(open_page("compare", authors="mira-holt,jon-ask"))
    assert "| | Mira Holt | Jon Ask |" in said
    assert "20 / 20 | 4 / 4" in said
    assert "Jon Ask: too few to tell." in said
    assert "too few to tell |" in said
    assert "on 4 shared questions" in said


@pytest.mark.usefixtures("authors")
def test_authors_are_found_added_and_taken_away_in_the_address(open_page: Open) -> None:
    app = open_page("compare", authors="mira-holt")
    assert "Choose two to five authors" in words(app)
    app.text_input(key="compare-search-1").set_value("jon").run()
    app.button(key="add-jon-ask").click().run()
    assert app.query_params["authors"] == "mira-holt,jon-ask"
    assert "| | Mira Holt | Jon Ask |" in words(app)
    app.button(key="remove-mira-holt").click().run()
    assert app.query_params["authors"] == "jon-ask"


def test_who_shares_no_question_is_not_compared_on_equal_terms(open_page: Open, client: Client) -> None:
    record(client, "Mira Holt", n=1)
    record(client, "Jon Ask", n=1, due_on="2025-08-14")
    assert "They share no judged question" in words(open_page("compare", authors="mira-holt,jon-ask"))


def test_nobody_chosen_is_no_fault(open_page: Open) -> None:
    assert "Choose two to five authors" in words(open_page("compare"))


def test_an_unknown_author_is_told(open_page: Open) -> None:
    assert "There is no such thing on record" in words(open_page("compare", authors="nobody,no-one"))


def test_a_registry_that_is_down_is_told(refused: Refused) -> None:
    refused(httpx.ConnectError("refused"))
    assert "The registry does not answer" in words(shown("compare", authors="a,b"))
