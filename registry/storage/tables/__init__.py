"""All tables. Import from here, so that the metadata is complete and the constraints are in place."""

from registry.storage.constraints import add_derived_checks
from registry.storage.tables.articles import ArticleAddressRow, ArticleRow, CandidateRow
from registry.storage.tables.authors import AuthorAliasRow, AuthorRow
from registry.storage.tables.groups import CollectionRow, ImportBatchRow, QuestionRow
from registry.storage.tables.history import EventRow, EventTextRow, IdempotencyRecordRow
from registry.storage.tables.judgements import JudgementRow, ScoreRow
from registry.storage.tables.people import ApiKeyRow, PersonRow
from registry.storage.tables.predictions import MentionRow, PredictionRow, TagRow
from registry.storage.tables.registered import Row, metadata
from registry.storage.tables.reminders import (
    ChannelRow,
    DeliveryRow,
    FeedTokenRow,
    MessageRow,
    ReminderRow,
    ReminderScheduleRow,
)
from registry.storage.tables.rollups import RollupRow
from registry.storage.tables.sources import SourceEntryRow, SourceRow, WatchedHostRow
from registry.storage.tables.work import JobRunRow

ROWS: tuple[type[Row], ...] = (
    PersonRow,
    ApiKeyRow,
    AuthorRow,
    AuthorAliasRow,
    ArticleRow,
    ArticleAddressRow,
    QuestionRow,
    CollectionRow,
    ImportBatchRow,
    PredictionRow,
    CandidateRow,
    MentionRow,
    TagRow,
    JudgementRow,
    ScoreRow,
    RollupRow,
    EventRow,
    EventTextRow,
    ReminderScheduleRow,
    ChannelRow,
    ReminderRow,
    MessageRow,
    DeliveryRow,
    FeedTokenRow,
    SourceRow,
    SourceEntryRow,
    WatchedHostRow,
    IdempotencyRecordRow,
    JobRunRow,
)

for _row in ROWS:
    add_derived_checks(_row)

__all__ = [
    "ROWS",
    "ApiKeyRow",
    "ArticleAddressRow",
    "ArticleRow",
    "AuthorAliasRow",
    "AuthorRow",
    "CandidateRow",
    "ChannelRow",
    "CollectionRow",
    "DeliveryRow",
    "EventRow",
    "EventTextRow",
    "FeedTokenRow",
    "IdempotencyRecordRow",
    "ImportBatchRow",
    "JobRunRow",
    "JudgementRow",
    "MentionRow",
    "MessageRow",
    "PersonRow",
    "PredictionRow",
    "QuestionRow",
    "ReminderRow",
    "ReminderScheduleRow",
    "RollupRow",
    "Row",
    "ScoreRow",
    "SourceEntryRow",
    "SourceRow",
    "TagRow",
    "WatchedHostRow",
    "metadata",
]
