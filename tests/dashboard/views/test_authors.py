from registry.client import Client
from tests.dashboard.conftest import Open, words


def test_authors_are_found_by_any_name(open_page: Open, client: Client) -> None:
    client.add_authors([{"name": "Mark Rutte", "aliases": ["NATO chief"]}, {"name": "Eva Lind"}])
    app = open_page("authors")
    assert "Eva Lind" in words(app)
    app.text_input(key="authors-search").set_value("nato").run()
    assert "Mark Rutte" in words(app)
    assert "Eva Lind" not in words(app)
    app.text_input(key="authors-search").set_value("zzz").run()
    assert "No author has a name like this" in words(app)
