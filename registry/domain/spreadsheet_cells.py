"""Cells that a spreadsheet would run as formulas, made harmless, and read back as what they were.

A text that begins with one of `= + - @`, a tab or a carriage return is a formula to most spreadsheets, and a
formula may send the rest of the sheet somewhere. An apostrophe in front makes it text (OWASP, CSV Injection).
One that stands there already gets another, so that nothing is lost when the file is read again.
"""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")


def defused(text: str) -> str:
    """The text as it may stand in a spreadsheet."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_meant(cell: str) -> str:
    """The text that `defused` was given."""
    return cell[1:] if _DEFUSED.match(cell) else cell
