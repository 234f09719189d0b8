"""What holds predictions together: questions, collections, imports."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from registry.schemas.collections import CollectionFields
from registry.schemas.fields import UtcDateTime
from registry.schemas.questions import QuestionFields
from registry.storage.tables.registered import new_id


class QuestionRow(QuestionFields, table=True):
    """A question."""

    __tablename__ = "question"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    slug: str = Field(min_length=1, max_length=120, unique=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1, ge=1)


class CollectionRow(CollectionFields, table=True):
    """A collection."""

    __tablename__ = "collection"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    slug: str = Field(min_length=1, max_length=120, unique=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1, ge=1)


class ImportBatchRow(SQLModel, table=True):
    """A file that was taken in. Its name is the evidence of the judgements that came with it."""

    __tablename__ = "import_batch"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    name: str = Field(min_length=1, max_length=500)
    sha256: str = Field(min_length=64, max_length=64)
    person_id: UUID = Field(foreign_key="person.id")
    n_rows: int = Field(default=0, ge=0)
    n_created: int = Field(default=0, ge=0)
    n_unchanged: int = Field(default=0, ge=0)
    created_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
