from typing import Any

import pytest

from registry.intake.prediction_cells import read_outcome, read_sense, read_share, read_tags


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0.7", 0.7), (" 0,7 ", 0.7), ("70 %", 0.7), ("70%", 0.7), ("12,5 %", 0.125), ("12.3%", 0.123), ("0", 0.0),
        ("1", 1.0), (".5", 0.5), (0.25, 0.25), (1, 1.0), ("1e-3", 0.001),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(cell: Any, number: float) -> None:
    assert read_share(cell) == number


@pytest.mark.parametrize("cell", ["70", "-0.1", "nan", "inf", "likely", "0.7.1", "1.000,5", True, "101 %", "0_5", "%"])
def test_what_is_no_number_from_0_to_1_is_refused(cell: Any) -> None:
    with pytest.raises(ValueError):
        read_share(cell)


def test_a_percentage_without_its_sign_is_pointed_out() -> None:
    with pytest.raises(ValueError, match="70 % is written with the sign"):
        read_share("70")
    with pytest.raises(ValueError, match=r"150 % is not between 0 and 1$"):
        read_share("150 %")


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        ("1", ("yes", None)), ("Yes", ("yes", None)), (1, ("yes", None)), (True, ("yes", None)), ("1.0", ("yes", None)),
        ("WAHR", ("yes", None)), ("ja", ("yes", None)), ("FALSCH", ("no", None)), ("Nein", ("no", None)),
        ("0", ("no", None)), ("no", ("no", None)), (False, ("no", None)), ("0.00", ("no", None)), (0.0, ("no", None)),
        ("0.5", ("partly", 0.5)), ("50 %", ("partly", 0.5)), ("ambiguous", ("ambiguous", None)),
    ],
)  # fmt: skip
def test_outcomes_are_yes_no_a_share_or_ambiguous(cell: Any, outcome: tuple[str, float | None]) -> None:
    assert read_outcome(cell) == outcome


@pytest.mark.parametrize("cell", ["maybe", "2", "-1", "void", "nan"])
def test_other_outcomes_are_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="is no outcome"):
        read_outcome(cell)


def test_tags_are_words_with_signs_between_them() -> None:
    assert read_tags("war, peace;elections | ") == ["war", " peace", "elections "]
    assert read_tags(["war", "peace, perhaps"]) == ["war", "peace, perhaps"]


@pytest.mark.parametrize(("cell", "sense"), [("1", 1), ("+1", 1), ("-1", -1), (-1, -1)])
def test_the_sense_has_a_sign(cell: Any, sense: int) -> None:
    assert read_sense(cell) == sense


def test_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="says yes to its question"):
        read_sense("0")
