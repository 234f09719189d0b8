"""Persons and their keys."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from registry.schemas.fields import UtcDateTime
from registry.schemas.people import KeyFields, PersonFields
from registry.storage.tables.registered import new_id


class PersonRow(PersonFields, table=True):
    """A person."""

    __tablename__ = "person"
    __table_args__ = (Index("uq_person_name", "name", unique=True),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    disabled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    version: int = Field(default=1, ge=1)


class ApiKeyRow(KeyFields, table=True):
    """A key: found by its prefix, known only by its digest."""

    __tablename__ = "api_key"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    prefix: str = Field(min_length=8, max_length=8, unique=True)
    digest: str = Field(min_length=64, max_length=64)
    created_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
