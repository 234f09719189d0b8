"""The installation itself: persons and their keys, health, and history."""

from collections.abc import Iterator
from uuid import UUID

from registry.client.bodies import Body, at
from registry.client.exchange import Exchange
from registry.schemas.events import Event
from registry.schemas.health import Health
from registry.schemas.pages import Page
from registry.schemas.people import Key, KeyWithSecret, Me, Person


class InstallationMethods(Exchange):
    """Methods on who may act, how the registry does, and what was done."""

    def read_health(self) -> Health:
        """Whether the registry does its work; needs no key."""
        return self._read(Health, "/health")

    def read_me(self) -> Me:
        """Whose key is in use, whom it acts for, and which role is in force."""
        return self._read(Me, "/me")

    def list_events(self, after: int | str = 0, *, limit: int | None = None) -> Page[Event]:
        """A page of history in order of position, after that position."""
        return self._read(Page[Event], "/events", after=after, limit=limit)

    def iter_events(self, after: int = 0, *, page_size: int = 200) -> Iterator[Event]:
        """All of history after a position, read page by page."""
        return self._pages(lambda cursor: self.list_events(cursor or after, limit=page_size))

    def list_persons(self, *, cursor: str | None = None, limit: int | None = None) -> Page[Person]:
        """A page of those who may act, by name."""
        return self._read(Page[Person], "/persons", cursor=cursor, limit=limit)

    def iter_persons(self, *, page_size: int = 200) -> Iterator[Person]:
        """Everyone who may act, read page by page."""
        return self._pages(lambda cursor: self.list_persons(cursor=cursor, limit=page_size))

    def create_person(self, new: Body, *, idempotency_key: str | None = None) -> Person:
        """Put a `PersonNew` on record; they act through keys."""
        return self._write(Person, "POST", "/persons", new, idempotency_key=idempotency_key)

    def read_person(self, person_id: UUID | str) -> Person:
        """One person."""
        return self._read(Person, at("persons", person_id))

    def change_person(self, person_id: UUID | str, change: Body, *, if_version: int | None = None) -> Person:
        """Change a person by a `PersonChange`; `disabled` refuses all their keys."""
        return self._write(Person, "PATCH", at("persons", person_id), change, if_version=if_version)

    def list_keys(self, person_id: UUID | str, *, cursor: str | None = None, limit: int | None = None) -> Page[Key]:
        """A page of a person's keys, the oldest first, revoked ones included."""
        return self._read(Page[Key], at("persons", person_id, "keys"), cursor=cursor, limit=limit)

    def issue_key(self, person_id: UUID | str, new: Body) -> KeyWithSecret:
        """Make a key by a `KeyNew`. Its secret is in this answer and never shown again."""
        return self._write(KeyWithSecret, "POST", at("persons", person_id, "keys"), new)

    def revoke_key(self, key_id: UUID | str) -> Key:
        """Refuse a key from now on."""
        return self._write(Key, "POST", at("keys", key_id, "revoke"))
