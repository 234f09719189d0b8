"""Articles, where they stand, and the candidates found in them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, Index, String, Text
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import CandidateState, MadeOnBasis
from registry.schemas.articles import LONGEST_TEXT, ArticleFields
from registry.schemas.candidates import CandidateFields
from registry.schemas.fields import UtcDateTime
from registry.storage.tables.registered import new_id


class ArticleRow(ArticleFields, table=True):
    """An article. Its text is never updated."""

    __tablename__ = "article"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    text: str = Field(min_length=1, max_length=LONGEST_TEXT, sa_type=Text)
    n_characters: int = Field(ge=1)
    sha256: str = Field(min_length=64, max_length=64, unique=True)
    published_basis: MadeOnBasis | None = Field(default=None, sa_type=String(16))
    supersedes: UUID | None = Field(default=None, foreign_key="article.id", unique=True)
    notes: list[str] = Field(default_factory=list, sa_type=JSON)
    entered_by_id: UUID = Field(foreign_key="person.id")
    created_at: datetime = Field(sa_type=UtcDateTime, index=True)
    version: int = Field(default=1, ge=1)


class ArticleAddressRow(SQLModel, table=True):
    """An address at which an article stands; one address leads to one article."""

    __tablename__ = "article_address"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    article_id: UUID = Field(foreign_key="article.id", index=True)
    address: str = Field(min_length=8, max_length=2000, unique=True)
    created_at: datetime = Field(sa_type=UtcDateTime)


class CandidateRow(CandidateFields, table=True):
    """A candidate in the inbox, or one that was decided on."""

    __tablename__ = "candidate"
    __table_args__ = (Index("ix_candidate_inbox", "state", "created_at", "id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    article_id: UUID = Field(foreign_key="article.id", index=True)
    state: CandidateState = Field(default=CandidateState.waiting, sa_type=String(16))
    prediction_id: UUID | None = Field(default=None, foreign_key="prediction.id", index=True)
    mention_id: UUID | None = Field(default=None, foreign_key="mention.id")
    decided_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    rejected_reason: str | None = Field(default=None, max_length=500)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1, ge=1)
