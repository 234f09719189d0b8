"""Questions: neutral wordings that join predictions about the same event."""

from typing import Annotated

from fastapi import Query

from registry.actions import questions
from registry.api.paging import Paging
from registry.api.preconditions import IfVersion
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.pages import Page
from registry.schemas.questions import Question, QuestionChange, QuestionNew
from registry.storage import questions as stored

router = registry_router("questions")


@router.get("/questions")
def list_questions(
    work: Work,
    paging: Paging,
    q: Annotated[str | None, Query(max_length=200, description="Words of the question.")] = None,
) -> Page[Question]:
    """Questions, the latest first."""
    found = stored.search(work.session, q, paging.cursor, paging.limit)
    return Page[Question](items=stored.present(work.session, found.rows), next_cursor=found.next_cursor)


@router.post("/questions", status_code=201)
def add_question(work: Work, new: QuestionNew) -> Question:
    """Create a question. Predictions join it by `question` and `sense`, in POST or PATCH of a prediction."""
    question = questions.add(work.session, work.actor, new, now=work.now)
    work.created_at(f"/questions/{question.slug}")
    return question


@router.get("/questions/{at}")
def read_question(work: Work, at: str) -> Question:
    """The question of that slug or id. Its predictions: `GET /predictions?question=…`."""
    return stored.present(work.session, [stored.at(work.session, at)])[0]


@router.patch("/questions/{at}")
def change_question(work: Work, at: str, change: QuestionChange, if_version: IfVersion) -> Question:
    """Change a question; its slug stays."""
    return questions.change(work.session, work.actor, at, change, if_version=if_version, now=work.now)
