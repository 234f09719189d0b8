"""Events: the lines of history."""

from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from registry.schemas.fields import Moment


class Event(SQLModel):
    """One change, as it was written down in the transaction that made it."""

    id: UUID
    position: int | None = Field(default=None, description="Place in the order of history; null until assigned.")
    at: Moment
    person: str | None = None
    verb: str = Field(description="What was done, such as `judged`.")
    noun: str = Field(description="What it was done to, such as `prediction`.")
    noun_id: UUID
    noun_version: int
    body: dict[str, Any] = Field(description="The full new value; free text appears as `{sha256: ...}`.")
    digest: str = Field(description="SHA-256 of the canonical JSON text of `body`.")
    texts: dict[str, str] = Field(
        default_factory=dict, description="The words behind the hashes, unless they were taken down."
    )
