"""Predictions on record that a new claim of the same author restates, changes or contradicts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from dashboard import escaping, formats, labels, links
from registry.client import Client, Invalid
from registry.schemas.predictions import Prediction
from registry.schemas.repeats import Repeat, RepeatDifference

SHOWN = 3
SHORTEST = 5
"""Characters from which a statement is compared."""

_COMPARED = ("statement", "language", "polarity", "probability", "due_from", "due_on", "condition")
_AS = {"restates": "repeats", "changed": "revises", "contradicts": "revises"}


@dataclass(frozen=True, slots=True)
class Link:
    """How the claim goes on record: it `repeats` a prediction, or is a new one that `revises` it."""

    how: str
    prediction: Prediction


def find(client: Client, author: str, claim: Mapping[str, Any]) -> list[Repeat]:
    """What an author has on record of the same event, the likest first; nothing yet for a few letters.

    A claim in a language that the registry does not compare is said to be such.
    """
    asked = {name: claim[name] for name in _COMPARED if claim.get(name) is not None}
    if len(str(asked.get("statement", "")).strip()) < SHORTEST:
        return []
    try:
        return client.list_repeats({"author": author, **asked})[:SHOWN]
    except Invalid as refused:
        st.caption(labels.text("repetitions.not_compared", why=escaping.plain(refused.detail)))
        return []


def choose(found: list[Repeat], key: str) -> Link | None:
    """A choice among what was found; None where the claim is a new one."""
    if not found:
        return None
    by_id = {str(one.prediction.id): one for one in found}

    def told(chosen: str) -> str:
        if not chosen:
            return labels.text("repetitions.new")
        one = by_id[chosen]
        statement = escaping.plain(escaping.shortened(one.prediction.statement, 120))
        said = formats.day(one.prediction.made_on)
        return labels.text(f"repetitions.{one.relation}", statement=statement, day=said)

    with st.container(border=True):
        chosen = st.radio(
            labels.text("repetitions.label"),
            ["", *by_id],
            format_func=told,
            captions=["", *(likeness(one) for one in found)],
            key=key,
        )
        for one in found:
            links.link("prediction", labels.text("repetitions.look"), icon="article", id=one.prediction.id)
    picked = by_id.get(chosen or "")
    return Link(_AS[picked.relation], picked.prediction) if picked is not None else None


def likeness(repeat: Repeat) -> str:
    """How alike the two are and in which parts they differ, as Markdown."""
    parts = [labels.text("repetitions.alike", share=formats.percent(round(repeat.score, 2)))]
    parts += [difference(one) for one in repeat.differences]
    return " · ".join(parts)


def difference(one: RepeatDifference) -> str:
    """A part in which a claim differs from what is on record: before and after."""
    before, after = (_shown(one.part, value) for value in (one.before, one.after))
    return labels.text("repetitions.differs", part=labels.text(f"difference.{one.part}"), before=before, after=after)


def _shown(part: str, value: str) -> str:
    if not value:
        return formats.NOTHING
    if part == "probability":
        return formats.percent(float(value))
    if part == "due_on":
        return formats.day(date.fromisoformat(value))
    return labels.text(f"difference.polarities.{value}") if part == "polarity" else formats.quoted(value)
