"""What pydantic found, in the registry's words."""

from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field, ValidationError

from registry.schemas.articles import ArticleNew
from registry.schemas.predictions import PredictionNew
from registry.schemas.track_records import RecordFilter
from registry.schemas.wording import faults_of

WHOLE = {"author": "Ada", "statement": "It will rain.", "made_on": "2025-08-10"}


class Sized(BaseModel):
    """Lists with bounds."""

    names: Annotated[list[str], Field(min_length=2, max_length=3)]


def said(model: type[BaseModel], values: Any) -> dict[str, str]:
    with pytest.raises(ValidationError) as raised:
        model.model_validate(values)
    return {fault.where: fault.message for fault in faults_of(raised.value)}


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ({"criteria": ""}, {"criteria": "must not be empty"}),
        ({"statement": "  "}, {"statement": "must not be empty"}),
        ({"statement": "Rain"}, {"statement": "has 4 characters, at least 5 are needed"}),
        ({"statement": "x" * 4001}, {"statement": "has 4,001 characters, at most 4000 are allowed"}),
        ({"criteria": "x" * 8001}, {"criteria": "has 8,001 characters, at most 8000 are allowed"}),
        ({"tags": ["", "x" * 51]}, {
            "tags.0": "must not be empty", "tags.1": "has 51 characters, at most 50 are allowed",
        }),
        ({"tags": ["x"] * 21}, {"tags": "has 21 entries, at most 20 are allowed"}),
        ({"author": "x" * 201}, {"author": "has 201 characters, at most 200 are allowed"}),
        ({"criterai": "x"}, {"criterai": "is no field of this request; check its spelling"}),
        ({"made_on": "soon"}, {"made_on": "is no day; write the day as YYYY-MM-DD"}),
        ({"made_on": None}, {"made_on": "is no day; write the day as YYYY-MM-DD"}),
        ({"made_on": "2025-08-10T12:00:00Z"}, {"made_on": "is no day; write the day as YYYY-MM-DD"}),
    ],
)  # fmt: skip
def test_a_message_says_what_would_be_right(fields: dict[str, Any], messages: dict[str, str]) -> None:
    assert said(PredictionNew, WHOLE | fields) == messages


@pytest.mark.parametrize("as_of", ["yesterday", "2025-08-10T12:00:00", "2025-08-32", "2025"])
def test_an_instant_is_asked_for_with_its_zone(as_of: str) -> None:
    assert said(RecordFilter, {"as_of": as_of}) == {
        "as_of": "is no instant; write it with its zone, as in 2025-08-10T12:00:00Z"
    }


def test_an_article_without_text_is_told_so() -> None:
    assert said(ArticleNew, {"text": ""}) == {"text": "must not be empty"}


def test_too_few_entries_are_counted() -> None:
    assert said(Sized, {"names": ["a"]}) == {"names": "has 1 entry, at least 2 are needed"}


def test_a_misspelt_field_comes_with_the_one_that_was_meant() -> None:
    with pytest.raises(ValidationError) as raised:
        PredictionNew.model_validate(WHOLE | {"probabilty": 1})
    [fault] = faults_of(raised.value, PredictionNew.model_fields)
    assert fault.where == "probabilty"
    assert fault.suggestions[0] == "probability"
