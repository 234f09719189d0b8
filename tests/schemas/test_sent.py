from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from sqlmodel import SQLModel

from registry.schemas import (
    articles,
    candidates,
    channels,
    collections,
    filters,
    judgements,
    leaderboards,
    mentions,
    predictions,
    questions,
    reminders,
    repeats,
    sources,
    track_records,
)
from registry.schemas.fields import Moment
from registry.schemas.wording import faults_of

SENT = [
    predictions.PredictionNew, predictions.PredictionChange, predictions.Snooze, judgements.JudgementNew,
    judgements.QuestionJudgementNew, mentions.MentionNew, questions.QuestionNew, collections.CollectionNew,
    articles.ArticleNew, articles.ExtractAgain, candidates.CandidateCorrection, channels.ChannelNew,
    reminders.ReminderScheduleNew, sources.SourceNew, filters.PredictionFilter, leaderboards.LeaderboardFilter,
    track_records.TrackRecordFilter, repeats.ClaimAsked,
]  # fmt: skip


def refused(model: type[SQLModel], name: str, value: Any) -> list[str]:
    try:
        model.model_validate({name: value})
    except ValidationError as problem:
        return [fault.message for fault in faults_of(problem) if fault.where == name]
    return []


@pytest.mark.parametrize("model", SENT)
def test_every_day_and_number_that_is_sent_is_meant_as_one(model: type[SQLModel]) -> None:
    schema = model.model_json_schema()["properties"]
    for name, field in schema.items():
        kinds = {str(one.get("format") or one.get("type")) for one in (field, *field.get("anyOf", ()))}
        if "date" in kinds and "date-time" not in kinds:
            for count in (0, 1735689600, 1.5, True, "0", " 1735689600.0 "):
                assert refused(model, name, count) == ["is no day; write the day as YYYY-MM-DD"], name
            assert refused(model, name, "2025-08-10") == []
        if kinds & {"number", "integer"}:
            assert refused(model, name, True) == ["must be a number, not true or false"], name


@pytest.mark.parametrize("written", [0, 1735689600, True, "0"])
def test_a_count_of_seconds_is_no_instant(written: Any) -> None:
    with pytest.raises(ValidationError, match="is no instant; write it with its zone"):
        TypeAdapter(Moment).validate_python(written)


def test_true_and_false_stay_what_they_are() -> None:
    assert predictions.PredictionChange.model_validate({"muted": True}).muted is True
