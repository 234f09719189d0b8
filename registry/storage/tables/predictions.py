"""Predictions, where they were said, and their tags."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, Text, text
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import AnnulReason, Outcome
from registry.schemas.fields import UtcDateTime
from registry.schemas.mentions import MentionFields
from registry.schemas.predictions import PredictionFields
from registry.storage.tables.registered import new_id

UNRESOLVED = text("outcome IS NULL AND withdrawn_at IS NULL")
UNANNOUNCED = text("flagged_at IS NULL AND outcome IS NULL AND withdrawn_at IS NULL")
UNDATED = text("due_on IS NULL AND outcome IS NULL AND withdrawn_at IS NULL")
ON_RECORD = text("withdrawn_at IS NULL")
WITH_REF = text("ref IS NOT NULL AND withdrawn_at IS NULL")


def _partial(name: str, *columns: str, where: object, unique: bool = False) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


class PredictionRow(PredictionFields, table=True):
    """A prediction, with the outcome of the judgement in force beside it."""

    __tablename__ = "prediction"
    __table_args__ = (
        CheckConstraint("due_on IS NULL OR due_on >= made_on", "due_not_before_made"),
        CheckConstraint("due_from IS NULL OR due_on IS NULL OR due_from <= due_on", "window_in_order"),
        CheckConstraint("due_on IS NOT NULL OR review_on IS NOT NULL", "due_or_review"),
        CheckConstraint("sense IN (-1, 1)", "sense_has_a_sign"),
        CheckConstraint("(probability IS NULL) = (probability_basis IS NULL)", "probability_has_a_basis"),
        CheckConstraint(
            "probability IS NULL OR probability_low IS NULL OR probability_low <= probability",
            "probability_low_in_order",
        ),
        CheckConstraint(
            "probability IS NULL OR probability_high IS NULL OR probability <= probability_high",
            "probability_high_in_order",
        ),
        CheckConstraint("(outcome IS NOT NULL AND outcome = 'partly') = (share IS NOT NULL)", "partly_has_a_share"),
        # With the columns of its own condition, which SQLite would else look up in every row that it counts.
        _partial("ix_prediction_unresolved", "due_at", "id", "outcome", "withdrawn_at", where=UNRESOLVED),
        _partial("ix_prediction_unannounced", "flagged_at", "due_at", "id", where=UNANNOUNCED),
        _partial("ix_prediction_remind", "remind_at", "id", where=UNRESOLVED),
        _partial("uq_prediction_natural_key", "natural_key", where=ON_RECORD, unique=True),
        _partial("uq_prediction_ref", "entered_by_id", "ref", where=WITH_REF, unique=True),
        Index("ix_prediction_author_made", "author_id", "made_on", "id"),
        Index("ix_prediction_made", "made_on", "id"),
        Index("ix_prediction_created", "created_at", "id"),
        Index("ix_prediction_due", "due_at", "id"),
        _partial("ix_prediction_author_unresolved", "author_id", "due_at", where=UNRESOLVED),
        _partial("ix_prediction_undated", "due_at", "id", "due_on", "outcome", "withdrawn_at", where=UNDATED),
        Index(
            "ix_prediction_disputed",
            "due_at",
            "id",
            sqlite_where=text("disputed = 1"),
            postgresql_where=text("disputed"),
        ),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    ref: str | None = Field(default=None, max_length=200)
    natural_key: str = Field(min_length=64, max_length=64)
    entered_by_id: UUID = Field(foreign_key="person.id")
    author_id: UUID = Field(foreign_key="author.id")
    author_id_as_entered: UUID = Field(foreign_key="author.id")
    criteria: str = Field(min_length=1, max_length=8000, sa_type=Text)
    criteria_missing: bool = Field(default=False)
    time_zone: str = Field(min_length=1, max_length=64)
    search_text: str = Field(sa_type=Text)
    peer_key: str | None = Field(default=None, max_length=64, index=True)
    due_at: datetime = Field(sa_type=UtcDateTime)
    due_round: int = Field(default=1, ge=1)
    flagged_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    snoozed_until: date | None = None
    round_began_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    remind_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    outcome: Outcome | None = Field(default=None, sa_type=String(16))
    share: float | None = Field(default=None, ge=0, le=1)
    annul_reason: AnnulReason | None = Field(default=None, sa_type=String(32))
    known_on: date | None = None
    disputed: bool = Field(default=False)
    late: bool = Field(default=False)
    question_id: UUID | None = Field(default=None, foreign_key="question.id", index=True)
    collection_id: UUID | None = Field(default=None, foreign_key="collection.id", index=True)
    revises: UUID | None = Field(default=None, foreign_key="prediction.id", index=True)
    import_batch_id: UUID | None = Field(default=None, foreign_key="import_batch.id", index=True)
    assignee_id: UUID | None = Field(default=None, foreign_key="person.id")
    extractor: str | None = Field(default=None, max_length=50)
    extractor_version: str | None = Field(default=None, max_length=50)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn_reason: str | None = Field(default=None, max_length=2000)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1, ge=1)


class MentionRow(MentionFields, table=True):
    """A place where a claim was made."""

    __tablename__ = "mention"
    __table_args__ = (
        CheckConstraint("(quote_start IS NULL) = (quote_end IS NULL)", "offsets_in_pairs"),
        CheckConstraint("quote_start IS NULL OR quote_start < quote_end", "offsets_in_order"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    prediction_id: UUID = Field(foreign_key="prediction.id", index=True)
    article_id: UUID | None = Field(default=None, foreign_key="article.id", index=True)
    quote_checked: bool = Field(default=False)
    entered_by_id: UUID = Field(foreign_key="person.id")
    created_at: datetime = Field(sa_type=UtcDateTime)


class TagRow(SQLModel, table=True):
    """A word that a prediction is filed under."""

    __tablename__ = "tag"
    __table_args__ = (Index("ix_tag_name", "name", "prediction_id"),)

    prediction_id: UUID = Field(foreign_key="prediction.id", primary_key=True)
    name: str = Field(min_length=1, max_length=50, primary_key=True)
