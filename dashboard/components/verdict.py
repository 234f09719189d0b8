"""The form of a verdict: outcome, evidence, the day it became known."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard import formats, labels
from dashboard.components.claim_fields import EARLIEST
from registry.schemas.predictions import Prediction

OUTCOMES = ("yes", "no", "partly", "ambiguous", "annulled")
REASONS = ("condition_not_met", "event_cancelled", "unverifiable", "source_lost", "entered_in_error")


def show(key: str, known: date, today: date, *, ask: str, conditional: bool = False) -> dict[str, Any]:
    """The inputs; answers with the body of a judgement, without its role.

    `ask` is the question that the outcome answers, `known` the day on which it most likely became known.
    """
    outcome = st.segmented_control(
        ask,
        OUTCOMES,
        format_func=lambda one: labels.text(f"verdict.{one}"),
        key=f"{key}-outcome",
        persist_state="session",
        width="stretch",
    )
    body: dict[str, Any] = {"outcome": outcome, **_more(outcome, key, conditional=conditional)}
    written = st.text_area(
        labels.text("field.evidence"),
        key=f"{key}-evidence",
        height=68,
        placeholder=labels.text("verdict.evidence_hint"),
        persist_state="session",
    )
    body |= evidence(written or "")
    body["known_on"] = st.date_input(
        labels.text("field.known_on"),
        value=known,
        min_value=EARLIEST,
        max_value=today,
        format=formats.day_input(),
        key=f"{key}-known_on",
        help=labels.text("verdict.known_on_help"),
    )
    note = st.text_area(labels.text("field.note"), key=f"{key}-note", height=68, persist_state="session")
    body["note"] = (note or "").strip() or None
    return {name: value for name, value in body.items() if value is not None}


def _more(outcome: str | None, key: str, *, conditional: bool) -> dict[str, Any]:
    """What an outcome has to be told with: a share, or a reason."""
    if outcome == "partly":
        share = st.slider(labels.text("field.share"), 1, 99, 50, key=f"{key}-share")
        return {"share": share / 100}
    if outcome == "annulled":
        reason = st.selectbox(
            labels.text("field.reason"),
            reasons_for(conditional=conditional),
            index=None,
            format_func=lambda one: labels.text(f"annul.{one}"),
            key=f"{key}-reason",
        )
        return {"reason": reason}
    return {}


def reasons_for(*, conditional: bool) -> list[str]:
    """Reasons to annul; only a conditional has a condition that may have failed."""
    return [one for one in REASONS if one != "condition_not_met" or conditional]


def known_on(prediction: Prediction, today: date) -> date:
    """The day that is most likely: the due day, today where that is still to come or there is none."""
    due_on = prediction.due_on or today
    return max(min(due_on, today), min(prediction.made_on, today))


def evidence(written: str) -> dict[str, str]:
    """What was pasted, as an address where it is one, else as a citation; both where both are given."""
    words = written.split()
    addresses = [word for word in words if word.startswith(("http://", "https://"))]
    rest = " ".join(word for word in words if word not in addresses[:2])
    found = dict(zip(("evidence_url", "archived_url"), addresses, strict=False))
    return {**found, **({"citation": rest} if rest else {})}
