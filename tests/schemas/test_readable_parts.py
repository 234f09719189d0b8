"""How far a prediction can be read that cannot be read as a whole."""

from typing import Any

import pytest

from registry.schemas.readable_parts import read

WHOLE = {"author": "Ada", "statement": "It will rain.", "made_on": "2025-08-10", "due_on": "2025-08-15"}


def test_a_sound_prediction_is_wholly_known() -> None:
    part, faults = read(WHOLE, "own")
    assert part is not None
    assert (part.prediction.ref, part.unsure, faults) == (None, frozenset(), [])


@pytest.mark.parametrize(
    ("fields", "known", "unknown"),
    [
        ({"probability": 7}, ["author", "due_on", "statement"], ["probability", "probability_low", "condition"]),
        ({"due_on": "soon"}, ["author", "probability"], ["due_on", "made_on", "horizon_on", "statement"]),
        ({"probabilty": 0.5}, ["author", "due_on"], ["probability", "probability_basis"]),
        ({"new_authors": "perhaps"}, ["due_on"], ["author"]),
        ({"tags": ["x" * 51]}, ["author", "due_on", "statement", "probability"], ["tags"]),
        ({"source_url": "ftp://example.org"}, ["author", "due_on"], ["mentions.0.quote", "statement"]),
    ],
)
def test_nothing_is_known_of_what_hangs_on_a_faulty_field(
    fields: dict[str, Any], known: list[str], unknown: list[str]
) -> None:
    part, faults = read(WHOLE | fields, "own")
    assert part is not None
    assert faults
    assert [place for place in known if not part.knows(place)] == []
    assert [place for place in unknown if part.knows(place)] == []


def test_what_cannot_be_told_apart_is_like_nothing_on_record() -> None:
    part, _ = read({"author": "Ada"}, "own")
    assert part is not None
    assert (part.prediction.author, part.prediction.ref) == ("Ada", "own")


def test_fields_left_out_unread_are_unsure_too() -> None:
    part, faults = read(WHOLE, "own", ["probability"])
    assert part is not None
    assert (faults, part.knows("probability_low"), part.knows("due_on")) == ([], False, True)


@pytest.mark.parametrize("sent", ["a prediction", None, 7, []])
def test_what_is_no_prediction_at_all_has_no_part(sent: Any) -> None:
    part, faults = read(sent, "own")
    assert part is None
    assert [fault.where for fault in faults] == [""]
