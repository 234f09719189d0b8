from datetime import timedelta

import pytest
from sqlmodel import Session

from registry.actions import collections, judgements, questions
from registry.actions.acting import Actor
from registry.schemas.collections import CollectionNew
from registry.schemas.questions import QuestionNew
from registry.schemas.track_records import RecordFilter
from registry.storage.authors import at_slug
from registry.storage.peers import of_author
from tests.claims import put_on_record, verdict
from tests.databases import NOW

LATER = NOW + timedelta(days=1)


def say(session: Session, actor: Actor, author: str, probability: float, outcome: str, **fields: object) -> None:
    made = put_on_record(session, actor, author=author, probability=probability, **fields)
    judgements.judge(session, actor, made.id, verdict(outcome), now=LATER)


def scores(session: Session, slug: str, as_of: object = None, **wanted: object) -> list[float]:
    author = at_slug(session, slug).id
    moment = LATER if as_of is None else as_of
    return of_author(session, author, RecordFilter.model_validate(wanted), as_of=moment, now=LATER)  # type: ignore[arg-type]


def test_the_same_words_due_on_the_same_day_are_compared(session: Session, actor: Actor) -> None:
    say(session, actor, "Mira Holt", 0.8, "yes")
    say(session, actor, "Jon Ask", 0.4, "yes", statement="The two sides will  not sign a treaty at the lake summit.")
    say(session, actor, "Lea Roth", 0.4, "yes", due_on="2025-08-16")
    # 100 · ln(0.8 / 0.4)
    assert scores(session, "mira-holt") == [pytest.approx(69.314718)]
    assert scores(session, "jon-ask") == [pytest.approx(-69.314718)]
    assert scores(session, "lea-roth") == []


def test_a_question_joins_opposite_senses(session: Session, actor: Actor) -> None:
    questions.add(session, actor, QuestionNew(wording="Will there be a treaty?"), now=NOW)
    slug = "will-there-be-a-treaty"
    say(session, actor, "Mira Holt", 0.8, "yes", question=slug, sense=-1)
    say(session, actor, "Jon Ask", 0.6, "no", question=slug, statement="There will be a treaty.", sense=1)
    assert scores(session, "mira-holt") == [pytest.approx(69.314718)]


def test_the_filter_narrows_the_author_and_not_the_others(session: Session, actor: Actor) -> None:
    say(session, actor, "Mira Holt", 0.8, "yes", tags=["war"])
    say(session, actor, "Jon Ask", 0.4, "yes")
    assert len(scores(session, "mira-holt", tag="war")) == 1
    assert scores(session, "jon-ask", tag="war") == []


def test_separate_collections_are_compared_among_themselves(session: Session, actor: Actor) -> None:
    collections.add(session, actor, CollectionNew(name="Practice", separate=True), now=NOW)
    say(session, actor, "Mira Holt", 0.8, "yes", collection="practice")
    say(session, actor, "Jon Ask", 0.4, "yes")
    assert scores(session, "jon-ask") == []
    assert scores(session, "mira-holt", collection="practice") == []
    say(session, actor, "Lea Roth", 0.4, "yes", collection="practice")
    assert len(scores(session, "mira-holt", collection="practice")) == 1


def test_what_was_not_judged_yet_is_not_compared(session: Session, actor: Actor) -> None:
    say(session, actor, "Mira Holt", 0.8, "yes")
    say(session, actor, "Jon Ask", 0.4, "yes")
    assert scores(session, "mira-holt", as_of=NOW) == []
