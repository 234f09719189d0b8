"""The pages, and addresses that lead straight to one view.

They stand in `views`, not in `pages`: Streamlit takes a folder of that name beside app.py for an application of
its own, and would show a page without its frame to whoever opens a link first after a start.
"""

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import Page

from dashboard import labels

# File, icon and whether the page stands in the navigation; its title is the label `page.<name>`.
PAGES = {
    "today": ("today", True),
    "inbox": ("inbox", True),
    "judge": ("gavel", True),
    "question": ("help", False),
    "log": ("edit_note", True),
    "predictions": ("list_alt", True),
    "prediction": ("article", False),
    "leaderboard": ("leaderboard", True),
    "authors": ("groups", True),
    "author": ("person", False),
    "compare": ("compare_arrows", False),
    "articles": ("newspaper", True),
    "article": ("description", False),
    "sources": ("rss_feed", True),
    "delivery": ("outgoing_mail", True),
}


def page(name: str) -> Page:
    """The page of that name, as Streamlit knows it."""
    icon, listed = PAGES[name]
    return st.Page(
        f"views/{name}.py",
        title=labels.text(f"page.{name}"),
        icon=f":material/{icon}:",
        url_path=name,
        default=name == "today",
        visibility="visible" if listed else "hidden",
    )


def link(name: str, label: str, *, icon: str | None = None, **params: object) -> None:
    """A link to a page, with what it is to show."""
    shown = f":material/{icon}:" if icon else None
    st.page_link(page(name), label=label, icon=shown, query_params=_texts(params))


def go(name: str, **params: object) -> None:
    """Show another page now."""
    st.switch_page(page(name), query_params=_texts(params))


def asked(name: str) -> str | None:
    """What the address asks for under a name."""
    value = st.query_params.get(name)
    return value or None


def title(words: str) -> None:
    """Name the browser's tab after what is shown."""
    st.set_page_config(page_title=labels.text("page.tab", title=words))


def _texts(params: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in params.items() if value is not None}
