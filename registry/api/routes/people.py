"""Persons, their keys, and who the caller is."""

import secrets
from uuid import UUID

from registry.actions import people as actions
from registry.api.paging import Paging
from registry.api.preconditions import IfVersion
from registry.api.registry_route import registry_router
from registry.api.work import UnitOfWork, Work
from registry.domain.errors import NotAuthenticated
from registry.domain.keys import RANDOM_BYTES
from registry.domain.vocabulary import Role
from registry.schemas.pages import Page
from registry.schemas.people import Key, KeyNew, KeyWithSecret, Me, Person, PersonChange, PersonNew
from registry.storage import people as stored

router = registry_router("people")


@router.get("/me")
def read_me(work: Work) -> Me:
    """Who the key in use belongs to, whom it acts for, and which role is in force."""
    actor = work.actor
    if actor.key_id is None:
        raise NotAuthenticated("Without a key you are nobody in particular; send one to see whose it is.")
    owner = stored.read_owner(work.session, actor.key_id)
    acting_for = actor.name if actor.person_id != owner.id else None
    return Me(person=owner, role=actor.role, acting_for=acting_for)


@router.get("/persons")
def list_persons(work: Work, paging: Paging) -> Page[Person]:
    """Everyone who may act, by name. E-mail addresses are shown to admins and to their owner."""
    found = stored.read_persons(work.session, paging.cursor, paging.limit)
    items = [_as_seen(work, person) for person in stored.present_all(found.rows)]
    return Page[Person](items=items, next_cursor=found.next_cursor)


@router.post("/persons", status_code=201)
def create_person(work: Work, new: PersonNew) -> Person:
    """Put a person on record. They act through keys: make one with `POST /persons/{person_id}/keys`."""
    person = actions.create_person(work.session, work.actor, new, now=work.now)
    work.created_at(f"/persons/{person.id}")
    return person


@router.get("/persons/{person_id}")
def read_person(work: Work, person_id: UUID) -> Person:
    """One person."""
    return _as_seen(work, stored.read_person(work.session, person_id))


@router.patch("/persons/{person_id}")
def change_person(work: Work, person_id: UUID, change: PersonChange, if_version: IfVersion) -> Person:
    """Change a person; `disabled` refuses all their keys. One enabled admin always remains."""
    return actions.change_person(work.session, work.actor, person_id, change, if_version=if_version, now=work.now)


@router.get("/persons/{person_id}/keys")
def list_keys(work: Work, person_id: UUID, paging: Paging) -> Page[Key]:
    """A person's keys, the oldest first, revoked ones included. Secrets are never shown again."""
    stored.read_person(work.session, person_id)
    found = stored.read_keys(work.session, person_id, paging.cursor, paging.limit)
    return Page[Key](items=[stored.present_key(row) for row in found.rows], next_cursor=found.next_cursor)


@router.post("/persons/{person_id}/keys", status_code=201)
def issue_key(work: Work, person_id: UUID, new: KeyNew) -> KeyWithSecret:
    """Make a key. `secret` is shown in this answer and never again."""
    work.headers["Cache-Control"] = "no-store"
    random = secrets.token_bytes(RANDOM_BYTES)
    return actions.issue_key(work.session, work.actor, person_id, new, random=random, now=work.now)


@router.post("/keys/{key_id}/revoke")
def revoke_key(work: Work, key_id: UUID) -> Key:
    """Refuse a key from now on; there is no way back."""
    return actions.revoke_key(work.session, work.actor, key_id, now=work.now)


def _as_seen(work: UnitOfWork, person: Person) -> Person:
    if work.actor.role == Role.admin or work.actor.person_id == person.id:
        return person
    return person.model_copy(update={"email": None})
