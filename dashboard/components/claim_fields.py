"""The fields of a prediction, as inputs that begin with what is known."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from dashboard import formats, labels

KINDS = ("forecast", "conditional", "announcement")
CHANCES = ("probability", "probability_low", "probability_high")
EARLIEST, LATEST = date(1500, 1, 1), date(2999, 12, 31)


def show(key: str, known: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs for all that makes a claim; answers with the values of those that differ from what was known.

    `known` holds fields of a prediction; absent ones begin empty.
    """
    values: dict[str, Any] = {"statement": _area(key, "statement", known, height=110)}
    # In a container, so that the condition moves no input while somebody types into it.
    with st.container():
        values["kind"] = _kind(key, known)
        if values["kind"] == "conditional":
            values["condition"] = _area(key, "condition", known, height=70)
    values |= _days(key, known)
    values |= _chances(key, known)
    values["criteria"] = _area(key, "criteria", known, height=90)
    chances = {name: values.pop(name) for name in CHANCES}
    changed = {name: value for name, value in values.items() if value != known.get(name)}
    return changed | changed_chances(chances, known)


def _kind(key: str, known: Mapping[str, Any]) -> str:
    chosen = st.segmented_control(
        labels.text("field.kind"),
        KINDS,
        default=str(known.get("kind") or "forecast"),
        format_func=lambda kind: labels.text(f"kind.{kind}"),
        key=f"{key}-kind",
        required=True,
        help=labels.text("help.kind"),
    )
    return str(chosen)


def _days(key: str, known: Mapping[str, Any]) -> dict[str, date | None]:
    made, first, last = st.columns(3)
    return {
        "made_on": _day(made, key, "made_on", known),
        "due_from": _day(first, key, "due_from", known),
        "due_on": _day(last, key, "due_on", known),
    }


def _day(place: Any, key: str, name: str, known: Mapping[str, Any]) -> date | None:
    value: date | None = place.date_input(
        labels.text(f"field.{name}"),
        value=known.get(name),
        key=f"{key}-{name}",
        min_value=EARLIEST,
        max_value=LATEST,
        format=formats.day_input(),
        help=labels.text(f"help.{name}"),
    )
    return value


def _chances(key: str, known: Mapping[str, Any]) -> dict[str, float | None]:
    middle, low, high = st.columns(3)
    hedge = known.get("hedge")
    if hedge:
        band = formats.probability(
            known.get("probability"), known.get("probability_low"), known.get("probability_high")
        )
        st.caption(labels.text("claim.hedge", hedge=formats.quoted(str(hedge)), band=band))
    places = zip(CHANCES, (middle, low, high), strict=True)
    return {name: _percent(place, key, name, known) for name, place in places}


def changed_chances(chances: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Probability, band and basis together where any of them was changed, since they only make sense together.

    A number outside the band that was known is the reader's own and has none.
    """
    if all(chances[name] == known.get(name) for name in CHANCES):
        return {}
    middle, low, high = (chances[name] for name in CHANCES)
    if middle is None:
        return {**dict.fromkeys(CHANCES), "probability_basis": None}
    as_before = (low, high) == (known.get("probability_low"), known.get("probability_high"))
    if low is None or high is None or (as_before and not low <= middle <= high):
        return {"probability": middle, "probability_low": None, "probability_high": None, "probability_basis": "stated"}
    basis = "stated" if low == high else "assumed"
    return {"probability": middle, "probability_low": low, "probability_high": high, "probability_basis": basis}


def _percent(place: Any, key: str, name: str, known: Mapping[str, Any]) -> float | None:
    begun = known.get(name)
    shown: float | None = place.number_input(
        labels.text(f"field.{name}_percent"),
        min_value=0.0,
        max_value=100.0,
        value=None if begun is None else round(100 * begun, 6),
        step=5.0,
        format="%0.4g",
        key=f"{key}-{name}",
        help=labels.text(f"help.{name}"),
    )
    if shown is None:
        return None
    return begun if begun is not None and shown == round(100 * begun, 6) else round(shown / 100, 8)


def _area(key: str, name: str, known: Mapping[str, Any], *, height: int) -> str | None:
    written = st.text_area(
        labels.text(f"field.{name}"),
        value=known.get(name) or "",
        key=f"{key}-{name}",
        height=height,
        help=labels.text(f"help.{name}"),
    )
    return (written or "").strip() or None
