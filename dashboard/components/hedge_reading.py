"""What an author's words say of how sure they are, beside the probability that is to be entered."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import escaping, formats, labels
from dashboard.components.claim_fields import CHANCES
from registry.client import Client, Invalid
from registry.schemas.hedges import HedgeRead

SHORTEST = 8
"""Characters from which words are read."""


def show(client: Client, key: str, words: str, claim: Mapping[str, Any]) -> dict[str, Any]:
    """The reading with its range, and a button that takes it over.

    Answers with what goes on record beside the probability where that is the reading's own.
    """
    if len(words.strip()) < SHORTEST:
        return {}
    try:
        read = client.read_hedge(words)
    except Invalid as refused:
        st.caption(labels.text("hedge.not_read", why=escaping.plain(refused.detail)))
        return {}
    if read.probability is None:
        st.caption(labels.text("hedge.none"))
        return {}
    band = formats.probability(read.probability, read.probability_low, read.probability_high)
    st.caption(labels.text("claim.hedge", hedge=formats.quoted(read.hedge or words), band=band))
    if is_taken(read, claim):
        names = ("hedge", "hedge_table_version", "probability_basis", "polarity")
        return {name: getattr(read, name) for name in names if getattr(read, name) is not None}
    st.button(
        labels.text("hedge.take"), icon=":material/input:", key=f"{key}-take-hedge", on_click=take, args=(key, read)
    )
    return {}


def is_taken(read: HedgeRead, claim: Mapping[str, Any]) -> bool:
    """Whether the probability entered is that of the words."""
    return all(_close(getattr(read, name), claim.get(name)) for name in CHANCES)


def _close(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) < 1e-6


def take(key: str, read: HedgeRead) -> None:
    """Fill the inputs of the probability with what was read."""
    for name in CHANCES:
        value = getattr(read, name)
        st.session_state[f"{key}-{name}"] = None if value is None else round(100 * value, 6)
