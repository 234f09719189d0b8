"""Own sentences, as a learner's report card: how many are judged right, and for the plain ones each single one."""

from pathlib import Path

import pytest
import yaml

from registry.domain.extraction.pipeline import extract
from tests.extraction_texts import lexicon

CASES = Path(__file__).parent / "cases"
LEAST_SEEN, LEAST_ASIDE = 0.79, 0.72
# Nobody asks that announcements be returned or not; as forecasts they only cost a reader's time.
MOST_ANNOUNCED = 0.7
LEAST_POLARITY, LEAST_KIND = 0.88, 0.9


def rows(code: str, part: str = "") -> list[dict]:
    return yaml.safe_load((CASES / f"claims_{code}{part}.yaml").read_text(encoding="utf-8"))


def found(code: str, row: dict) -> list:
    return list(extract(row["text"], lexicon=lexicon(), language=code).candidates)


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_there_are_enough_cases_of_both_kinds_in_both_languages() -> None:
    for code in ("de", "en"):
        both = [*rows(code), *rows(code, "_aside")]
        assert len(both) >= 200
        assert 0.3 < share([row["claim"] for row in both]) < 0.7
        assert len(rows(code, "_aside")) * 3 >= len(both) - 3


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize(("part", "least"), [("", LEAST_SEEN), ("_aside", LEAST_ASIDE)])
def test_predictions_are_told_from_other_sentences(code: str, part: str, least: float) -> None:
    asked = [row for row in rows(code, part) if row.get("because") != "announcement"]
    wrong = [row["text"] for row in asked if bool(found(code, row)) != row["claim"]]
    assert 1 - len(wrong) / len(asked) >= least, "\n".join(wrong)


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("part", ["", "_aside"])
def test_announcements_are_not_all_taken_for_forecasts(code: str, part: str) -> None:
    announced = [row for row in rows(code, part) if row.get("because") == "announcement"]
    assert len(announced) >= 20
    taken = [any(one.kind != "announcement" for one in found(code, row)) for row in announced]
    assert share(taken) <= MOST_ANNOUNCED


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("part", ["", "_aside"])
def test_polarity_and_kind_are_right_where_a_prediction_is_found(code: str, part: str) -> None:
    pairs = [(row, hits[0]) for row in rows(code, part) if row["claim"] and (hits := found(code, row))]
    assert share([hit.polarity == row["polarity"] for row, hit in pairs]) >= LEAST_POLARITY
    assert share([(hit.kind == "conditional") == (row["kind"] == "conditional") for row, hit in pairs]) >= LEAST_KIND
