from registry.client import Client
from tests.claims import claim, verdict
from tests.dashboard.conftest import Open, words


def test_it_tells_the_whole_story(open_page: Open, client: Client) -> None:
    made = client.record_prediction(claim(mentions=[{"quote": "will not sign", "source": "evening news"}]))
    client.judge_prediction(made.id, verdict("no"))
    shown = words(open_page("prediction", id=str(made.id)))
    for told in ("Mira Holt", "evening news", "did not come true", "put on record", "judged", "Brier score 0.810"):
        assert told in shown


def test_a_prediction_is_withdrawn_with_a_reason(open_page: Open, client: Client) -> None:
    made = client.record_prediction(claim())
    app = open_page("prediction", id=str(made.id))
    app.text_input(key=f"withdraw-{made.id}").set_value("entered twice")
    app.button(key=f"withdraw-{made.id}-now").click().run()
    assert client.read_prediction(made.id).withdrawn_reason == "entered twice"
    assert "entered twice" in words(app)


def test_a_dead_link_says_so(open_page: Open) -> None:
    shown = words(open_page("prediction", id="00000000-0000-0000-0000-000000000007"))
    assert "There is no such thing on record" in shown
