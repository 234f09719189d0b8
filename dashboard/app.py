"""The dashboard's frame: language, navigation, who acts; then the page that was asked for.

streamlit run dashboard/app.py
"""

from pathlib import Path

import streamlit as st

from dashboard import labels, links
from dashboard.components import failure, who_acts
from registry.client import ClientError

STYLE = Path(__file__).parent / "style.css"
ICON = Path(__file__).parent / "icon.svg"


def language_switch() -> None:
    """The language, kept in the address, so that a link shows what its sender saw."""
    st.segmented_control(
        labels.text("language.label"),
        list(labels.LANGUAGES),
        format_func=labels.LANGUAGES.__getitem__,
        default=labels.preferred(st.context.locale),
        key=labels.KEY,
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )


def main() -> None:
    """Draw the frame and run the page."""
    st.set_page_config(page_title=labels.text("app.title"), page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    with st.sidebar:
        language_switch()
    page = st.navigation([links.page(name) for name in links.PAGES])
    links.title(page.title)
    try:
        with st.sidebar:
            who_acts.show()
        page.run()
    except ClientError as error:
        failure.show(error)


main()
