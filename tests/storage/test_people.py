"""Persons and keys as stored."""

from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session

from registry.actions.people import SET_UP, change_person, create_person, issue_key, revoke_key
from registry.domain.errors import Missing
from registry.domain.keys import RANDOM_BYTES
from registry.domain.vocabulary import Role
from registry.schemas.people import KeyNew, PersonChange, PersonNew
from registry.storage import people
from tests.databases import NOW


def changes(**fields: Any) -> PersonChange:
    return PersonChange.model_validate(fields)


def make(session: Session, name: str, role: Role = Role.reader) -> UUID:
    return create_person(session, SET_UP, PersonNew(name=name, role=role), now=NOW).id


def test_persons_are_read_by_name_page_by_page(session: Session) -> None:
    for name in ["Cara", "Ada", "Bert"]:
        make(session, name)
    first = people.read_persons(session, None, 2)
    second = people.read_persons(session, first.next_cursor, 2)
    assert [row.name for row in first.rows + second.rows] == ["Ada", "Bert", "Cara"]
    assert second.next_cursor is None


def test_an_unknown_prefix_finds_no_key(session: Session) -> None:
    assert people.find_key(session, "00000000") is None


def test_a_key_is_found_with_what_decides_over_it(session: Session) -> None:
    person = make(session, "Ada", Role.judge)
    key = issue_key(session, SET_UP, person, KeyNew(), random=bytes(RANDOM_BYTES), now=NOW)
    change_person(session, SET_UP, person, changes(disabled=True), now=NOW)
    revoke_key(session, SET_UP, key.id, now=NOW)
    found = people.find_key(session, key.prefix)
    assert found is not None
    assert (found.key_id, found.revoked, found.holder.disabled) == (key.id, True, True)
    assert people.read_owner(session, key.id).name == "Ada"
    listed = people.read_keys(session, person, None, 10).rows
    assert [people.present_key(row).prefix for row in listed] == [key.prefix]


def test_only_other_enabled_admins_are_counted(session: Session) -> None:
    first = make(session, "first", Role.admin)
    second = make(session, "second", Role.admin)
    make(session, "reader")
    assert people.n_other_admins(session, first) == 1
    change_person(session, SET_UP, second, changes(disabled=True), now=NOW)
    assert people.n_other_admins(session, first) == 0


def test_what_is_not_on_record_is_missing(session: Session) -> None:
    nobody = UUID(int=7)
    for find in (people.read_person, people.read_owner, people.person_for_change, people.key_for_change):
        with pytest.raises(Missing, match=str(nobody)):
            find(session, nobody)
