from registry.client import Client
from tests.dashboard.conftest import Open, words
from tests.dashboard.views.test_inbox import COLUMN, TEXT


def test_an_article_is_given_as_text(open_page: Open, client: Client) -> None:
    app = open_page("articles")
    app.text_area(key="articles-text").set_value(TEXT)
    app.text_input(key="articles-author").set_value("Eva Lind")
    app.button[0].click().run()
    assert not app.exception
    [article] = client.list_articles().items
    assert (article.byline, article.n_waiting) == ("Eva Lind", 2)


def test_nothing_given_is_asked_for(open_page: Open) -> None:
    app = open_page("articles")
    app.button[0].click().run()
    assert "Paste a text first" in words(app)


def test_the_same_article_twice_is_explained(open_page: Open, client: Client) -> None:
    client.add_article(COLUMN)
    app = open_page("articles")
    app.text_area(key="articles-text").set_value(TEXT)
    app.button[0].click().run()
    assert "clashes with what is on record" in words(app)


def test_what_was_read_is_listed_with_what_waits(open_page: Open, client: Client) -> None:
    client.add_article(COLUMN)
    shown = words(open_page("articles"))
    assert "Ausblick" in shown
    assert "2 waiting" in shown
