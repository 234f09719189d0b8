from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.duplicates import ClaimRecord, Repeat, find_repeats
from registry.lexicon.repeats import load_repeats

CASES = Path(__file__).parent / "cases"
WORDS = load_repeats()


def pairs(name: str) -> list[tuple[str, ClaimRecord, ClaimRecord]]:
    rows = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pair(language, *row) for language, group in rows.items() for row in group]


def pair(
    language: str, label: str, first: str, second: str, more: dict | None = None
) -> tuple[str, ClaimRecord, ClaimRecord]:
    facts = more or {}
    deny = facts.get("deny")
    old = ClaimRecord(
        "old", "ann", first, language, "no" if deny in ("first", "both") else "yes",
        facts.get("p"), None, facts.get("due"), facts.get("if"),
    )  # fmt: skip
    new = ClaimRecord(
        "new", "ann", second, language, "no" if deny in ("second", "both") else "yes",
        facts.get("q"), None, facts.get("again"), facts.get("then_if"),
    )  # fmt: skip
    return label, old, new


def relation(old: ClaimRecord, new: ClaimRecord) -> str:
    found = find_repeats(new, [old], WORDS)
    return found[0].relation if found else "other"


def figures(name: str) -> tuple[float, float, Counter]:
    """Precision and recall of the named relation over all pairs, and the confusions."""
    table = Counter((label, relation(old, new)) for label, old, new in pairs(name))
    right = sum(n for (label, got), n in table.items() if label == got != "other")
    named = sum(n for (_, got), n in table.items() if got != "other")
    wanted = sum(n for (label, _), n in table.items() if label != "other")
    return right / named, right / wanted, table


@pytest.mark.parametrize("name", ["duplicates.yaml", "duplicates_unseen.yaml"])
def test_repeats_are_named_with_precision_and_recall(name: str) -> None:
    precision, recall, table = figures(name)
    assert precision >= 0.90, table
    assert recall >= 0.80, table


def test_at_least_150_pairs_are_measured() -> None:
    assert len(pairs("duplicates.yaml")) >= 150


RATE = ClaimRecord("a", "ann", "Die EZB wird den Leitzins senken.", "de", probability=0.95, due_on=date(2026, 6, 6))


def again(**changes: object) -> ClaimRecord:
    fields = {name: getattr(RATE, name) for name in RATE.__dataclass_fields__}
    return ClaimRecord(**(fields | {"key": "b"} | changes))


def only(claim: ClaimRecord) -> Repeat:
    (found,) = find_repeats(claim, [RATE], WORDS)
    return found


def test_the_same_claim_is_restated_without_a_difference() -> None:
    found = only(again())
    assert (found.key, found.relation, found.score, found.differences) == ("a", "restates", 1.0, ())


def test_a_lower_probability_is_a_change_with_both_figures() -> None:
    found = only(again(statement="Die EZB könnte den Leitzins senken.", probability=0.42))
    assert found.relation == "changed"
    (part,) = found.differences
    assert (part.part, part.before, part.after) == ("probability", "0.95", "0.42")


def test_a_later_date_is_a_moved_goalpost() -> None:
    found = only(again(due_on=date(2026, 9, 30)))
    assert found.relation == "changed"
    assert [(d.part, d.before, d.after) for d in found.differences] == [("due_on", "2026-06-06", "2026-09-30")]


def test_a_denial_with_the_turned_probability_is_no_change() -> None:
    said = again(polarity="no", statement="Die EZB wird den Leitzins nicht senken.", probability=0.05)
    assert only(said).relation == "restates"


def test_a_sure_denial_contradicts() -> None:
    said = again(polarity="no", statement="Die EZB wird den Leitzins nicht senken.", probability=0.95)
    assert only(said).relation == "contradicts"


def test_a_denial_of_the_opposite_is_no_contradiction() -> None:
    said = again(polarity="no", statement="Die EZB wird den Leitzins nicht erhöhen.", probability=0.95)
    assert only(said).relation == "restates"


def test_other_authors_and_other_languages_are_not_compared() -> None:
    assert find_repeats(again(author="bob"), [RATE], WORDS) == ()
    assert find_repeats(again(language="en"), [RATE], WORDS) == ()
    assert find_repeats(again(language="fr"), [RATE], WORDS) == ()


def test_a_condition_makes_another_claim() -> None:
    assert find_repeats(again(condition="wenn die Inflation sinkt"), [RATE], WORDS) == ()


def test_the_most_alike_comes_first() -> None:
    near = ClaimRecord("c", "ann", "Die EZB wird den Leitzins im Juni überraschend senken.", "de")
    found = find_repeats(again(), [near, RATE], WORDS)
    assert [repeat.key for repeat in found] == ["a", "c"]
    assert found[0].score > found[1].score


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["de", "en"]))
def test_any_two_statements_can_be_compared(first: str, second: str, language: str) -> None:
    old, new = ClaimRecord("a", "x", first, language), ClaimRecord("b", "x", second, language)
    for repeat in find_repeats(new, [old], WORDS):
        assert 0 < repeat.score <= 1
    forth, back = find_repeats(new, [old], WORDS), find_repeats(old, [new], WORDS)
    assert [r.relation for r in forth] == [r.relation for r in back]


@given(st.sampled_from(pairs("duplicates.yaml")))
def test_every_claim_restates_itself(case: tuple[str, ClaimRecord, ClaimRecord]) -> None:
    _, old, _ = case
    assert relation(old, old) == "restates"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("The two sides will never sign a treaty at the lake summit.", "restates"),
        ("The two sides will sign a treaty at the lake summit.", "contradicts"),
        ("It is not the case that the two sides will not sign a treaty at the lake summit.", "contradicts"),
    ],
)
def test_a_polarity_that_nobody_stated_is_read_from_the_denials(statement: str, expected: str) -> None:
    old = ClaimRecord("old", "ann", "The two sides will not sign a treaty at the lake summit.", "en", None)
    assert relation(old, ClaimRecord("new", "ann", statement, "en")) == expected
    assert relation(replace(old, polarity="no"), ClaimRecord("new", "ann", statement, "en")) == expected
