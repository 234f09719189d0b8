"""Inputs whose values stand in the address, so that a link shows the same view.

Before each run a widget takes what the address says; when somebody changes it, the address follows.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from dashboard import formats, labels

WIDTH = 190


def choose(
    name: str,
    options: Sequence[str],
    told: Callable[[str], str],
    *,
    empty: str | None = None,
    placeholder: str | None = None,
    width: int = WIDTH,
) -> str | None:
    """One of the options, or None; what the address asks for counts only where it is one of them."""
    key, asked = _key(name), st.query_params.get(name)
    st.session_state[key] = asked if asked in options else empty
    return st.selectbox(
        labels.text(f"filter.{name}"),
        options,
        index=None,
        format_func=told,
        key=key,
        placeholder=placeholder or labels.text("filter.any"),
        on_change=_to_address,
        args=(name,),
        width=width,
    )


def write(name: str) -> str | None:
    """A text."""
    st.session_state[_key(name)] = st.query_params.get(name, "")
    shown = labels.text(f"filter.{name}")
    value = st.text_input(shown, key=_key(name), on_change=_to_address, args=(name,), width=WIDTH)
    return value or None


def day(name: str) -> date | None:
    """A day; an address that names none is as good as none."""
    st.session_state[_key(name)] = day_of(st.query_params.get(name, ""))
    shown, form = labels.text(f"filter.{name}"), formats.day_input()
    picked: Any = st.date_input(
        shown, key=_key(name), format=form, on_change=_to_address, args=(name,), width=WIDTH,
        min_value=date(1900, 1, 1), max_value=date(2100, 12, 31),
    )  # fmt: skip
    return picked if isinstance(picked, date) else None


def number(name: str, *, most: int) -> int:
    """A whole number from 0 to `most`; 0 where the address names none."""
    asked = st.query_params.get(name, "")
    st.session_state[_key(name)] = min(int(asked), most) if asked.isdecimal() else 0
    shown = labels.text(f"filter.{name}")
    value = st.number_input(shown, 0, most, key=_key(name), on_change=_to_address, args=(name,), width=WIDTH)
    return int(value)


def day_of(text: str) -> date | None:
    """The day at the beginning of a text such as 2025-08-12 or 2025-08-12T09:30:00Z."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def put(name: str, value: object) -> None:
    """Let the address say it; nothing, 0 or an empty text is taken out of it."""
    if value:
        st.query_params[name] = str(value)
    else:
        st.query_params.pop(name, None)


def _key(name: str) -> str:
    return f"record-{name}"


def _to_address(name: str) -> None:
    # Pages of a list that was another one are none of this.
    st.query_params.pop("offset", None)
    put(name, st.session_state.get(_key(name)))
