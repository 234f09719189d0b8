"""Authors and every name they resolve by."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from registry.schemas.authors import AuthorFields
from registry.schemas.fields import UtcDateTime
from registry.storage.tables.registered import new_id


class AuthorRow(AuthorFields, table=True):
    """An author."""

    __tablename__ = "author"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    slug: str = Field(min_length=1, max_length=120, unique=True)
    merged_into_id: UUID | None = Field(default=None, foreign_key="author.id", index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1, ge=1)


class AuthorAliasRow(SQLModel, table=True):
    """A name, the shown one included. `folded` is unique, so a name means one author."""

    __tablename__ = "author_alias"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    author_id: UUID = Field(foreign_key="author.id", index=True)
    name: str = Field(min_length=1, max_length=200)
    folded: str = Field(min_length=1, max_length=400, unique=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
