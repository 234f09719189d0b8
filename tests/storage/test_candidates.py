from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session

from registry.actions import articles, candidates
from registry.actions.acting import Actor
from registry.domain.errors import Missing
from registry.domain.vocabulary import CandidateState
from registry.storage.articles import row_of as article_of
from registry.storage.candidates import CandidateSort, missing_in, of_article, row_of, search, speaker_in
from tests.databases import NOW
from tests.readings import ANONYMOUS, COLUMN, PRICES, RUTTE, SUMMIT


@pytest.fixture
def article_id(session: Session, actor: Actor) -> UUID:
    return articles.add(session, actor, COLUMN, now=NOW).id


def found(session: Session, **wanted: Any) -> list[str]:
    nothing: dict[str, Any] = dict.fromkeys(("state", "article_id", "language", "q", "cursor"))
    asked = nothing | {"sort": CandidateSort.latest, "limit": 10} | wanted
    return [row.statement for row in search(session, **asked).rows]


def test_candidates_are_found_by_each_condition(session: Session, actor: Actor, article_id: UUID) -> None:
    rejected = next(row for row in of_article(session, article_id) if row.statement == RUTTE)
    candidates.reject(session, actor, rejected.id, "a wish", now=NOW)
    assert found(session) == [SUMMIT, RUTTE, PRICES]
    assert found(session, state=CandidateState.waiting) == [SUMMIT, PRICES]
    assert found(session, article_id=article_id, q="PRICES") == [PRICES]
    assert found(session, article_id=uuid4()) == []
    assert found(session, language="en") == [SUMMIT, RUTTE, PRICES]
    assert found(session, q="100%") == []


def test_the_surest_come_first_page_by_page(session: Session, article_id: UUID) -> None:
    nothing: dict[str, Any] = dict.fromkeys(("state", "article_id", "language", "q"))
    first = search(session, **nothing, sort=CandidateSort.surest, cursor=None, limit=2)
    assert [row.statement for row in first.rows] == [SUMMIT, RUTTE]
    assert found(session, sort=CandidateSort.surest, cursor=first.next_cursor) == [PRICES]


def test_what_is_missing_may_come_from_the_article_later(session: Session, actor: Actor) -> None:
    article = article_of(session, articles.add(session, actor, ANONYMOUS, now=NOW).id)
    [row] = of_article(session, article.id)
    assert missing_in(row, article) == ["author", "made_on", "due_on", "criteria"]
    article.byline, article.published_on = "Eva Lind", COLUMN.published_on
    assert missing_in(row, article) == ["due_on", "criteria"]
    assert speaker_in(row, article) == "Eva Lind"


def test_the_byline_does_not_speak_for_others(session: Session, actor: Actor) -> None:
    article = article_of(session, articles.add(session, actor, replace(ANONYMOUS, byline="Eva Lind"), now=NOW).id)
    [row] = of_article(session, article.id)
    row.attributed = True
    assert speaker_in(row, article) is None


def test_a_candidate_that_nobody_found_is_missing(session: Session) -> None:
    with pytest.raises(Missing):
        row_of(session, uuid4())
