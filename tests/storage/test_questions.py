from datetime import date, timedelta

import pytest
from sqlmodel import Session

from registry.actions import authors, predictions, questions
from registry.actions.acting import Actor
from registry.domain.errors import Missing
from registry.schemas.authors import AuthorNew
from registry.schemas.predictions import PredictionNew
from registry.schemas.questions import Question, QuestionNew
from registry.storage.questions import at, present, search, slug_is_taken
from tests.databases import NOW

TREATY = "Will the two governments sign a treaty by 15 August 2025?"


def add(session: Session, actor: Actor, wording: str, slug: str | None = None, minutes: int = 0) -> Question:
    new = QuestionNew(wording=wording, slug=slug)
    return questions.add(session, actor, new, now=NOW + timedelta(minutes=minutes))


def test_a_question_is_found_by_slug_and_by_id(session: Session, actor: Actor) -> None:
    added = add(session, actor, TREATY, "treaty")
    assert at(session, "treaty").id == at(session, str(added.id)).id == added.id
    with pytest.raises(Missing):
        at(session, "another")


def test_the_latest_questions_come_first_and_words_are_found(session: Session, actor: Actor) -> None:
    for minutes, slug in enumerate(["first", "second", "third"]):
        add(session, actor, f"Kommt es {slug} zum Ärger?", slug, minutes)
    assert [row.slug for row in search(session, "ÄRGER", None, 10).rows] == ["third", "second", "first"]
    assert [row.slug for row in search(session, "second", None, 10).rows] == ["second"]
    assert search(session, "100%", None, 10).rows == []
    first = search(session, None, None, 2)
    assert [row.slug for row in search(session, None, first.next_cursor, 2).rows] == ["first"]


def test_withdrawn_predictions_are_not_counted(session: Session, actor: Actor) -> None:
    authors.add(session, actor, AuthorNew(name="Eva Lind"), now=NOW)
    add(session, actor, TREATY, "treaty")
    assert slug_is_taken(session, "treaty")
    new = PredictionNew(
        author="eva-lind",
        statement="A treaty will be signed.",
        made_on=date(2025, 8, 1),
        due_on=date(2025, 8, 15),
        question="treaty",
    )
    recorded = predictions.record(session, actor, new, now=NOW, zone="UTC")
    assert present(session, [at(session, "treaty")])[0].n_predictions == 1
    predictions.withdraw(session, actor, recorded.id, "entered twice", now=NOW)
    assert present(session, [at(session, "treaty")])[0].n_predictions == 0
