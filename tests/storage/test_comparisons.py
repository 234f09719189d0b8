from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from registry.actions import collections, judgements
from registry.actions.acting import Actor
from registry.schemas.collections import CollectionNew
from registry.schemas.comparisons import Comparison
from registry.schemas.track_records import RecordFilter
from registry.storage.authors import at_slug
from registry.storage.comparisons import of_authors
from tests.claims import put_on_record, verdict
from tests.databases import NOW

LATER = NOW + timedelta(days=1)


def say(session: Session, actor: Actor, author: str, probability: float, **fields: object) -> None:
    made = put_on_record(session, actor, author=author, probability=probability, **fields)
    judgements.judge(session, actor, made.id, verdict("yes"), now=LATER)


def compared(session: Session, *slugs: str, as_of: Any = LATER, **wanted: Any) -> Comparison:
    authors = [at_slug(session, slug) for slug in slugs]
    return of_authors(session, authors, RecordFilter.model_validate(wanted), as_of=as_of, now=LATER)


def test_authors_are_compared_with_each_other_and_with_nobody_else(session: Session, actor: Actor) -> None:
    say(session, actor, "Mira Holt", 0.8, tags=["war"])
    say(session, actor, "Jon Ask", 0.4, tags=["war"])
    say(session, actor, "Lea Roth", 0.1)
    found = compared(session, "jon-ask", "mira-holt")
    assert (found.n_questions, [one.author.slug for one in found.authors]) == (1, ["jon-ask", "mira-holt"])
    # 100 · ln(0.4 / 0.8), whatever the third says.
    assert found.authors[0].peer_score_mean == pytest.approx(-69.314718)
    assert found.authors[0].brier == pytest.approx(0.36)
    assert compared(session, "jon-ask", "mira-holt", tag="peace").n_questions == 0
    assert compared(session, "jon-ask", "mira-holt", as_of=NOW).n_questions == 0


def test_separate_collections_are_compared_among_themselves(session: Session, actor: Actor) -> None:
    collections.add(session, actor, CollectionNew(name="Practice", separate=True), now=NOW)
    say(session, actor, "Mira Holt", 0.8, collection="practice")
    say(session, actor, "Jon Ask", 0.4)
    found = compared(session, "jon-ask", "mira-holt")
    assert [(one.n_shared, one.peer_score_mean, one.brier) for one in found.authors] == [(0, None, None)] * 2
