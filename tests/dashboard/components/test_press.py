from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from dashboard.components import press

    st.text_input("Note", key="note")
    written = st.session_state["note"]
    press.button("Save", lambda: st.session_state.update(saved=written))
    st.text(st.session_state.get("saved", "nothing"))


def test_what_was_typed_just_before_is_saved() -> None:
    app = AppTest.from_function(page).run()
    app.text_input(key="note").set_value("typed just now")
    app.button[0].click().run()
    assert app.text[0].value == "typed just now"
