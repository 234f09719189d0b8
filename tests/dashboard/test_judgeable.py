from datetime import date

from dashboard.judgeable import points

SHARP = {
    "statement": "The central bank will cut rates in March.",
    "due_on": date(2026, 3, 31),
    "criteria": "Yes if its press release says so.",
    "probability": 0.8,
}


def unmet(**changes: object) -> list[str]:
    return [point.name for point in points({**SHARP, **changes}) if not point.met]


def test_a_sharp_claim_lacks_nothing() -> None:
    assert unmet() == []


def test_each_thing_that_is_missing_is_named() -> None:
    assert unmet(due_on=None) == ["dated"]
    assert unmet(criteria=None, probability=None) == ["criteria", "probability"]
    assert unmet(statement="Rates fall") == ["complete"]
    assert unmet(statement=None) == ["complete"]


def test_a_vague_word_is_pointed_at() -> None:
    [point] = [
        one for one in points({**SHARP, "statement": "The economy will sooner or later do better."}) if not one.met
    ]
    assert (point.name, point.found) == ("precise", "sooner or later")
    assert unmet(statement="Die Wirtschaft wird deutlich wachsen müssen.") == ["precise"]
