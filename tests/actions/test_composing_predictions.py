from datetime import date
from typing import Any
from uuid import UUID

import pytest

from registry.actions.composing_predictions import LONGEST_QUOTE, compose, quotes_of
from registry.domain.errors import Invalid
from registry.domain.vocabulary import MadeOnBasis
from registry.schemas.candidates import CandidateAccept
from registry.schemas.predictions import PredictionNew
from registry.storage.tables import ArticleRow, CandidateRow
from tests.databases import NOW

SOMEBODY = UUID(int=1)
ARTICLE = ArticleRow(
    text="It will probably rain. " * 500,
    n_characters=11500,
    sha256="0" * 64,
    outlet="Morning Post",
    published_on=date(2025, 8, 10),
    published_basis=MadeOnBasis.printed,
    entered_by_id=SOMEBODY,
    created_at=NOW,
)


def found(**fields: Any) -> CandidateRow:
    place = {"statement": "It will probably rain.", "quotes": [[0, 22]], "extractor": "rules", "extractor_version": "1"}
    return CandidateRow(**(place | fields), article_id=ARTICLE.id, created_at=NOW)


def composed(row: CandidateRow, **changes: Any) -> PredictionNew:
    return compose(row, ARTICLE, CandidateAccept.model_validate({"changes": changes}), "Eva Lind", [])


def test_what_the_candidate_says_is_carried_over() -> None:
    row = found(due_on=date(2025, 9, 1), due_text="by September", due_rule="month", grade="sharp", language="en")
    made = composed(row)
    assert (made.author, made.statement, made.grade, made.language) == (
        "Eva Lind",
        "It will probably rain.",
        "sharp",
        "en",
    )
    assert (made.due_on, made.due_text, made.due_rule) == (date(2025, 9, 1), "by September", "month")


@pytest.mark.parametrize(
    ("candidate_day", "change", "day", "basis"),
    [
        (None, {}, date(2025, 8, 10), "printed"),
        (date(2025, 8, 9), {}, date(2025, 8, 9), "printed"),
        (None, {"made_on": "2025-08-10"}, date(2025, 8, 10), "printed"),
        (None, {"made_on": "2025-08-08"}, date(2025, 8, 8), "entered"),
        (None, {"made_on": "2025-08-08", "made_on_basis": "archived"}, date(2025, 8, 8), "archived"),
    ],
)
def test_the_day_comes_with_how_it_is_known(
    candidate_day: date | None, change: dict[str, str], day: date, basis: str
) -> None:
    made = composed(found(made_on=candidate_day), **change)
    assert (made.made_on, made.made_on_basis) == (day, basis)


def test_without_any_day_a_person_has_to_say_when_it_was_said() -> None:
    undated = ArticleRow(**{**ARTICLE.model_dump(), "published_on": None, "published_basis": None})
    with pytest.raises(Invalid) as refused:
        compose(found(), undated, CandidateAccept(), "Eva Lind", [])
    assert refused.value.faults[0].where == "changes.made_on"


def test_a_window_that_a_person_sets_was_read_by_no_rule() -> None:
    made = composed(found(due_on=date(2025, 9, 1), due_rule="month"), due_on="2025-09-02")
    assert (made.due_on, made.due_rule) == (date(2025, 9, 2), None)


def test_a_condition_makes_a_conditional_and_its_removal_a_forecast() -> None:
    assert composed(found(), condition="if the wind turns").kind == "conditional"
    assert composed(found(kind="conditional", condition="if it snows"), condition=None).kind == "forecast"


def test_a_quote_is_no_longer_than_a_mention_takes() -> None:
    [mention] = quotes_of(found(quotes=[[0, 11_000]]), ARTICLE, "Thorsten Vale")
    assert (mention.quote_start, mention.quote_end, len(mention.quote or "")) == (0, LONGEST_QUOTE, LONGEST_QUOTE)
    assert (mention.outlet, mention.reported_by, mention.said_on) == (
        "Morning Post",
        "Thorsten Vale",
        date(2025, 8, 10),
    )


LATER = {"made_on": date(2025, 8, 10), "review_on": date(2026, 2, 6), "horizon_on": date(2027, 8, 10)}


@pytest.mark.parametrize(
    ("changes", "review_on", "horizon_on"),
    [
        ({}, date(2026, 2, 6), date(2027, 8, 10)),
        ({"due_on": "2025-09-02"}, None, None),
        ({"made_on": "2025-08-08"}, date(2026, 2, 4), date(2027, 8, 8)),
        ({"review_on": "2026-01-01"}, date(2026, 1, 1), date(2027, 8, 10)),
        ({"review_on": "2028-01-01"}, date(2028, 1, 1), date(2028, 1, 1)),
        ({"horizon_on": "2026-12-31"}, date(2026, 2, 6), date(2026, 12, 31)),
    ],
)
def test_the_days_to_look_again_come_along_unless_a_person_dates_the_claim(
    changes: dict[str, str], review_on: date | None, horizon_on: date | None
) -> None:
    made = composed(found(**LATER), **changes)
    assert (made.review_on, made.horizon_on) == (review_on, horizon_on)


@pytest.mark.parametrize(
    ("row", "probability", "said"),
    [
        ({"probability": 0.4, "probability_low": 0.25, "probability_high": 0.5}, 0.1, ("assumed", 0.1, 0.1)),
        ({"probability": 0.4, "probability_low": 0.25, "probability_high": 0.5}, 0.3, ("assumed", 0.25, 0.5)),
        ({"probability": 0.4, "probability_low": 0.25, "probability_high": 0.5}, 0.4, ("hedged", 0.25, 0.5)),
        ({}, 0.85, ("assumed", 0.85, 0.85)),
        ({"probability": 0.7, "probability_basis": "stated"}, 0.75, ("stated", None, None)),
    ],
)
def test_a_reviewers_reading_is_told_from_what_stands_in_the_text(
    row: dict[str, Any], probability: float, said: tuple[str, float, float]
) -> None:
    hedged = {"probability_basis": "hedged", "hedge_table_version": "1"} if "probability_low" in row else {}
    made = composed(found(**(hedged | row)), probability=probability)
    assert (made.probability, made.probability_basis, made.probability_low, made.probability_high) == (
        probability,
        *said,
    )
