"""Telling running text from furniture."""

import pytest

from registry.intake.prose import head_lines, is_prose, prose_length


@pytest.mark.parametrize(
    "line",
    [
        "The harbour will be dredged before the boats come back.",
        "„Vor Oktober wird hier im Hafen niemand mehr anlegen“, sagte er. Dann ging",
        "Will the bridge be closed before the winter is over?",
    ],
)
def test_sentences_are_prose(line: str) -> None:
    assert is_prose(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Start Politik Verkehr Wetter Sport Kultur Reise Auto Abo",
        "Mehr lesen.",
        "Von Clara Winter",
        "3. Februar 2026",
    ],
)
def test_menus_bylines_and_dates_are_not(line: str) -> None:
    assert not is_prose(line)


def test_only_prose_counts_for_the_length() -> None:
    sentence = "The harbour will be dredged before the boats come back."
    assert prose_length(f"Menu\n{sentence}\nRead more\n{sentence}") == 2 * len(sentence)


def test_the_head_ends_where_the_prose_begins() -> None:
    sentence = "The harbour will be dredged before the boats come back."
    assert head_lines(f"Title\nBy A. Writer\n{sentence}\nShare") == ["Title", "By A. Writer"]
    assert len(head_lines("Menu\n" * 50)) == 8
