"""Authors: found by any of their names."""

import streamlit as st

from dashboard import labels, links
from dashboard.client import registry
from dashboard.components import author_search

ROWS = 30


def show() -> None:
    """A search, then the authors that fit."""
    client = registry()
    st.title(labels.text("authors.title"))
    with st.container(horizontal=True):
        links.link("leaderboard", labels.text("authors.to_board"), icon="leaderboard")
        links.link("compare", labels.text("authors.to_compare"), icon="compare_arrows")
    text = st.text_input(
        labels.text("filter.text"), type="search", live="300ms", key="authors-search",
        placeholder=labels.text("author_search.placeholder"),
    )  # fmt: skip
    page = client.list_authors(text or None, cursor=links.asked("cursor"), limit=ROWS)
    if not page.items:
        st.info(labels.text("authors.none_fit" if text else "authors.none"))
    for author in page.items:
        with st.container(horizontal=True, vertical_alignment="center", key=f"author-{author.slug}"):
            st.markdown(author_search.known(author), width="stretch")
            links.link("author", labels.text("authors.record"), icon="arrow_forward", slug=author.slug)
    if page.next_cursor:
        links.link("authors", labels.text("predictions.next"), icon="navigate_next", cursor=page.next_cursor)


show()
