from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from sqlmodel import Session, col, select

from registry.actions import articles
from registry.actions.acting import Actor
from registry.domain.errors import Conflict, Invalid, Stale
from registry.schemas.articles import ArticleChange
from registry.storage.articles import present_whole, row_of
from registry.storage.tables import CandidateRow, EventRow
from tests.databases import NOW
from tests.readings import ANONYMOUS, COLUMN, PRICES, SUMMIT, TEXT

OTHER = replace(COLUMN, text="Something else.", addresses=("https://example.org/other",), extraction=None)


def verbs(session: Session) -> list[str]:
    return [f"{row.noun} {row.verb}" for row in session.exec(select(EventRow).order_by(col(EventRow.id)))]


def test_an_article_goes_on_record_with_its_candidates(session: Session, actor: Actor) -> None:
    added = articles.add(session, actor, COLUMN, now=NOW)
    assert (added.text, added.n_characters, added.addresses) == (
        TEXT,
        len(TEXT),
        ["https://example.org/column"],
    )
    assert (added.n_candidates, added.n_waiting, added.published_basis) == (3, 3, "printed")
    assert verbs(session) == ["article added"] + ["candidate found"] * 3


def test_the_surest_candidate_stands_first_among_the_latest(session: Session, actor: Actor) -> None:
    articles.add(session, actor, COLUMN, now=NOW)
    latest = select(CandidateRow).order_by(col(CandidateRow.created_at).desc(), col(CandidateRow.id).desc())
    statements = [row.statement for row in session.exec(latest)]
    assert (statements[0], statements[-1]) == (SUMMIT, PRICES)


def test_the_same_text_is_refused_with_the_id_on_record(session: Session, actor: Actor) -> None:
    first = articles.add(session, actor, COLUMN, now=NOW)
    with pytest.raises(Conflict, match=str(first.id)) as refused:
        articles.add(session, actor, replace(COLUMN, addresses=("https://example.org/copy",)), now=NOW)
    assert (refused.value.faults[0].where, refused.value.faults[0].suggestions) == ("text", (str(first.id),))


def test_the_same_address_is_refused_with_the_id_on_record(session: Session, actor: Actor) -> None:
    first = articles.add(session, actor, COLUMN, now=NOW)
    with pytest.raises(Conflict, match=str(first.id)) as refused:
        articles.add(session, actor, replace(COLUMN, text="A new text."), now=NOW)
    assert refused.value.faults[0].where == "address"


def test_a_changed_text_supersedes_and_takes_the_address_over(session: Session, actor: Actor) -> None:
    first = articles.add(session, actor, COLUMN, now=NOW)
    changed = replace(COLUMN, text="A new text.", extraction=None)
    second = articles.add(session, actor, changed, supersedes=first.id, now=NOW)
    assert (second.supersedes, second.addresses) == (first.id, ["https://example.org/column"])
    old = present_whole(session, row_of(session, first.id))
    assert (old.text, old.addresses, old.superseded_by) == (TEXT, [], second.id)
    with pytest.raises(Conflict, match=str(second.id)):
        articles.add(session, actor, OTHER, supersedes=first.id, now=NOW)


def test_what_is_superseded_must_be_on_record(session: Session, actor: Actor) -> None:
    with pytest.raises(Invalid) as refused:
        articles.add(session, actor, COLUMN, supersedes=uuid4(), now=NOW)
    assert refused.value.faults[0].where == "supersedes"


def test_facts_are_corrected_and_a_day_that_someone_enters_is_marked(session: Session, actor: Actor) -> None:
    added = articles.add(session, actor, ANONYMOUS, now=NOW)
    change = ArticleChange.model_validate({"published_on": "2025-08-09", "byline": "Eva Lind"})
    changed = articles.change(session, actor, added.id, change, if_version=1, now=NOW)
    assert (changed.published_on, changed.published_basis, changed.byline, changed.version) == (
        date(2025, 8, 9),
        "entered",
        "Eva Lind",
        2,
    )
    with pytest.raises(Stale):
        articles.change(session, actor, added.id, change, if_version=1, now=NOW)
    cleared = articles.change(
        session, actor, added.id, ArticleChange.model_validate({"published_on": None}), if_version=2, now=NOW
    )
    assert cleared.published_basis is None
