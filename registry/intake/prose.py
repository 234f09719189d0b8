"""Telling running text from menus, datelines and other furniture, line by line."""

import re
from itertools import takewhile

SENTENCE_END = re.compile(r"[.!?…][\"'“”’»«)]*(\s|$)")
FEWEST_WORDS = 8
MOST_HEAD_LINES = 8


def is_prose(line: str) -> bool:
    """Whether a line reads like part of a text: eight words or more, and a sentence ends in it."""
    return len(line.split()) >= FEWEST_WORDS and bool(SENTENCE_END.search(line))


def prose_length(text: str) -> int:
    """How many characters of `text` stand in lines of prose."""
    return sum(len(line) for line in text.splitlines() if is_prose(line))


def head_lines(text: str) -> list[str]:
    """The lines above the first prose, eight at most: title, byline and date of a page without metadata."""
    return list(takewhile(lambda line: not is_prose(line), text.splitlines()))[:MOST_HEAD_LINES]
