from registry.client import Client
from tests.dashboard.conftest import Open, words
from tests.dashboard.views.test_inbox import COLUMN


def test_everything_found_is_marked_and_what_became_of_it_is_told(open_page: Open, client: Client) -> None:
    article = client.add_article(COLUMN)
    first, second = client.iter_candidates(state="waiting")
    client.reject_candidate(second.id, "satire")
    client.accept_candidate(first.id, {"author": "Eva Lind", "new_authors": "create"})
    app = open_page("article", id=str(article.id))
    assert sum(str(one.value).count("<mark>") for one in app.html) == 2
    for told in ("satire", "accepted", "Predictions that came of it", "2 candidates found"):
        assert told in words(app)
