"""Which parts of a text stand in quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]
_PAIRS = {"„": '“”"', "“": "”", "«": "»", "»": "«", "‹": "›", '"': '"', "'": "'", "‘": "’"}
_LONGEST = 3000
_MARK = re.compile("[" + "".join(_PAIRS) + "]")


def quoted_spans(text: str) -> list[Span]:
    """Spans [start, end) between quotation marks, marks left out; a mark that is never closed opens none."""
    spans: list[Span] = []
    behind = 0
    for match in _MARK.finditer(text):
        at = match.start()
        if at < behind or not _opens(text, at):
            continue
        end = _closing(text, at, _PAIRS[match.group()])
        if end is not None:
            spans.append((at + 1, end))
            behind = end + 1
    return spans


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and not after.isspace()


def _closing(text: str, at: int, closers: str) -> int | None:
    line_end = text.find("\n", at + 1, at + _LONGEST)
    limit = line_end if line_end >= 0 else min(len(text), at + _LONGEST)
    ends = [i for c in closers if (i := _next(text, c, at + 1, limit)) >= 0]
    return min(ends, default=None)


def _next(text: str, closer: str, start: int, limit: int) -> int:
    """Next closing mark; an apostrophe inside a word closes nothing."""
    i = text.find(closer, start, limit)
    while closer in "'’" and 0 <= i < len(text) - 1 and text[i + 1].isalnum():
        i = text.find(closer, i + 1, limit)
    return i


def is_inside(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether more than half of [start, end) lies in one of the sorted spans."""
    i = bisect_right(spans, (start, 1 << 60)) - 1
    return any(min(e, end) - max(s, start) > (end - start) / 2 for s, e in spans[max(0, i) : i + 3])
