import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.names import KnownNames, fold, is_near

NEAR = [
    ("Merz", "Friedrich Merz"),
    ("F. Merz", "Friedrich Merz"),
    ("J. D. Vance", "James David Vance"),
    ("Mark Ruttte", "Mark Rutte"),
    ("Rutte, Mark", "Mark Rutte"),
    ("Wolodymyr Selenskij", "Wolodymyr Selenskyj"),
    ("NATO", "nato"),
    ("Żółty-Müller", "Zolty Muller"),
    ("Dr. Mark Rutte", "Mark Rutte"),
    ("Mark Rutte (NATO)", "Mark Rutte"),
    ("Jane Do", "Jane Doe"),
    ("An Lee", "Ann Lee"),
]
APART = [
    ("Forecaster 12", "Forecaster 13"),
    ("Alice A", "Alice B"),
    ("PredictWise Markets", "PredictWise Overall"),
    ("GPT-4", "GPT-4 Turbo"),
    ("Trump", "Trump administration"),
    ("Anna Berg", "Hanno Burg"),
    ("Eva", "Ava"),
    ("Ann Lee", "Ann Roe"),
    ("Dr.", "Prof."),
    ("", "Merz"),
]


@pytest.mark.parametrize(("name", "other"), NEAR)
def test_likely_the_same_author(name: str, other: str) -> None:
    assert is_near(name, other)
    assert is_near(other, name)


@pytest.mark.parametrize(("name", "other"), APART)
def test_two_authors(name: str, other: str) -> None:
    assert not is_near(name, other)
    assert not is_near(other, name)


def test_near_names_are_found_among_many() -> None:
    known = KnownNames([*(f"Forecaster {i}" for i in range(500)), "Friedrich Merz", "Mark Rutte"])
    assert known.near("Merz") == ["Friedrich Merz"]
    assert known.near("Mark Ruttte") == ["Mark Rutte"]
    assert known.near("Forecaster 9999") == []
    assert "Mark Rutte" in known.suggestions("Marc Ruute")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
