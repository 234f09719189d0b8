"""A sentence to quote a record by."""

import streamlit as st

from dashboard import escaping, formats, labels
from dashboard.components import address_inputs
from dashboard.components.record_figures import ENOUGH
from registry.schemas.track_records import TrackRecord


def show(record: TrackRecord) -> None:
    """The sentence, and a way to the address that shows the record as it stands at this moment."""
    with st.popover(labels.text("record.cite"), icon=":material/format_quote:"):
        st.code(sentence(record), language=None, wrap_lines=True)
        st.caption(labels.text("record.cite_help"))
        # A link to the page that is shown already would change nothing.
        instant = record.as_of.isoformat()
        told = labels.text("record.as_it_stands")
        st.button(told, icon=":material/link:", on_click=address_inputs.put, args=("as_of", instant))


def sentence(record: TrackRecord) -> str:
    """The record with counts, interval, collection, day and version of the formulas."""
    few = record.n_calls < ENOUGH or record.too_few
    return labels.text(
        "record.citation",
        name=escaping.visible(record.author.name),
        n=formats.number(record.n),
        n_scored=formats.number(record.n_scored),
        hits=formats.number(record.n_hits),
        calls=formats.counted("calls", record.n_calls),
        brier=formats.number(record.brier, 3),
        band=formats.interval(record.brier_low, record.brier_high, 3),
        few=labels.text("record.cite_few") if few else "",
        collection=record.collection or labels.text("author.every_collection"),
        moment=f"{record.as_of:%Y-%m-%d %H:%M} UTC",
        version=record.score_version,
    )
