"""Sources: feeds and pages that the registry reads by itself."""

import streamlit as st

from dashboard import labels, links
from dashboard.client import registry
from dashboard.components import failure, source_cards, source_form

ROWS = 25


def show() -> None:
    """A way to add some, then each with its state and last error."""
    client = registry()
    st.title(labels.text("source.title"))
    failure.show_waiting()
    source_form.show_imported()
    page = client.list_sources(cursor=links.asked("cursor"), limit=ROWS)
    with st.expander(labels.text("source.add"), icon=":material/add:", expanded=not page.items):
        source_form.show()
    with st.expander(labels.text("source.lists"), icon=":material/list:"):
        source_form.show_lists(client)
    if not page.items:
        st.info(labels.text("source.none"), icon=":material/rss_feed:")
    for source in page.items:
        source_cards.show(client, source)
    if page.next_cursor:
        links.link("sources", labels.text("predictions.next"), icon="navigate_next", cursor=page.next_cursor)


show()
