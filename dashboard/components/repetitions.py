"""Predictions on record that a new claim may only repeat."""

from collections.abc import Iterable

import streamlit as st
from rapidfuzz import fuzz

from dashboard import escaping, formats, labels
from registry.client import Client
from registry.schemas.predictions import Prediction

ALIKE = 55.0
"""Likeness in percent from which one is shown: low, since a person decides."""
SEARCHED = 100


def likely(client: Client, author: str, statement: str, most: int = 3) -> list[Prediction]:
    """Unresolved or resolved predictions of the author that are like the statement, the likest first."""
    found = client.list_predictions({"author": author}, limit=SEARCHED).items
    return ranked(found, statement)[:most]


def ranked(found: Iterable[Prediction], statement: str) -> list[Prediction]:
    """Those that are like the statement, the likest first."""
    scored = [(fuzz.token_set_ratio(one.statement.lower(), statement.lower()), one) for one in found]
    alike = [(score, one) for score, one in scored if score >= ALIKE]
    return [one for _, one in sorted(alike, key=lambda pair: pair[0], reverse=True)]


def choose(found: list[Prediction], key: str) -> Prediction | None:
    """A choice among likely ones; None where the claim is a new one."""
    if not found:
        return None
    by_id = {str(one.id): one for one in found}

    def told(chosen: str) -> str:
        if not chosen:
            return labels.text("repetitions.new")
        one = by_id[chosen]
        statement = escaping.plain(escaping.shortened(one.statement, 120))
        return labels.text("repetitions.of", statement=statement, day=formats.day(one.made_on))

    chosen = st.radio(labels.text("repetitions.label"), ["", *by_id], format_func=told, key=key)
    return by_id.get(chosen or "")
