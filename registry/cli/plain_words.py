"""Words from outside, made harmless for a terminal."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """The text with control characters shown as U+FFFD: they could rewrite what the terminal shows."""
    return _CONTROLS.sub("\ufffd", text)
