"""Persons and keys as stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Table, bindparam, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.domain.vocabulary import Role
from registry.schemas.people import Key, Person
from registry.storage.keyset import Slice, Sort, read_slice
from registry.storage.tables import ApiKeyRow, PersonRow

BY_NAME = Sort("name", (PersonRow.name, PersonRow.id))
BY_ENTRY = Sort("created", (ApiKeyRow.created_at, ApiKeyRow.id))


_key: Table = ApiKeyRow.__table__  # type: ignore[attr-defined]
_person: Table = PersonRow.__table__  # type: ignore[attr-defined]
_PERSON_COLUMNS = (_person.c.id, _person.c.name, _person.c.role, _person.c.disabled_at)

# Built once and without the ORM: every request asks this first.
_KEY_BY_PREFIX = (
    select_columns(_key.c.id, _key.c.digest, _key.c.revoked_at, _key.c.may_act_for_others, *_PERSON_COLUMNS)
    .join_from(_key, _person)
    .where(_key.c.prefix == bindparam("prefix"))
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in brief, as rights are decided by."""

    person_id: UUID
    name: str
    role: Role
    disabled: bool


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key on record, with the person it belongs to."""

    key_id: UUID
    digest: str
    revoked: bool
    may_act_for_others: bool
    holder: Holder


def find_key(session: Session, prefix: str) -> KnownKey | None:
    """The key that is known by these eight characters."""
    found = session.connection().execute(_KEY_BY_PREFIX, {"prefix": prefix}).first()
    if found is None:
        return None
    key_id, digest, revoked_at, may_act, person_id, name, role, disabled_at = found
    holder = Holder(person_id, name, Role(role), disabled_at is not None)
    return KnownKey(key_id, digest, revoked_at is not None, may_act, holder)


def find_holder(session: Session, name: str) -> Holder | None:
    """The person of that name, in brief."""
    row = session.exec(select(PersonRow).where(col(PersonRow.name) == name)).first()
    if row is None:
        return None
    return Holder(row.id, row.name, Role(row.role), row.disabled_at is not None)


def person_for_change(session: Session, person_id: UUID) -> PersonRow:
    """The person's row, locked. Raises Missing."""
    row = session.exec(select(PersonRow).where(col(PersonRow.id) == person_id).with_for_update()).first()
    if row is None:
        raise Missing(f"There is no person {person_id}.")
    return row


def key_for_change(session: Session, key_id: UUID) -> ApiKeyRow:
    """The key's row, locked. Raises Missing."""
    row = session.exec(select(ApiKeyRow).where(col(ApiKeyRow.id) == key_id).with_for_update()).first()
    if row is None:
        raise Missing(f"There is no key {key_id}.")
    return row


def n_other_admins(session: Session, person_id: UUID) -> int:
    """How many enabled admins there are beside this person."""
    query = select(func.count()).where(
        col(PersonRow.role) == Role.admin,
        col(PersonRow.disabled_at).is_(None),
        col(PersonRow.id) != person_id,
    )
    return session.exec(query).one()


def read_person(session: Session, person_id: UUID) -> Person:
    """One person. Raises Missing."""
    row = session.get(PersonRow, person_id)
    if row is None:
        raise Missing(f"There is no person {person_id}.")
    return present(row)


def read_owner(session: Session, key_id: UUID) -> Person:
    """The person whom a key belongs to. Raises Missing."""
    key = session.get(ApiKeyRow, key_id)
    if key is None:
        raise Missing(f"There is no key {key_id}.")
    return read_person(session, key.person_id)


def read_persons(session: Session, cursor: str | None, limit: int) -> Slice[PersonRow]:
    """Persons by name."""
    return read_slice(session, select(PersonRow), BY_NAME, cursor, limit)


def read_keys(session: Session, person_id: UUID, cursor: str | None, limit: int) -> Slice[ApiKeyRow]:
    """Keys of a person, the oldest first."""
    query = select(ApiKeyRow).where(col(ApiKeyRow.person_id) == person_id)
    return read_slice(session, query, BY_ENTRY, cursor, limit)


def present(row: PersonRow) -> Person:
    """A person as it is read."""
    return Person.model_validate(row, from_attributes=True)


def present_all(rows: Sequence[PersonRow]) -> list[Person]:
    """Persons as they are read."""
    return [present(row) for row in rows]


def present_key(row: ApiKeyRow) -> Key:
    """A key as it is read, without its digest."""
    return Key.model_validate(row, from_attributes=True)
