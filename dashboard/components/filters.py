"""Filters of the list of predictions, kept in the address, so that a link shows the same view."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import escaping, labels

STATES: Mapping[str, Mapping[str, Any]] = {
    "open": {"status": "open"},
    "soon": {"urgency": "soon"},
    "due": {"urgency": "due", "undated": False},
    "overdue": {"urgency": "overdue", "undated": False},
    "review": {"status": "due", "undated": True},
    "disputed": {"disputed": True},
    "resolved": {"status": "resolved"},
    "yes": {"outcome": "yes"},
    "no": {"outcome": "no"},
    "partly": {"outcome": "partly"},
    "ambiguous": {"outcome": "ambiguous"},
    "annulled": {"outcome": "annulled"},
    "withdrawn": {"status": "withdrawn"},
}
SORTS = ("-created", "created", "due", "-due", "-made", "made")
OTHERS = ("question", "outlet", "reported_by", "article", "made_from", "made_to", "due_from", "due_to")
"""Filters without an input of their own; links to the list set them."""
NAMES = ("text", "state", "author", "tag", "collection", "sort", *OTHERS)
_TURNED = ("cursor", "page")
"""What the address says of the page of the list, which another filter makes void."""


def show(collections: Mapping[str, str]) -> dict[str, Any]:
    """The inputs; answers with the filter as the registry wants it. `collections` are names by slug."""
    _written("text", type="search", live="300ms", width="stretch", placeholder=labels.text("filter.text_hint"))
    with st.container(horizontal=True, key="filters"):
        _chosen("state", list(STATES), lambda one: labels.text(f"state.{one}"), width=150)
        _written("author", width=150)
        _written("tag", width=110)
        if collections:
            _chosen("collection", list(collections), collections.__getitem__, width=185)
        _chosen("sort", list(SORTS), lambda one: labels.text(f"sort.{one}"), empty=SORTS[0], width=190)
    _show_others()
    return wanted(st.query_params.to_dict())


def wanted(asked: Mapping[str, str]) -> dict[str, Any]:
    """The filter that an address asks for; what it does not know is left out."""
    found: dict[str, Any] = {name: asked[name] for name in NAMES if name not in {"state", "sort"} and asked.get(name)}
    found |= STATES.get(asked.get("state", ""), {})
    sort = asked.get("sort", SORTS[0])
    return {**found, "sort": sort if sort in SORTS else SORTS[0]}


def _show_others() -> None:
    """Filters that only an address sets, each with a way to drop it."""
    others = {name: value for name in OTHERS if (value := st.query_params.get(name))}
    if not others:
        return
    with st.container(horizontal=True):
        for name, value in others.items():
            words = f"{labels.text(f'filter.{name}')}: {escaping.plain(escaping.shortened(value, 60))}"
            st.button(words, icon=":material/close:", key=f"drop-{name}", on_click=_drop, args=(name,))


def _chosen(name: str, options: list[str], told: Any, *, width: int, empty: str | None = None) -> None:
    key = _mirrored(name, options, empty)
    st.selectbox(
        labels.text(f"filter.{name}"),
        options,
        index=None,
        format_func=told,
        key=key,
        placeholder=labels.text("filter.any"),
        on_change=_to_address,
        args=(name,),
        width=width,
    )


def _written(name: str, **options: Any) -> None:
    st.text_input(
        labels.text(f"filter.{name}"),
        key=_mirrored(name, None, ""),
        on_change=_to_address,
        args=(name,),
        **options,
    )


def _mirrored(name: str, options: list[str] | None, empty: str | None) -> str:
    """The key of the widget, after what the address asks for was put into it."""
    key = f"filter-{name}"
    asked = st.query_params.get(name, empty)
    st.session_state[key] = asked if options is None or asked in options else empty
    return key


def _to_address(name: str) -> None:
    value = st.session_state.get(f"filter-{name}")
    for place in _TURNED:
        st.query_params.pop(place, None)
    if value:
        st.query_params[name] = str(value)
    else:
        st.query_params.pop(name, None)


def _drop(name: str) -> None:
    for place in (name, *_TURNED):
        st.query_params.pop(place, None)


def clear() -> None:
    """Take every filter out of the address."""
    for name in (*NAMES, *_TURNED):
        st.query_params.pop(name, None)
