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
    app.button(key="record").click().run()
    assert "Still missing: Author." in words(app)
    [choice] = [radio for radio in app.radio if "Who is it" in radio.label]
    choice.set_value("mark-rutte").run()
    app.button(key="record").click().run()
    assert client.list_predictions().items[0].author.slug == "mark-rutte"


def test_a_press_on_empty_fields_says_what_is_missing(open_page: Open, client: Client) -> None:
    app = open_page("log")
    app.button(key="record").click().run()
    assert "Still missing: Author, Statement, Said on." in words(app)
    assert client.list_predictions().items == []


def test_a_repetition_is_one_more_place_where_it_was_said(open_page: Open, client: Client) -> None:
    known = client.record_prediction(claim(due_on="2025-12-31", probability=None))
    app = open_page("log")
    fill(app, "Mira Holt", "The two sides will not sign any treaty at the lake summit.")
    app.radio(key="log-0-repeats").set_value(str(known.id)).run()
    app.text_input(key="log-0-place").set_value("evening news")
    app.button(key="record").click().run()
    assert "One more place was added" in words(app)
    [place] = client.list_mentions(known.id)
    assert (place.source, str(place.said_on)) == ("evening news", "2025-08-10")


def test_a_moved_date_is_recorded_as_a_revision(open_page: Open, client: Client) -> None:
    known = client.record_prediction(claim())
    app = open_page("log")
    fill(app, "Mira Holt", "The two sides will not sign any treaty at the lake summit.")
    app.radio(key="log-0-repeats").set_value(str(known.id)).run()
    app.button(key="record").click().run()
    assert len(client.read_prediction(known.id).revised_by) == 1


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


def test_the_range_of_a_hedge_is_shown_and_taken_over(open_page: Open, client: Client) -> None:
    app = open_page("log")
    fill(app, "Eva Lind", "The bridge will probably reopen this year.")
    assert "“probably” are read as" in words(app)
    app.button(key="log-0-take-hedge").click().run()
    app.button(key="record").click().run()
    assert not app.exception
    [made] = client.list_predictions().items
    read = client.read_hedge("The bridge will probably reopen this year.")
    assert (made.probability, made.probability_low) == (read.probability, read.probability_low)
    assert (made.probability_basis, made.hedge) == ("hedged", "probably")


def test_a_probability_of_ones_own_is_stated(open_page: Open, client: Client) -> None:
    app = open_page("log")
    fill(app, "Eva Lind", "The bridge will probably reopen this year.")
    app.number_input(key="log-0-probability").set_value(60.0).run()
    app.button(key="record").click().run()
    [made] = client.list_predictions().items
    assert (made.probability, made.probability_basis, made.hedge) == (0.6, "stated", None)
