from tests.dashboard.conftest import Open


def test_a_choice_is_read_from_the_address_and_written_there(open_page: Open) -> None:
    app = open_page("judge", queue="disputed")
    assert app.button_group(key="choice-queue").value == "disputed"
    app.button_group(key="choice-queue").set_value("undated").run()
    assert app.query_params["queue"] == "undated"
    app.button_group(key="choice-queue").set_value("due").run()
    assert "queue" not in app.query_params


def test_what_an_address_cannot_mean_is_the_usual(open_page: Open) -> None:
    assert open_page("judge", queue="sideways").button_group(key="choice-queue").value == "due"
