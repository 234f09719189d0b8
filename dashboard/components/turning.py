"""Turning the pages of a list. The address names the page; the way back is kept in the session."""

import streamlit as st

from dashboard import formats, labels, links

_BEFORE = "pages-before"


def show(shown: int, size: int, total: int, next_cursor: str | None) -> None:
    """Which of how many are shown, and buttons to the page before and after."""
    cursor = links.asked("cursor")
    number = max(1, _number()) if cursor else 1
    if cursor:
        st.button(
            labels.text("predictions.previous"),
            icon=":material/navigate_before:",
            key="previous-page",
            on_click=turn_to,
            args=(_before().get(cursor), number - 1),
        )
    first = (number - 1) * size + 1
    numbers = {"first": first, "last": first + shown - 1, "n": total}
    st.caption(labels.text("predictions.shown", **{name: formats.number(n) for name, n in numbers.items()}))
    if next_cursor:
        st.button(
            labels.text("predictions.next"),
            icon=":material/navigate_next:",
            key="next-page",
            on_click=go_on,
            args=(cursor, next_cursor, number + 1),
        )


def go_on(cursor: str | None, following: str, number: int) -> None:
    """Show the next page, and remember where it was left."""
    _before()[following] = cursor
    turn_to(following, number)


def turn_to(cursor: str | None, number: int) -> None:
    """Let the address name a page of the list; None for the first."""
    if cursor is None:
        st.query_params.pop("cursor", None)
        st.query_params.pop("page", None)
    else:
        st.query_params.update({"cursor": cursor, "page": str(number)})


def _number() -> int:
    page = links.asked("page") or ""
    return int(page) if page.isdecimal() else 1


def _before() -> dict[str, str | None]:
    before: dict[str, str | None] = st.session_state.setdefault(_BEFORE, {})
    return before
