import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.prediction_table import COLUMNS, ORDERS, row
from registry.client import Client
from tests.claims import claim


def test_a_row_holds_a_value_for_every_column(client: Client) -> None:
    told = row(client.record_prediction(claim(author="Eve\u202e")))
    assert told.keys() == set(COLUMNS)
    assert told["author"] == "Eve⟨U+202E⟩"
    assert told["probability"] == 90


def page() -> None:
    import streamlit as st

    from dashboard.components import prediction_table

    column = st.session_state.pop("clicked", None)
    if column:
        prediction_table.order_by(column)


@pytest.mark.parametrize(("column", "orders"), ORDERS.items())
def test_a_heading_orders_all_pages_and_turns_the_order_at_the_next_click(column: str, orders: tuple[str, str]) -> None:
    app = AppTest.from_function(page).run()
    app.query_params["cursor"] = "seen"
    for order in (*orders, orders[0]):
        app.session_state["clicked"] = column
        app.run()
        assert app.query_params["sort"] == order
    assert "cursor" not in app.query_params


def test_a_heading_that_the_registry_does_not_order_by_says_so() -> None:
    app = AppTest.from_function(page).run()
    app.session_state["clicked"] = "author"
    app.run()
    assert "can be ordered by" in app.toast[0].value
    assert "sort" not in app.query_params
