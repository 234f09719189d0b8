"""Watching another source, and lists of feeds in and out."""

from typing import Any

import streamlit as st

from dashboard import escaping, labels
from dashboard.client import registry
from dashboard.components import failure
from registry.client import Client
from registry.schemas.sources import SourcesImported

KINDS = ("feed", "page")
_IMPORTED = "sources-imported"


def show() -> None:
    """The form for one source."""
    with st.form("source-form", border=False):
        address = st.text_input(labels.text("field.address"), key="source-address", placeholder="https://")
        kinds, minutes = st.columns(2)
        kind = kinds.selectbox(
            labels.text("field.kind"),
            KINDS,
            format_func=lambda one: labels.text(f"source.kind.{one}"),
            key="source-kind",
            help=labels.text("source.kind_help"),
        )
        title, author = st.columns(2)
        new = {
            "address": (address or "").strip(),
            "kind": kind,
            "title": title.text_input(labels.text("field.title"), key="source-title"),
            "author": author.text_input(
                labels.text("field.author"), key="source-author", help=labels.text("source.author_help")
            ),
            "every_minutes": minutes.number_input(labels.text("source.every"), 15, 10_080, 60, key="source-every"),
        }
        if st.form_submit_button(labels.text("source.add"), type="primary", key="source-add"):
            _add(new)


def _add(new: dict[str, Any]) -> None:
    if not new["address"]:
        st.warning(labels.text("read.no_address"))
        return
    given = {name: value for name, value in new.items() if value}
    if failure.attempt(lambda: registry().add_source(given)) is not None:
        st.toast(labels.text("source.added"))
    st.rerun()


def show_lists(client: Client) -> None:
    """All feeds as OPML, out and in."""
    st.download_button(
        labels.text("source.export"),
        client.export_sources,
        file_name="sources.opml",
        mime="text/x-opml",
        icon=":material/download:",
        key="opml-export",
    )
    with st.form("opml-form", border=False):
        file = st.file_uploader(labels.text("source.import_file"), type=["opml", "xml"], key="opml-file")
        if st.form_submit_button(labels.text("source.import"), key="opml-import", icon=":material/upload:"):
            _import(file)


def _import(file: Any) -> None:
    if file is None:
        st.warning(labels.text("read.no_file"))
        return
    done = failure.attempt(lambda: registry().import_sources(file.getvalue(), file.name))
    if done is not None:
        st.session_state[_IMPORTED] = done
    st.rerun()


def show_imported() -> None:
    """What the last list brought."""
    done: SourcesImported | None = st.session_state.pop(_IMPORTED, None)
    if done is None:
        return
    st.success(labels.text("source.imported", added=done.n_added, known=done.n_known))
    if done.refused:
        refused = "\n".join(f"- {escaping.plain(one)}" for one in done.refused)
        st.warning(f"{labels.text('source.refused')}\n{refused}")
