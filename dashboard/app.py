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


def adopt_language() -> None:
    """The language that the address asks for, else that of this session, at first the browser's.

    One that the browser does not ask for stays in the address, so that a link shows what its sender saw.
    """
    asked, usual = st.query_params.get(labels.KEY), labels.preferred(st.context.locale)
    if asked in labels.LANGUAGES:
        st.session_state[labels.KEY] = asked
    elif st.session_state.setdefault(labels.KEY, usual) != usual:
        st.query_params[labels.KEY] = st.session_state[labels.KEY]


def language_switch() -> None:
    """The choice of the language."""
    st.segmented_control(
        labels.text("language.label"),
        list(labels.LANGUAGES),
        format_func=labels.LANGUAGES.__getitem__,
        key=labels.KEY,
        required=True,
        on_change=lambda: st.query_params.update({labels.KEY: st.session_state[labels.KEY]}),
        label_visibility="collapsed",
    )


def main() -> None:
    """Draw the frame and run the page."""
    adopt_language()
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
