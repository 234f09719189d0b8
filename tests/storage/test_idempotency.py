"""Answers kept for requests that may come again."""

from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from registry.actions.people import SET_UP, create_person
from registry.schemas.people import PersonNew
from registry.storage.idempotency import KeptAnswer, find_answer, keep_answer
from tests.databases import NOW

ANSWER = KeptAnswer("d" * 64, 201, {"etag": '"1"'}, '{"name": "Zoë"}')


@pytest.fixture
def person_id(session: Session) -> UUID:
    return create_person(session, SET_UP, PersonNew(name="Ada"), now=NOW).id


def test_an_answer_is_found_as_it_was_kept(session: Session, person_id: UUID) -> None:
    keep_answer(session, person_id, "k", ANSWER, NOW)
    assert find_answer(session, person_id, "k") == ANSWER


def test_an_answer_belongs_to_one_person_and_key(session: Session, person_id: UUID) -> None:
    other = create_person(session, SET_UP, PersonNew(name="Bert"), now=NOW).id
    keep_answer(session, person_id, "k", ANSWER, NOW)
    assert find_answer(session, person_id, "other") is None
    assert find_answer(session, other, "k") is None


def test_no_key_of_a_person_has_two_answers(session: Session, person_id: UUID) -> None:
    keep_answer(session, person_id, "k", ANSWER, NOW)
    with pytest.raises(IntegrityError):
        keep_answer(session, person_id, "k", ANSWER, NOW)
