"""Predictions as a table to sort and click, and as a file to take away."""

import csv
import io
from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.components.state_badge import state_of
from registry.schemas.predictions import Prediction

COLUMNS = ("statement", "state", "author", "probability", "due_on", "made_on", "brier")
FILE_COLUMNS = (
    "id", "ref", "author", "statement", "made_on", "due_on", "probability", "probability_low",
    "probability_high", "status", "outcome", "share", "known_on", "brier", "log_score", "criteria",
    "collection", "question", "tags", "time_zone",
)  # fmt: skip


def show(found: list[Prediction]) -> None:
    """The table; a click on a row leads to the prediction."""
    picked: Any = st.dataframe(
        pd.DataFrame([row(one) for one in found], columns=list(COLUMNS)),
        hide_index=True,
        height=min(36 * (len(found) + 1) + 3, 720),
        on_select="rerun",
        selection_mode="single-row",
        placeholder=formats.NOTHING,
        column_config=_columns(),
        alt=labels.text("table.alt"),
        key="prediction-table",
    )
    if picked.selection.rows:
        links.go("prediction", id=found[picked.selection.rows[0]].id)


def row(prediction: Prediction) -> dict[str, Any]:
    """One line of the table; probabilities in percent."""
    chance = prediction.probability
    return {
        "statement": escaping.visible(prediction.statement),
        "author": escaping.visible(prediction.author.name),
        "made_on": prediction.made_on,
        "due_on": prediction.due_on,
        "probability": None if chance is None else 100 * chance,
        "state": labels.text(f"state.{state_of(prediction)}"),
        "brier": prediction.brier,
    }


def _columns() -> dict[str, Any]:
    config = st.column_config
    days = formats.day_input()
    name = {column: labels.text(f"table.{column}") for column in COLUMNS}
    return {
        "statement": config.TextColumn(name["statement"], width=390),
        "author": config.TextColumn(name["author"], width=130),
        "made_on": config.DateColumn(name["made_on"], format=days),
        "due_on": config.DateColumn(name["due_on"], format=days),
        "probability": config.NumberColumn(name["probability"], format="%.0f %%", width=60),
        "state": config.TextColumn(name["state"], width=110),
        "brier": config.NumberColumn(name["brier"], format="%.3f", help=labels.text("table.brier_help")),
    }


def as_csv(found: Iterable[Prediction]) -> str:
    """Predictions as CSV (RFC 4180), with a header.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(FILE_COLUMNS)
    for one in found:
        values = one.model_dump(mode="json")
        values |= {"author": one.author.name, "tags": " ".join(one.tags)}
        writer.writerow([_cell(values[name]) for name in FILE_COLUMNS])
    return file.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
