from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import inspect
from sqlmodel import Session

from registry.actions import articles
from registry.actions.acting import Actor
from registry.domain.errors import Missing
from registry.schemas.articles import Article
from registry.storage.articles import at_addresses, present, row_of, search, superseding, with_text
from tests.databases import NOW
from tests.readings import COLUMN

OTHER = replace(
    COLUMN, text="Something else.", outlet="Evening Post", title=None, addresses=("https://example.org/other",)
)


@pytest.fixture
def both(session: Session, actor: Actor) -> list[Article]:
    first = articles.add(session, actor, replace(COLUMN, title="Großer Ärger"), now=NOW)
    later = NOW + timedelta(minutes=1)
    return [first, articles.add(session, actor, replace(OTHER, extraction=None), now=later)]


@pytest.mark.parametrize(
    ("q", "outlet", "found"),
    [
        (None, None, [1, 0]),
        ("ÄRGER", None, [0]),
        ("vale", None, [1, 0]),
        ("org/OTHER", None, [1]),
        (None, "evening post", [1]),
        ("vale", "Evening Post", [1]),
        ("%", None, []),
    ],
)
def test_articles_are_found_by_their_facts_the_latest_first(
    session: Session, both: list[Article], q: str | None, outlet: str | None, found: list[int]
) -> None:
    rows = search(session, q, outlet, None, 10).rows
    assert [row.id for row in rows] == [both[index].id for index in found]


def test_a_list_leaves_the_texts_where_they_are(session: Session, both: list[Article]) -> None:
    session.expunge_all()
    rows = search(session, None, None, None, 10).rows
    listed = present(session, rows)
    assert all("text" in inspect(row).unloaded for row in rows)
    assert [(brief.n_candidates, brief.n_waiting) for brief in listed] == [(0, 0), (3, 3)]


def test_an_article_is_known_by_text_and_address(session: Session, both: list[Article]) -> None:
    assert with_text(session, both[0].sha256) == both[0].id
    assert with_text(session, "0" * 64) is None
    known = at_addresses(session, ["https://example.org/column", "https://example.org/unknown"])
    assert [row.article_id for row in known] == [both[0].id]
    assert superseding(session, both[0].id) is None


def test_an_article_that_nobody_entered_is_missing(session: Session) -> None:
    with pytest.raises(Missing):
        row_of(session, uuid4())
