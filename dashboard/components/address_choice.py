"""A choice that stands in the address, so that a link shows what its sender saw.

Streamlit can tie a control to the address by itself, but then writes the words of the option there, which differ
by language and may change.
"""

from collections.abc import Callable, Sequence

import streamlit as st


def show(
    name: str,
    options: Sequence[str],
    told: Callable[[str], str],
    *,
    label: str,
    default: str | None = None,
    forget: Sequence[str] = (),
) -> str:
    """One of the options, as the address asks under `name`; the default, or else the first, where it does not.

    A choice takes the names in `forget` out of the address.
    """
    usual = default or options[0]
    asked = st.query_params.get(name)
    st.session_state[key_of(name)] = asked if asked in options else usual
    chosen = st.segmented_control(
        label,
        options,
        required=True,
        format_func=told,
        key=key_of(name),
        on_change=_to_address,
        args=(name, usual, forget),
        label_visibility="collapsed",
    )
    return str(chosen)


def key_of(name: str) -> str:
    """The key of the control."""
    return f"choice-{name}"


def _to_address(name: str, usual: str, forget: Sequence[str]) -> None:
    chosen = st.session_state[key_of(name)]
    for other in forget:
        st.query_params.pop(other, None)
    if chosen == usual:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen
