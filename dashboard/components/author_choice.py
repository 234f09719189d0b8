"""Choosing several authors, kept in the address."""

import streamlit as st

from dashboard import escaping, labels
from dashboard.components import address_inputs, author_search
from registry.client import Client
from registry.schemas.comparisons import MOST

FEWEST = 2
OFFERED = 6


def show(client: Client) -> list[str]:
    """The slugs of the authors chosen, at most `MOST`; each can be taken away, and others found and added."""
    slugs = chosen()
    authors = [client.read_author(slug) for slug in slugs]
    with st.container(horizontal=True, key="chosen-authors"):
        for author in authors:
            st.button(
                escaping.plain(author.name),
                key=f"remove-{author.slug}",
                icon=":material/close:",
                help=labels.text("compare.remove"),
                on_click=keep,
                args=([slug for slug, one in zip(slugs, authors, strict=True) if one.slug != author.slug],),
            )
    if len(slugs) < MOST:
        _add(client, slugs)
    return list(dict.fromkeys(author.slug for author in authors))


def chosen() -> list[str]:
    """The slugs that the address names, each once."""
    asked = st.query_params.get("authors", "").split(",")
    return list(dict.fromkeys(slug for slug in asked if slug))[:MOST]


def keep(slugs: list[str]) -> None:
    """Let the address name these."""
    address_inputs.put("authors", ",".join(slugs))


def _add(client: Client, slugs: list[str]) -> None:
    text = st.text_input(
        labels.text("compare.add"), type="search", live="300ms", key=f"compare-search-{len(slugs)}",
        placeholder=labels.text("author_search.placeholder"), width=360,
    )  # fmt: skip
    if not text:
        return
    found = [one for one in client.list_authors(text, limit=OFFERED).items if one.slug not in slugs]
    if not found:
        st.info(labels.text("authors.none_fit"))
    with st.container(horizontal=True):
        for author in found:
            label = f"{escaping.plain(author.name)} · {author_search.counted(author)}"
            st.button(
                label, key=f"add-{author.slug}", icon=":material/add:", on_click=keep, args=([*slugs, author.slug],)
            )
