from pathlib import Path

import pytest

from registry.domain.errors import Invalid
from registry.intake.prediction_columns import KNOWN, check_header, column_faults, column_of


def test_headings_are_known_whatever_their_case_and_spaces() -> None:
    assert check_header([" Author", "STATEMENT", "Made on", "deadline"]) == [
        "author", "statement", "made_on", "due_on",
    ]  # fmt: skip


def test_everything_that_is_wrong_with_a_header_is_named() -> None:
    with pytest.raises(Invalid) as raised:
        check_header(["author", "statment", "due_on", "deadline", ""])
    said = [fault.message for fault in raised.value.faults]
    assert [message.split(";")[0] for message in said] == [
        "there is no column “statment”", "a column has no name",
        "the column due_on is there twice (deadline is due_on)",
        "the column statement is missing", "the column made_on is missing",
    ]  # fmt: skip
    assert raised.value.faults[0].suggestions[0] == "statement"


def test_an_unknown_column_is_a_fault_of_its_line() -> None:
    assert [fault.where for fault in column_faults(["author", "autor"], "line 7")] == ["line 7"]
    assert column_of("Outcome ") == "outcome"


def test_every_column_is_explained_where_files_are() -> None:
    explained = Path(__file__).parents[2] / "docs" / "files.md"
    text = explained.read_text("utf-8")
    assert [name for name in sorted(KNOWN) if f"`{name}`" not in text] == []
