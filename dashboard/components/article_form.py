"""Giving the registry an article to read: its text, a file, or an address."""

from typing import Any

import streamlit as st

from dashboard import formats, labels
from dashboard.client import registry
from dashboard.components import failure
from dashboard.components.claim_fields import EARLIEST
from registry.schemas.articles import Article

WAYS = ("text", "address", "file")
FILES = ["txt", "md", "html", "htm"]


def show(key: str) -> Article | None:
    """The inputs; answers with the article once it was read."""
    way = st.segmented_control(
        labels.text("read.way"),
        WAYS,
        default="text",
        required=True,
        format_func=lambda one: labels.text(f"read.{one}"),
        key=f"{key}-way",
    )
    with st.form(f"{key}-form", border=True):
        content = _content(key, str(way))
        facts = _facts(key)
        sent = st.form_submit_button(labels.text("read.button"), type="primary", icon=":material/menu_book:")
    if not sent:
        return None
    if not content:
        st.warning(labels.text(f"read.no_{way}"))
        return None
    with failure.guarded(retry=False), st.spinner(labels.text("read.reading"), show_time=True):
        return read(content, facts)
    return None


def _content(key: str, way: str) -> dict[str, Any]:
    if way == "address":
        address = st.text_input(labels.text("field.address"), key=f"{key}-address", placeholder="https://")
        return {"address": address.strip()} if address and address.strip() else {}
    if way == "file":
        file = st.file_uploader(labels.text("read.file"), type=FILES, key=f"{key}-file")
        return {"file": (file.name, file.getvalue())} if file is not None else {}
    text = st.text_area(labels.text("field.text"), key=f"{key}-text", height=240)
    return {"text": text} if text and text.strip() else {}


def _facts(key: str) -> dict[str, Any]:
    with st.expander(labels.text("read.facts")):
        author = st.text_input(labels.text("read.author"), key=f"{key}-author", help=labels.text("read.author_help"))
        outlet = st.text_input(labels.text("field.outlet"), key=f"{key}-outlet")
        title = st.text_input(labels.text("field.title"), key=f"{key}-title")
        published_on = st.date_input(
            labels.text("field.published_on"),
            value=None,
            key=f"{key}-published_on",
            min_value=EARLIEST,
            format=formats.day_input(),
        )
    given = {"author": author, "byline": author, "outlet": outlet, "title": title, "published_on": published_on}
    return {name: value for name, value in given.items() if value}


def read(content: dict[str, Any], facts: dict[str, Any]) -> Article:
    """Let the registry read it and look for candidates. Raises ClientError."""
    file = content.get("file")
    if file is not None:
        return registry().add_article_file(file[1], file[0], facts)
    return registry().add_article({**facts, **content})
