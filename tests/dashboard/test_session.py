import streamlit as st

from dashboard import session


def test_the_last_act_is_remembered_until_it_is_undone() -> None:
    st.session_state.clear()
    assert session.last_act() is None
    session.remember_act(session.Act("Rejected.", (session.Undo("reopen_candidate", (1,)),)))
    act = session.last_act()
    assert act is not None
    assert act.undo[0].arguments == (1,)
    session.forget_act()
    assert session.last_act() is None


def test_what_was_first_kept_stays_until_it_is_dropped() -> None:
    st.session_state.clear()
    assert session.keep("version-1", 3) == 3
    assert session.keep("version-1", 4) == 3
    session.drop("version-1")
    assert session.keep("version-1", 4) == 4


def test_nobody_else_is_acted_for_at_first() -> None:
    st.session_state.clear()
    assert session.acting_for() is None
