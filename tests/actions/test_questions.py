from datetime import date, timedelta

import pytest
from sqlmodel import Session

from registry.actions import questions
from registry.actions.acting import Actor
from registry.domain.errors import Conflict, Invalid, Stale
from registry.schemas.questions import Question, QuestionChange, QuestionNew
from tests.databases import NOW

TREATY = "Will the two governments sign a treaty by 15 August 2025?"


def add(session: Session, actor: Actor, wording: str, slug: str | None = None, minutes: int = 0) -> Question:
    new = QuestionNew(wording=wording, slug=slug)
    return questions.add(session, actor, new, now=NOW + timedelta(minutes=minutes))


def test_a_question_gets_a_slug_of_its_wording(session: Session, actor: Actor) -> None:
    assert add(session, actor, TREATY).slug == "will-the-two-governments-sign-a-treaty-by-15-august-2025"
    assert add(session, actor, TREATY).slug.endswith("-2025-2")


def test_a_slug_that_was_asked_for_is_given_or_refused(session: Session, actor: Actor) -> None:
    assert add(session, actor, TREATY, "treaty").slug == "treaty"
    with pytest.raises(Conflict):
        add(session, actor, "Another treaty?", "treaty")


def test_a_window_ends_after_it_begins(session: Session, actor: Actor) -> None:
    backwards = QuestionNew(wording=TREATY, due_from=date(2025, 2, 1), due_on=date(2025, 1, 1))
    with pytest.raises(Invalid) as refused:
        questions.add(session, actor, backwards, now=NOW)
    assert refused.value.faults[0].where == "due_on"


def test_a_change_counts_and_is_refused_when_stale(session: Session, actor: Actor) -> None:
    add(session, actor, TREATY, "treaty")
    change = QuestionChange.model_validate({"due_on": "2025-08-15"})
    changed = questions.change(session, actor, "treaty", change, if_version=1, now=NOW)
    assert (changed.due_on, changed.version) == (date(2025, 8, 15), 2)
    with pytest.raises(Stale):
        questions.change(session, actor, "treaty", change, if_version=1, now=NOW)
