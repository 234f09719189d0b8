import pytest
import streamlit as st

from dashboard import labels
from dashboard.components import failure
from registry import client
from registry.client import ClientError, Failed, Invalid, NoAnswer, Slow


def test_every_error_of_the_client_has_words() -> None:
    kinds = [getattr(client, name) for name in client.__all__ if name != "Client"]
    for kind in kinds:
        error = kind.__new__(kind)
        assert f"failure.{failure.kind_of(error)}.title" in labels.words("en")


def test_the_nearest_kind_is_named() -> None:
    assert failure.kind_of(Slow("slow", sent=True)) == "slow"
    assert failure.kind_of(NoAnswer("none", sent=False)) == "no_answer"


def test_an_act_that_fails_waits_to_be_shown() -> None:
    st.session_state.clear()

    def fail() -> None:
        raise Failed(500, "unexpected", "Failed", "Try again.", reference="77")

    assert failure.attempt(fail) is None
    assert isinstance(failure.show_waiting(), Failed)
    assert failure.show_waiting() is None
    assert failure.attempt(lambda: 7) == 7


def test_other_errors_are_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        failure.attempt(lambda: 1 // 0)


def test_fields_are_called_by_what_stands_beside_their_input() -> None:
    st.session_state["language"] = "en"
    assert failure.field_name("changes.due_on") == "Due by"
    assert failure.field_name("0.nonsense_x") == r"0\.nonsense\_x"
    with failure.guarded():
        raise Invalid(422, "invalid", "Wrong", "Mend it.")
    assert issubclass(Invalid, ClientError)
