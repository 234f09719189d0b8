"""Persons, who act, and their keys."""

from uuid import UUID

from sqlalchemy import String
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import Role
from registry.schemas.fields import Line, Moment, TimeZone, UtcDateTime, every_field_optional, examples
from registry.schemas.sent import Sent


class PersonFields(SQLModel):
    """What may be set on a person."""

    name: Line = Field(
        min_length=1,
        max_length=200,
        description="Shown beside everything the person does; unique.",
        schema_extra=examples("Ada Editor"),
    )
    role: Role = Field(
        default=Role.reader,
        sa_type=String(16),
        description="reader < logger < judge < admin; each has the rights of those before it.",
    )
    locale: Line = Field(
        default="en",
        min_length=2,
        max_length=2,
        schema_extra={"pattern": "^(en|de)$"},
        description="Language of messages to the person: en or de.",
    )
    time_zone: TimeZone = Field(
        default="UTC", max_length=64, description="IANA name; days in messages are counted in it."
    )
    email: Line | None = Field(
        default=None,
        max_length=254,
        schema_extra={"pattern": r"^[^@\s]+@[^@\s]+$"},
        description="Where reminders by e-mail go.",
    )


class PersonNew(Sent, PersonFields):
    """A person to create."""

    model_config = {"extra": "forbid"}


@every_field_optional
class PersonChange(Sent, PersonFields):
    """Fields of a person to change."""

    model_config = {"extra": "forbid"}

    disabled: bool = Field(description="Refuse all keys of the person, until it is false again.")


class Person(PersonFields):
    """A person as recorded."""

    id: UUID
    created_at: Moment
    disabled_at: Moment | None = None
    version: int


class KeyFields(SQLModel):
    """What may be set on a key."""

    label: Line = Field(
        default="",
        max_length=100,
        description="What the key is for, so that the right one can be revoked.",
        schema_extra=examples("import script"),
    )
    may_act_for_others: bool = Field(
        default=False,
        description="The key may name a person in `Registry-Act-For`; the lesser of both rights then holds.",
    )


class KeyNew(Sent, KeyFields):
    """A key to create."""

    model_config = {"extra": "forbid"}


class Key(KeyFields):
    """A key as recorded; the secret itself is shown once, when it is made."""

    id: UUID
    person_id: UUID
    prefix: str = Field(description="The eight characters by which the key is known.")
    created_at: Moment = Field(sa_type=UtcDateTime)
    revoked_at: Moment | None = Field(default=None, sa_type=UtcDateTime)


class KeyWithSecret(Key):
    """A new key with its secret. It cannot be shown again."""

    secret: str = Field(description="Send it as `Authorization: Bearer SECRET`.")


class Me(SQLModel):
    """Who the key in use belongs to, and what it may do."""

    person: Person
    role: Role = Field(description="The role in force: the lesser of the key's and the person's.")
    acting_for: str | None = Field(default=None, description="The person acted for, if any.")
