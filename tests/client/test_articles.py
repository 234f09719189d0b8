from typing import Any

import pytest

from registry.client import Client, Conflict
from registry.client.articles import MODEL_SECONDS, READING_SECONDS, ArticleMethods
from registry.schemas.articles import ArticleNew

TEXT = "Die Regierung wird das Gesetz bis Ende 2025 beschließen. Der Minister wird im Mai 2026 zurücktreten."
COLUMN = ArticleNew(text=TEXT, byline="Eva Lind", language="de", title="Ausblick", outlet="Morning Post")


def test_an_article_is_read_and_its_candidates_are_decided_on(client: Client) -> None:
    article = client.add_article(COLUMN)
    first, second = client.iter_candidates(state="waiting", page_size=1)
    author = {"author": "Eva Lind", "new_authors": "create"}
    changes = {"made_on": "2025-08-10", "due_on": "2026-05-31"}
    accepted = client.accept_candidate(first.id, author | {"changes": changes}, if_version=first.version)
    assert accepted.prediction.author.name == "Eva Lind"
    client.reject_candidate(second.id, "a wish, not a forecast")
    with pytest.raises(Conflict):
        client.reject_candidates([second.id], "the same")
    assert client.reopen_candidate(second.id).state == "waiting"
    assert client.read_candidate(first.id).prediction_id == accepted.prediction.id
    assert len(client.list_candidates_of_article(article.id).items) == 2


def test_articles_are_listed_and_what_is_known_of_them_is_corrected(client: Client) -> None:
    made = client.add_article(COLUMN)
    client.change_article(made.id, {"title": "Vorschau"}, if_version=made.version)
    assert client.read_article(made.id).title == "Vorschau"
    assert [one.id for one in client.iter_articles("vorschau", page_size=1)] == [made.id]
    assert client.find_candidates_again(made.id, {}).n_unchanged == made.n_candidates


def test_an_article_comes_in_a_file(client: Client) -> None:
    made = client.add_article_file(TEXT.encode(), "ausblick.txt", {"published_on": "2025-08-10"})
    assert made.text.startswith("Die Regierung")
    assert made.published_on is not None


class _Waiting(ArticleMethods):
    """Notes how long it would wait for an answer."""

    def __init__(self) -> None:
        self.waited: list[float | None] = []

    def _write(self, *_: Any, timeout: float | None = None, **__: Any) -> Any:
        self.waited.append(timeout)


@pytest.mark.parametrize("extractor", ["rules", "model"])
def test_a_model_is_given_more_time_to_read_than_the_rules(extractor: str) -> None:
    waiting, expected = _Waiting(), MODEL_SECONDS if extractor == "model" else READING_SECONDS
    waiting.add_article(ArticleNew.model_validate({"text": TEXT, "extractor": extractor}))
    waiting.add_article({"text": TEXT, "extractor": extractor})
    waiting.add_article_file(TEXT.encode(), "ausblick.txt", {"extractor": extractor})
    waiting.find_candidates_again("1", {"extractor": extractor})
    assert waiting.waited == [expected] * 4
