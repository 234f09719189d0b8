"""Which parts of a text stand in quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]
_PAIRS = {"„": '“”"', "“": "”", "«": "»", "»": "«", "‹": "›", '"': '"', "'": "'", "‘": "’"}
_LONGEST = 3000
_MARK = re.compile("[" + "".join(_PAIRS) + "]")
_ANY_MARK = re.compile("[" + "".join({*_PAIRS, *"".join(_PAIRS.values())}) + "]")
_MORE = re.compile(r"\s*")


def quoted_spans(text: str) -> list[Span]:
    """Spans [start, end) between quotation marks, marks left out; a mark that is never closed opens none."""
    spans: list[Span] = []
    behind = 0
    for match in _MARK.finditer(text):
        at = match.start()
        if at < behind or not _opens(text, at):
            continue
        end = _closing(text, at, match.group())
        if end is not None:
            spans.append((at + 1, end))
            behind = end + 1
    return spans


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and not after.isspace()


def _closing(text: str, at: int, mark: str) -> int | None:
    """Where the quotation that `mark` opens at `at` ends: at its closing mark, in this line or the next.

    A line that is followed by one with a mark of its own at the start is quoted to its end, as print has it.
    """
    limit = min(len(text), at + _LONGEST)
    line_end = text.find("\n", at + 1, limit)
    line_end = line_end if line_end >= 0 else limit
    ends = [i for c in _PAIRS[mark] if (i := _next(text, c, at + 1, line_end)) >= 0]
    if ends or line_end == limit:
        return min(ends, default=None)
    follows = _MORE.match(text, line_end)
    start = follows.end() if follows else line_end
    if text[start : start + 1] == mark:
        return line_end
    return _closing_later(text, start, limit, mark)


def _closing_later(text: str, start: int, limit: int, mark: str) -> int | None:
    """The closing mark in the line that begins at `start`, unless a quotation opens there first."""
    line_end = text.find("\n", start, limit)
    line_end = line_end if line_end >= 0 else limit
    first = _ANY_MARK.search(text, start, line_end)
    if first is None or mark in "'‘" or _opens(text, first.start()) or first.group() not in _PAIRS[mark]:
        return None
    return first.start()


def _next(text: str, closer: str, start: int, limit: int) -> int:
    """Next closing mark; an apostrophe inside a word closes nothing."""
    i = text.find(closer, start, limit)
    while closer in "'’" and 0 <= i < len(text) - 1 and text[i + 1].isalnum():
        i = text.find(closer, i + 1, limit)
    return i


def is_inside(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether more than half of [start, end) lies in one of the sorted spans."""
    i = bisect_right(spans, (start, 1 << 60)) - 1
    near = spans[max(0, i) : i + 3]
    return any(min(e, end) - max(s, start) > (end - start) / 2 for s, e in near if e > start and s < end)
