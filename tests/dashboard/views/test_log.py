from datetime import date

from streamlit.testing.v1 import AppTest

from registry.client import Client
from tests.claims import claim
from tests.dashboard.conftest import Open, words


def fill(app: AppTest, author: str, statement: str) -> AppTest:
    app.text_input(key="log-0-name").set_value(author)
    app.text_area(key="log-0-statement").set_value(statement)
    app.date_input(key="log-0-made_on").set_value(date(2025, 8, 10))
    app.date_input(key="log-0-due_on").set_value(date(2025, 12, 31))
    return app.run()


def test_a_prediction_of_a_new_author_is_put_on_record(open_page: Open, client: Client) -> None:
    app = open_page("log")
    assert app.button(key="record").disabled
    fill(app, "Eva Lind", "The bridge will reopen this year.")
    app.text_input(key="log-0-place").set_value("https://example.org/column")
    app.button(key="record").click().run()
    assert not app.exception
    [made] = client.list_predictions().items
    assert (made.author.name, str(made.due_on)) == ("Eva Lind", "2025-12-31")
    assert client.list_mentions(made.id)[0].address == "https://example.org/column"
    assert "On record" in words(app)
    assert app.text_area(key="log-1-statement").value == ""


def test_an_author_is_found_by_an_alias(open_page: Open, client: Client) -> None:
    client.add_author({"name": "Mark Rutte", "aliases": ["NATO chief"]})
    app = open_page("log")
    fill(app, "nato chief", "No agreement will be signed there.")
    assert "Mark Rutte" in words(app)
    app.button(key="record").click().run()
    assert client.list_predictions().items[0].author.slug == "mark-rutte"


def test_a_name_that_is_nearly_known_has_to_be_decided(open_page: Open, client: Client) -> None:
    client.add_author({"name": "Mark Rutte"})
    app = open_page("log")
    fill(app, "Marc Rutte", "No agreement will be signed there.")
    assert app.button(key="record").disabled
    [choice] = [radio for radio in app.radio if "Who is it" in radio.label]
    choice.set_value("mark-rutte").run()
    assert not app.button(key="record").disabled


def test_a_like_prediction_on_record_is_pointed_out(open_page: Open, client: Client) -> None:
    client.record_prediction(claim())
    app = open_page("log")
    fill(app, "Mira Holt", "The two sides will not sign any treaty at the lake summit.")
    assert "already are predictions like this one" in words(app)


def test_what_keeps_a_claim_from_being_judged_is_said(open_page: Open) -> None:
    app = open_page("log")
    fill(app, "", "The economy will do better.")
    assert "A word that nobody can measure: better" in words(app)


def test_a_refused_prediction_loses_nothing(open_page: Open, client: Client) -> None:
    app = open_page("log")
    fill(app, "Eva Lind", "The bridge will reopen this year.")
    app.date_input(key="log-0-due_on").set_value(date(2025, 8, 1)).run()
    app.button(key="record").click().run()
    assert "missing or wrong" in words(app)
    assert app.text_area(key="log-0-statement").value == "The bridge will reopen this year."
    assert client.list_predictions().items == []
