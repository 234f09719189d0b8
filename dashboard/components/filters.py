"""Filters of the list of predictions, kept in the address, so that a link shows the same view."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import labels

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
SORTS = ("-created", "due", "-due", "-made", "made")
NAMES = ("text", "state", "author", "tag", "outlet", "collection", "sort", "made_from", "made_to")


def show(collections: Mapping[str, str]) -> dict[str, Any]:
    """The inputs; answers with the filter as the registry wants it. `collections` are names by slug."""
    _written("text", type="search", live="300ms", width="stretch", placeholder=labels.text("filter.text_hint"))
    with st.container(horizontal=True, key="filters"):
        _chosen("state", list(STATES), lambda one: labels.text(f"state.{one}"))
        _written("author")
        _written("tag")
        if collections:
            _chosen("collection", list(collections), collections.__getitem__)
        _chosen("sort", list(SORTS), lambda one: labels.text(f"sort.{one}"), empty=SORTS[0])
    return wanted(st.query_params.to_dict())


def wanted(asked: Mapping[str, str]) -> dict[str, Any]:
    """The filter that an address asks for; what it does not know is left out."""
    found: dict[str, Any] = {name: asked[name] for name in NAMES if name not in {"state", "sort"} and asked.get(name)}
    found |= STATES.get(asked.get("state", ""), {})
    sort = asked.get("sort", SORTS[0])
    return {**found, "sort": sort if sort in SORTS else SORTS[0]}


def _chosen(name: str, options: list[str], told: Any, empty: str | None = None) -> None:
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
        width=190,
    )


def _written(name: str, **options: Any) -> None:
    st.text_input(
        labels.text(f"filter.{name}"),
        key=_mirrored(name, None, ""),
        on_change=_to_address,
        args=(name,),
        **{"width": 190, **options},
    )


def _mirrored(name: str, options: list[str] | None, empty: str | None) -> str:
    """The key of the widget, after what the address asks for was put into it."""
    key = f"filter-{name}"
    asked = st.query_params.get(name, empty)
    st.session_state[key] = asked if options is None or asked in options else empty
    return key


def _to_address(name: str) -> None:
    value = st.session_state.get(f"filter-{name}")
    st.query_params.pop("cursor", None)
    if value:
        st.query_params[name] = str(value)
    else:
        st.query_params.pop(name, None)
