"""Persons and their keys: who may act, and as what."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions.acting import Actor
from registry.actions.changing import apply_changes, changes_of
from registry.actions.clashes import clash_as_conflict
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event
from registry.domain.errors import Conflict, Fault, Unready
from registry.domain.keys import MadeKey, make_key
from registry.domain.vocabulary import Role
from registry.schemas.people import Key, KeyNew, KeyWithSecret, Person, PersonChange, PersonNew
from registry.storage import people as stored
from registry.storage.tables import ApiKeyRow, PersonRow

LOCAL = "local"
"""Name of the person who runs the installation."""

SET_UP = Actor(person_id=None, name="set-up", role=Role.admin)


def create_person(session: Session, actor: Actor, new: PersonNew, *, now: datetime) -> Person:
    """Put a person on record. Raises Conflict where the name is taken."""
    _check_name_free(session, new.name)
    row = PersonRow(**new.model_dump(), created_at=now)
    session.add(row)
    with clash_as_conflict(_taken(new.name)):
        session.flush()
    write_event(session, actor, "created", "person", row, now)
    return stored.present(row)


def change_person(
    session: Session,
    actor: Actor,
    person_id: UUID,
    change: PersonChange,
    *,
    if_version: int | None = None,
    now: datetime,
) -> Person:
    """Change, disable or enable a person.

    Raises Missing, Stale, and Conflict where the name is taken or no enabled admin would be left.
    """
    row = stored.person_for_change(session, person_id)
    check_version(row, if_version, "person")
    changes = _changes(row, change, now)
    if not changes:
        return stored.present(row)
    if "name" in changes:
        _check_name_free(session, changes["name"])
    _check_admin_left(session, row, changes)
    apply_changes(row, changes)
    row.version += 1
    with clash_as_conflict(_taken(row.name)):
        session.flush()
    write_event(session, actor, "changed", "person", row, now)
    return stored.present(row)


def issue_key(
    session: Session, actor: Actor, person_id: UUID, new: KeyNew, *, random: bytes, now: datetime
) -> KeyWithSecret:
    """Make a key for a person. Its secret is kept nowhere.

    `random` is `registry.domain.keys.RANDOM_BYTES` random bytes. Raises Missing, and Conflict where the
    person is disabled.
    """
    person = stored.person_for_change(session, person_id)
    if person.disabled_at is not None:
        raise Conflict(f"{person.name} is disabled; enable them before you make a key for them.")
    return _add_key(session, actor, person, new, make_key(random), now)


def revoke_key(session: Session, actor: Actor, key_id: UUID, *, now: datetime) -> Key:
    """Refuse a key from now on. Revoking it again changes nothing. Raises Missing."""
    row = stored.key_for_change(session, key_id)
    if row.revoked_at is None:
        row.revoked_at = now
        session.flush()
        write_event(session, actor, "revoked", "key", stored.present_key(row), now)
    return stored.present_key(row)


def ensure_local_admin(session: Session, *, random: bytes, now: datetime) -> KeyWithSecret:
    """Make the person who runs this installation, if they are not on record, and a key for them.

    The key may act for others, since the dashboard uses it. Raises Unready where that person was disabled.
    """
    row = session.exec(select(PersonRow).where(col(PersonRow.name) == LOCAL).with_for_update()).first()
    if row is None:
        create_person(session, SET_UP, PersonNew(name=LOCAL, role=Role.admin), now=now)
        row = session.exec(select(PersonRow).where(col(PersonRow.name) == LOCAL)).one()
    if row.disabled_at is not None:
        raise Unready(f"The person `{LOCAL}` was disabled; an admin has to enable them before this installation runs.")
    new = KeyNew(label="this installation", may_act_for_others=True)
    return _add_key(session, SET_UP, row, new, make_key(random), now)


def _add_key(
    session: Session, actor: Actor, person: PersonRow, new: KeyNew, made: MadeKey, now: datetime
) -> KeyWithSecret:
    row = ApiKeyRow(**new.model_dump(), person_id=person.id, prefix=made.prefix, digest=made.digest, created_at=now)
    session.add(row)
    session.flush()
    key = stored.present_key(row)
    write_event(session, actor, "issued", "key", key, now)
    return KeyWithSecret(**key.model_dump(), secret=made.secret)


def _changes(row: PersonRow, change: PersonChange, now: datetime) -> dict[str, Any]:
    fields = change.model_copy()
    fields.model_fields_set.discard("disabled")
    changes = changes_of(row, fields)
    wanted, present = change.disabled, row.disabled_at is not None
    if "disabled" in change.model_fields_set and wanted != present:
        changes["disabled_at"] = now if wanted else None
    return changes


def _check_name_free(session: Session, name: str) -> None:
    if stored.find_holder(session, name) is not None:
        raise Conflict(_taken(name), [Fault("name", "is taken by another person")])


def _taken(name: str) -> str:
    return f"There is a person named {name} already. Choose another name."


def _check_admin_left(session: Session, row: PersonRow, changes: dict[str, Any]) -> None:
    is_admin = row.role == Role.admin and row.disabled_at is None
    role, disabled_at = changes.get("role", row.role), changes.get("disabled_at", row.disabled_at)
    stays_admin = role == Role.admin and disabled_at is None
    if is_admin and not stays_admin and stored.n_other_admins(session, row.id) == 0:
        raise Conflict(f"{row.name} is the last enabled admin. Make someone else an admin first.")
