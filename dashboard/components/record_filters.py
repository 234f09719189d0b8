"""Which predictions a record, a board or a comparison is of: inputs kept in the address."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any

import streamlit as st

from dashboard import escaping, formats, labels
from dashboard.components import address_inputs
from registry.client import Client
from registry.schemas.collections import Collection

NAMES = ("collection", "basis", "as_of", "tag", "kind", "made_from", "made_to", "outlet", "reported_by", "hedge")
MORE = NAMES[3:]
EVERY = "*"
"""Stands in the address for all collections but separate ones, where another one is shown unasked."""


def show(client: Client, collections: Sequence[Collection], *, unasked: str | None = None) -> dict[str, Any]:
    """The inputs; answers with the filter as the registry wants it.

    `unasked` is the collection where the address names none; None for all but separate ones.
    """
    names = {one.slug: one.name for one in collections}
    with st.container(horizontal=True, vertical_alignment="bottom", key="record-filters"):
        if names:
            _collection(names, unasked)
        address_inputs.choose("basis", ("stated", "hedged", "assumed"), lambda one: labels.text(f"basis.{one}"))
        address_inputs.day("as_of")
        with st.popover(_more_label(), icon=":material/tune:"):
            address_inputs.write("tag")
            address_inputs.choose("kind", ("forecast", "conditional"), lambda one: labels.text(f"kind.{one}"))
            address_inputs.day("made_from")
            address_inputs.day("made_to")
            for name in ("outlet", "reported_by", "hedge"):
                address_inputs.write(name)
    found = wanted(st.query_params.to_dict(), unasked)
    return _told_as_of(client, found)


def wanted(asked: Mapping[str, str], unasked: str | None = None) -> dict[str, Any]:
    """The filter that an address asks for."""
    found: dict[str, Any] = {name: asked[name] for name in NAMES if asked.get(name)}
    collection = found.pop("collection", unasked)
    return found if collection in {None, EVERY} else {**found, "collection": collection}


def carried() -> dict[str, str | None]:
    """What a link to another page takes along, so that it shows the same predictions."""
    return {name: st.query_params.get(name) for name in NAMES}


def unmixed(collections: Sequence[Collection]) -> str | None:
    """The collection that a board shows unasked, so that it mixes none: the largest that is not separate.

    None where there is no such one: then all that lies outside of separate collections belongs to none.
    """
    joined = [one for one in collections if not one.separate]
    return max(joined, key=lambda one: one.n_predictions).slug if joined else None


def _collection(names: Mapping[str, str], unasked: str | None) -> None:
    every = labels.text("filter.all_but_separate")
    options = [EVERY, *names] if unasked else list(names)
    address_inputs.choose(
        "collection", options, lambda one: names.get(one, every), empty=unasked, placeholder=every, width=240
    )


def _more_label() -> str:
    n = sum(bool(st.query_params.get(name)) for name in MORE)
    return labels.text("filter.more_used", n=n) if n else labels.text("filter.more")


def _told_as_of(client: Client, found: dict[str, Any]) -> dict[str, Any]:
    """The filter with an instant for a day: its end, or now where that is not over yet."""
    asked = found.get("as_of")
    if asked is None:
        return found
    day = address_inputs.day_of(asked)
    if day is None or len(asked) > len("2025-08-12"):
        told = asked
    else:
        end = datetime.combine(day, time.max, UTC)
        now = client.read_health().now
        told = (now if day == now.astimezone(UTC).date() else end).isoformat()
    st.info(labels.text("author.as_of", moment=_moment(told)), icon=":material/history:")
    return {**found, "as_of": told}


def _moment(told: str) -> str:
    try:
        instant = datetime.fromisoformat(told)
    except ValueError:
        return escaping.plain(told)
    return formats.moment(instant if instant.tzinfo else instant.replace(tzinfo=UTC))
