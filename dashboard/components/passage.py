"""A quote in the passage that it stands in, highlighted in place."""

from collections.abc import Sequence

import streamlit as st

from dashboard import escaping, labels

BEFORE, AFTER = 320, 900
"""Characters of the article shown before the first quote, few enough that it is seen at once, and after the last."""

MOST = 60_000
"""Characters of an article shown at once; browsers grow slow with more."""


def show(text: str, quotes: Sequence[tuple[int, int]], *, whole: bool = False, height: int = 520) -> None:
    """The article's text around the quotes, each given as [start, end) in characters."""
    with st.container(height=height, border=True):
        st.html(markup(text, quotes, whole=whole))


def markup(text: str, quotes: Sequence[tuple[int, int]], *, whole: bool = False) -> str:
    """HTML of the passage: everything escaped, quotes marked, cuts shown as ellipses."""
    places = in_order(quotes, len(text))
    first, last = span(text, places, whole=whole)
    parts = [] if first == 0 else ["<span class='cut'>…</span> "]
    position = first
    for start, end in places:
        if start < position or end > last:
            continue
        parts.append(escaping.markup(text[position:start]))
        parts.append(f"<mark>{escaping.markup(text[start:end])}</mark>")
        position = end
    parts.append(escaping.markup(text[position:last]))
    if last < len(text):
        parts.append(" <span class='cut'>…</span>")
    label = labels.text("passage.label")
    return f"<div class='passage' role='region' aria-label='{escaping.markup(label)}'>{''.join(parts)}</div>"


def in_order(quotes: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The places that lie inside a text of that length, from first to last."""
    return sorted((start, end) for start, end in quotes if 0 <= start < end <= length)


def span(text: str, places: Sequence[tuple[int, int]], *, whole: bool) -> tuple[int, int]:
    """Which part of the text is shown; it begins and ends between words where it is cut."""
    if not places:
        return 0, min(len(text), MOST)
    if whole and len(text) <= MOST:
        return 0, len(text)
    before, after = (MOST // 2, MOST // 2) if whole else (BEFORE, AFTER)
    first, last = max(0, places[0][0] - before), min(len(text), places[-1][1] + after)
    if first > 0:
        first = text.find(" ", first, places[0][0]) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", places[-1][1], last), places[-1][1])
    return first, min(last, first + MOST)
