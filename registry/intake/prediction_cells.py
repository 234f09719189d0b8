"""Cells of one import row -> values: numbers as people write them, outcomes, tags.

Each reader takes a cell (text, or a value of JSON) and raises ValueError that says what would be right.
"""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

_YES, _NO = ("yes", None), ("no", None)
OUTCOMES: dict[str, tuple[str, float | None]] = {
    "1": _YES, "yes": _YES, "true": _YES, "1.0": _YES, "0": _NO, "no": _NO, "false": _NO, "0.0": _NO,
    "ja": _YES, "wahr": _YES, "nein": _NO, "falsch": _NO,
    "ambiguous": ("ambiguous", None), "annulled": ("annulled", None),
}  # fmt: skip
_DECIMAL_COMMA = re.compile(r"[+-]?\d*,\d+")


def read_share(cell: Any) -> float:
    """A number from 0 to 1: `0.7`, `0,7`, `70 %` or a number of JSON."""
    if isinstance(cell, bool):
        raise ValueError("must be a number from 0 to 1, not true or false")
    if isinstance(cell, int | float):
        return _in_range(float(cell), str(cell))
    text = str(cell).strip()
    try:
        return _in_range(float(text) if text.isascii() and "_" not in text else _read_written(text), text)
    except ValueError:
        return _in_range(_read_written(text), text)


def read_outcome(cell: Any) -> tuple[str, float | None]:
    """The outcome and, for `partly`, the share: of `1`, `0`, `yes`, `no`, `ambiguous`, `annulled` or a share."""
    text = str(cell).strip().lower()
    if text in OUTCOMES:
        return OUTCOMES[text]
    try:
        share = read_share(cell)
    except ValueError as problem:
        raise ValueError(
            f"“{text}” is no outcome; write 1, 0, yes, no, ambiguous, annulled, or a share between 0 and 1"
        ) from problem
    return {0.0: _NO, 1.0: _YES}.get(share, ("partly", share))


def read_tags(cell: Any) -> list[str]:
    """Tags: a list of JSON, or words with commas, semicolons or bars between them."""
    parts = cell if isinstance(cell, list) else re.split(r"[,;|]", str(cell))
    return [str(part) for part in parts if str(part).strip()]


def read_sense(cell: Any) -> int:
    """+1 or -1."""
    text = str(cell).strip()
    if text not in {"1", "+1", "-1", "1.0", "-1.0"}:
        raise ValueError("is 1 where the statement says yes to its question, -1 where it says no")
    return -1 if text.startswith("-") else 1


def _read_written(text: str) -> float:
    percent = text.endswith("%")
    bare = text.removesuffix("%").strip()
    if _DECIMAL_COMMA.fullmatch(bare):
        bare = bare.replace(",", ".")
    try:
        number = Decimal(bare)
    except InvalidOperation as problem:
        raise ValueError(f"“{text}” is no number; write 0.7 or 70 %") from problem
    # As decimals: 12.3 % is exactly what 0.123 is.
    return float(number / 100 if percent else number)


def _in_range(number: float, text: str) -> float:
    if not 0 <= number <= 1:
        is_percent = 1 < number <= 100 and not text.endswith("%")
        hint = f"; {text} % is written with the sign" if is_percent else ""
        raise ValueError(f"{text} is not between 0 and 1{hint}")
    return number
