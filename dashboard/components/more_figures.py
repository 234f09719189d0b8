"""The lesser figures of a record, in a table with what each means."""

from collections.abc import Iterator

import streamlit as st

from dashboard import formats, labels
from registry.schemas.track_records import TrackRecord


def show(record: TrackRecord) -> None:
    """Folded away: name, value, number of predictions, meaning."""
    with st.expander(labels.text("record.more"), icon=":material/table_rows:"):
        head = [labels.text(f"more.{column}") for column in ("figure", "value", "n", "meaning")]
        lines = [head, ["---", "--:", "--:", "---"], *rows(record)]
        st.markdown("\n".join(f"| {' | '.join(cells)} |" for cells in lines))


def rows(record: TrackRecord) -> Iterator[list[str]]:
    """The cells of each line; what cannot be computed is left out."""
    n = record.n_scored
    figures: dict[str, tuple[float | None, int, int]] = {
        "log_score": (record.log_score, 3, n),
        "baseline_brier": (record.baseline_brier, 3, n),
        "boldness": (record.boldness, 3, n),
        "lead_days": (record.lead_days, 0, n),
        "base_rate": (record.base_rate, 3, n),
        "base_brier": (record.base_brier, 3, n),
        "brier_skill": (record.brier_skill, 3, n),
        "reliability": (record.reliability, 4, n),
        "resolution": (record.resolution, 4, n),
        "uncertainty": (record.uncertainty, 4, n),
    }
    for name, (value, digits, counted) in figures.items():
        if value is not None:
            told = formats.number(value, digits)
            yield [labels.text(f"more.{name}"), told, formats.number(counted), labels.text(f"more.{name}_help")]
