"""Persons and keys: created, changed, disabled, revoked, each with its event."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from registry.actions.acting import Actor
from registry.actions.people import (
    LOCAL,
    SET_UP,
    change_person,
    create_person,
    ensure_local_admin,
    issue_key,
    revoke_key,
)
from registry.domain.errors import Conflict, Missing, Stale, Unready
from registry.domain.keys import RANDOM_BYTES, is_key
from registry.domain.vocabulary import Role
from registry.schemas.people import KeyNew, Person, PersonChange, PersonNew
from registry.storage.people import find_key
from registry.storage.tables import EventRow
from tests.databases import NOW

RANDOM = bytes(range(RANDOM_BYTES))
LATER = NOW + timedelta(hours=1)


def changes(**fields: Any) -> PersonChange:
    return PersonChange.model_validate(fields)


def a_person(session: Session, name: str = "Ada Editor", role: Role = Role.judge) -> Person:
    return create_person(session, SET_UP, PersonNew(name=name, role=role), now=NOW)


def history_of(session: Session, noun_id: UUID) -> list[str]:
    query = select(EventRow.verb).where(col(EventRow.noun_id) == noun_id).order_by(col(EventRow.id))
    return list(session.exec(query).all())


def test_a_person_is_put_on_record_with_an_event(session: Session) -> None:
    person = a_person(session)
    assert (person.name, person.role, person.version, person.created_at) == ("Ada Editor", "judge", 1, NOW)
    assert history_of(session, person.id) == ["created"]


def test_no_two_persons_have_one_name(session: Session) -> None:
    a_person(session)
    with pytest.raises(Conflict, match="Ada Editor already"):
        a_person(session)


def test_a_change_counts_the_version_up_and_leaves_the_rest(session: Session) -> None:
    person = a_person(session)
    changed = change_person(session, SET_UP, person.id, changes(role=Role.logger), if_version=1, now=LATER)
    assert (changed.role, changed.name, changed.version) == ("logger", "Ada Editor", 2)
    assert history_of(session, person.id) == ["created", "changed"]


def test_a_change_that_changes_nothing_leaves_no_trace(session: Session) -> None:
    person = a_person(session)
    same = change_person(session, SET_UP, person.id, changes(role=Role.judge, disabled=False), now=LATER)
    assert same.version == 1
    assert history_of(session, person.id) == ["created"]


def test_a_change_of_an_older_version_is_stale(session: Session) -> None:
    person = a_person(session)
    change_person(session, SET_UP, person.id, changes(locale="de"), now=LATER)
    with pytest.raises(Stale):
        change_person(session, SET_UP, person.id, changes(locale="en"), if_version=1, now=LATER)


def test_a_name_of_another_person_cannot_be_taken(session: Session) -> None:
    a_person(session, "Bert")
    person = a_person(session)
    with pytest.raises(Conflict, match="Bert already"):
        change_person(session, SET_UP, person.id, changes(name="Bert"), now=LATER)


def test_a_person_is_disabled_once_and_enabled_again(session: Session) -> None:
    person = a_person(session)
    disabled = change_person(session, SET_UP, person.id, changes(disabled=True), now=LATER)
    again = change_person(session, SET_UP, person.id, changes(disabled=True), now=LATER + timedelta(days=1))
    assert disabled.disabled_at == again.disabled_at == LATER
    enabled = change_person(session, SET_UP, person.id, changes(disabled=False), now=LATER)
    assert enabled.disabled_at is None


@pytest.mark.parametrize("change", [changes(disabled=True), changes(role=Role.judge)])
def test_one_enabled_admin_always_remains(session: Session, change: PersonChange) -> None:
    boss = a_person(session, "Boss", Role.admin)
    with pytest.raises(Conflict, match="last enabled admin"):
        change_person(session, SET_UP, boss.id, change, now=LATER)
    a_person(session, "Second", Role.admin)
    assert change_person(session, SET_UP, boss.id, change, now=LATER).version == 2


def test_nobody_can_be_changed_who_is_not_on_record(session: Session) -> None:
    nobody = UUID(int=1)
    with pytest.raises(Missing):
        change_person(session, SET_UP, nobody, changes(locale="de"), now=NOW)
    with pytest.raises(Missing):
        issue_key(session, SET_UP, nobody, KeyNew(), random=RANDOM, now=NOW)
    with pytest.raises(Missing):
        revoke_key(session, SET_UP, nobody, now=NOW)


def test_a_key_is_known_by_its_digest_only(session: Session) -> None:
    person = a_person(session)
    key = issue_key(session, SET_UP, person.id, KeyNew(label="script"), random=RANDOM, now=NOW)
    known = find_key(session, key.prefix)
    assert known is not None
    assert is_key(key.secret, known.digest)
    assert (known.holder.name, known.holder.role, known.may_act_for_others) == ("Ada Editor", "judge", False)


def test_neither_secret_nor_digest_of_a_key_enters_history(session: Session) -> None:
    person = a_person(session)
    key = issue_key(session, SET_UP, person.id, KeyNew(), random=RANDOM, now=NOW)
    known = find_key(session, key.prefix)
    body = session.exec(select(EventRow.body).where(col(EventRow.noun_id) == key.id)).one()
    assert known is not None
    assert key.secret not in body
    assert known.digest not in body


def test_a_disabled_person_gets_no_key(session: Session) -> None:
    person = a_person(session)
    change_person(session, SET_UP, person.id, changes(disabled=True), now=NOW)
    with pytest.raises(Conflict, match="is disabled"):
        issue_key(session, SET_UP, person.id, KeyNew(), random=RANDOM, now=NOW)


def test_a_revoked_key_keeps_the_instant_of_its_first_revocation(session: Session) -> None:
    person = a_person(session)
    key = issue_key(session, SET_UP, person.id, KeyNew(), random=RANDOM, now=NOW)
    revoke_key(session, SET_UP, key.id, now=NOW)
    assert revoke_key(session, SET_UP, key.id, now=LATER).revoked_at == NOW
    assert history_of(session, key.id) == ["issued", "revoked"]


def test_whoever_runs_the_installation_is_made_once_and_keeps_their_keys(session: Session) -> None:
    first = ensure_local_admin(session, random=RANDOM, now=NOW)
    second = ensure_local_admin(session, random=RANDOM[::-1], now=LATER)
    assert first.person_id == second.person_id
    assert first.may_act_for_others
    known = find_key(session, first.prefix)
    assert known is not None
    assert (known.holder.name, known.holder.role, known.revoked) == (LOCAL, "admin", False)


def test_whoever_runs_the_installation_is_not_enabled_behind_an_admins_back(session: Session) -> None:
    key = ensure_local_admin(session, random=RANDOM, now=NOW)
    a_person(session, "Boss", Role.admin)
    change_person(session, SET_UP, key.person_id, changes(disabled=True), now=NOW)
    with pytest.raises(Unready, match="was disabled"):
        ensure_local_admin(session, random=RANDOM[::-1], now=LATER)


def test_an_event_names_the_person_and_key_that_acted(session: Session) -> None:
    key = ensure_local_admin(session, random=RANDOM, now=NOW)
    actor = Actor(key.person_id, LOCAL, Role.admin, key.id)
    made = create_person(session, actor, PersonNew(name="Bert"), now=NOW)
    event = session.exec(select(EventRow).where(col(EventRow.noun_id) == made.id)).one()
    assert (event.person_id, event.key_id) == (key.person_id, key.id)
