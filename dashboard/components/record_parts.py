"""The record by year and by topic: dots with intervals, and the same in figures."""

from collections.abc import Iterator, Sequence

import streamlit as st

from dashboard import escaping, formats, interval_charts, labels
from dashboard.components import chart
from dashboard.interval_charts import Dot
from registry.schemas.track_records import PartialRecord, TrackRecord, TrackRecordDetails

MOST = 12
"""Topics that are shown, those with most scored predictions."""


def show(record: TrackRecord, details: TrackRecordDetails) -> None:
    """Years, topics, and the intervals by resampling beside the usual ones."""
    years, topics = details.by_year, details.by_tag[:MOST]
    left, right = st.columns(2, gap="medium")
    for column, name, parts in ((left, "by_year", years), (right, "by_tag", topics)):
        with column:
            if parts:
                title, told = labels.text(f"chart.{name}"), labels.text(f"chart.{name}_help")
                drawn = interval_charts.dots(
                    [dot(one) for one in parts], labels.text("record.skill"), interval_charts.SKILL
                )
                chart.show(drawn, name.replace("_", "-"), title, told)
                with st.expander(labels.text("chart.in_figures"), icon=":material/table_rows:"):
                    st.markdown("\n".join(table(parts)))
            else:
                st.subheader(labels.text(f"chart.{name}"))
                st.info(labels.text("chart.no_tags"))
    st.caption(
        labels.text(
            "record.resampled",
            brier=formats.interval(details.brier_resampled_low, details.brier_resampled_high, 3),
            skill=formats.interval(details.skill_resampled_low, details.skill_resampled_high),
            n=formats.number(record.n_scored),
        )
    )


def dot(one: PartialRecord) -> Dot:
    """A part as the chart shows it."""
    return Dot(escaping.visible(one.name), one.skill, one.skill_low, one.skill_high, one.n_scored, faint=one.too_few)


def table(parts: Sequence[PartialRecord]) -> Iterator[str]:
    """The lines of a table in Markdown; what is too few says so."""
    head = [labels.text(f"part.{name}") for name in ("name", "n", "skill", "band", "brier")]
    yield f"| {' | '.join(head)} |"
    yield "| --- | --: | --: | :-: | --: |"
    for one in parts:
        few = f" ({labels.text('record.few')})" if one.too_few else ""
        cells = [
            escaping.plain(one.name),
            formats.number(one.n_scored),
            f"{formats.number(one.skill, 2)}{few}",
            formats.interval(one.skill_low, one.skill_high),
            formats.number(one.brier, 3),
        ]
        yield f"| {' | '.join(cells)} |"
