"""What went wrong, as a message and a way on; never a traceback."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from dashboard import escaping, labels
from registry.client import (
    ApiProblem,
    ClientError,
    Conflict,
    Failed,
    Invalid,
    Missing,
    NoAnswer,
    NotAllowed,
    NotAuthenticated,
    NotTheRegistry,
    Slow,
    Stale,
    TooLarge,
)

Result = TypeVar("Result")

_KINDS: dict[type[ClientError], str] = {
    Slow: "slow",
    NoAnswer: "no_answer",
    NotTheRegistry: "not_the_registry",
    NotAuthenticated: "not_authenticated",
    NotAllowed: "not_allowed",
    Missing: "missing",
    Conflict: "conflict",
    Stale: "stale",
    TooLarge: "too_large",
    Invalid: "invalid",
    Failed: "failed",
    ApiProblem: "refused",
    ClientError: "refused",
}
_WAITING = "failure.waiting"


def kind_of(error: ClientError) -> str:
    """The name under which the words for an error stand."""
    return next(_KINDS[kind] for kind in type(error).__mro__ if kind in _KINDS)


def show(error: ClientError, *, retry: bool = True) -> None:
    """The error in words, each value at fault, and what to do; with a button to try again."""
    name = kind_of(error)
    with st.container(border=True, key=f"failure-{name}"):
        st.error(f"**{labels.text(f'failure.{name}.title')}**  \n{labels.text(f'failure.{name}.advice')}")
        details = _details(error)
        if details:
            st.markdown(details)
        if retry:
            st.button(labels.text("failure.again"), key="failure-again", icon=":material/refresh:")


def _details(error: ClientError) -> str:
    if not isinstance(error, ApiProblem):
        return ""
    lines = [f"- **{field_name(fault.where)}**: {escaping.plain(fault.message)}" for fault in error.faults]
    for index, fault in enumerate(error.faults):
        if fault.suggestions:
            meant = ", ".join(escaping.plain(suggestion) for suggestion in fault.suggestions)
            lines[index] += f" {labels.text('failure.meant', names=meant)}"
    if not lines and error.detail:
        lines = [escaping.plain(error.detail)]
    if error.reference:
        lines.append(labels.text("failure.reference", reference=escaping.plain(error.reference)))
    return "\n".join(lines)


def field_name(where: str) -> str:
    """A field of the API in the words that stand beside its input."""
    known = labels.words(labels.language())
    return known.get(f"field.{where.rpartition('.')[2]}", escaping.plain(where))


@contextmanager
def guarded(*, retry: bool = True) -> Iterator[None]:
    """Shows what goes wrong inside in place of the rest."""
    try:
        yield
    except ClientError as error:
        show(error, retry=retry)


def attempt(act: Callable[[], Result]) -> Result | None:
    """What `act` gives; None where it fails, and then `show_waiting` shows why in the next run.

    For callbacks, which run before the page is drawn.
    """
    try:
        return act()
    except ClientError as error:
        st.session_state[_WAITING] = error
        return None


def show_waiting() -> ClientError | None:
    """Show the failure of the act that led to this run, if it failed, and return it."""
    error: ClientError | None = st.session_state.pop(_WAITING, None)
    if error is not None:
        show(error, retry=False)
    return error
