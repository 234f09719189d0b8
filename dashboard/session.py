"""What one browser session remembers beside its widgets."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

PERSON = "person"
_DRAFT = "draft."


@dataclass(frozen=True, slots=True)
class Undo:
    """One step of undoing: the name of a method of the client and its arguments."""

    method: str
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """The last thing done, in words, and the steps that undo it; none where it stays."""

    told: str
    undo: tuple[Undo, ...] = ()


def acting_for() -> str | None:
    """Name of the person that the session acts for; None for the key's own person."""
    name: str | None = st.session_state.get(PERSON)
    return name


def remember_act(act: Act) -> None:
    """Keep what was just done."""
    st.session_state["last_act"] = act


def last_act() -> Act | None:
    """What was done last in this session, unless it was undone."""
    act: Act | None = st.session_state.get("last_act")
    return act


def forget_act() -> None:
    """Forget it, since it was undone or can be no more."""
    st.session_state.pop("last_act", None)


def keep(name: str, value: Any) -> Any:
    """The value first kept under a name in this session."""
    return st.session_state.setdefault(f"{_DRAFT}{name}", value)


def drop(name: str) -> None:
    """Forget what was kept under a name."""
    st.session_state.pop(f"{_DRAFT}{name}", None)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was put on record last: in words, and the id of the prediction."""

    told: str
    prediction_id: str


def remember_recorded(recorded: Recorded) -> None:
    """Keep what was just put on record."""
    st.session_state["recorded"] = recorded


def last_recorded() -> Recorded | None:
    """What was put on record last in this session."""
    recorded: Recorded | None = st.session_state.get("recorded")
    return recorded
