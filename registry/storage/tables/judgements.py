"""Judgements and the scores that follow from those in force."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field, SQLModel

from registry.schemas.fields import UtcDateTime
from registry.schemas.judgements import JudgementFields
from registry.storage.tables.registered import new_id


class JudgementRow(JudgementFields, table=True):
    """One person's verdict. Only the three columns of its retraction are ever written later."""

    __tablename__ = "judgement"
    __table_args__ = (
        CheckConstraint("(outcome = 'partly') = (share IS NOT NULL)", "partly_has_a_share"),
        CheckConstraint("(outcome = 'annulled') = (reason IS NOT NULL)", "annulled_has_a_reason"),
        CheckConstraint(
            "evidence_url IS NOT NULL OR archived_url IS NOT NULL"
            " OR coalesce(length(citation), 0) >= 10 OR import_batch_id IS NOT NULL",
            "has_evidence",
        ),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    prediction_id: UUID = Field(foreign_key="prediction.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    known_on_inferred: bool = Field(default=False)
    import_batch_id: UUID | None = Field(default=None, foreign_key="import_batch.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    retracted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    retracted_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    retraction_reason: str | None = Field(default=None, max_length=2000)


class ScoreRow(SQLModel, table=True):
    """Scores of a prediction in whole units of 1e-9, so that sums are exact in any order."""

    __tablename__ = "score"

    prediction_id: UUID = Field(foreign_key="prediction.id", primary_key=True)
    judgement_id: UUID = Field(foreign_key="judgement.id")
    brier_units: int = Field(ge=0, le=10**9, sa_type=BigInteger)
    log_units: int = Field(le=0, sa_type=BigInteger)
    baseline_brier_units: int = Field(ge=0, le=10**9, sa_type=BigInteger)
    score_version: int = Field(ge=1)
    created_at: datetime = Field(sa_type=UtcDateTime)
