import pytest
from streamlit.testing.v1 import AppTest

from registry.client import Client
from registry.schemas.predictions import Prediction
from registry.schemas.questions import Question
from tests.claims import claim, verdict
from tests.dashboard.conftest import Open, words
from tests.dashboard.views.test_judge import press


@pytest.fixture
def question(client: Client) -> Question:
    wording, criteria = "Will the two sides sign a treaty?", "Yes if both governments publish it."
    return client.add_question({"wording": wording, "criteria": criteria, "due_on": "2025-08-15"})


@pytest.fixture
def said(client: Client, question: Question) -> dict[str, Prediction]:
    yes = claim(author="Eva Lind", statement="They will sign a treaty.", question=question.slug)
    no = claim(question=question.slug, sense=-1)
    return {one.author.name: one for one in (client.record_prediction(yes), client.record_prediction(no))}


def answer(app: AppTest, question: Question, outcome: str) -> None:
    app.button_group(key=f"question-{question.id}-outcome").set_value(outcome)
    app.text_area(key=f"question-{question.id}-evidence").set_value("Closing statement of the summit")
    app.run()


def test_one_finding_judges_every_author_in_their_own_sense_and_is_taken_back(
    open_page: Open, client: Client, question: Question, said: dict[str, Prediction]
) -> None:
    app = open_page("question", id=question.slug)
    assert "Yes if both governments publish it" in words(app)
    answer(app, question, "no")
    assert "will be recorded as :violet" in words(app)
    press(app, "-save")
    assert {name: client.read_prediction(one.id).outcome for name, one in said.items()} == {
        "Eva Lind": "no",
        "Mira Holt": "yes",
    }
    assert "2 predictions were judged" in words(app)
    assert "All predictions on this question are judged" in words(app)
    press(app, "undo")
    assert [client.read_prediction(one.id).outcome for one in said.values()] == [None, None]


@pytest.mark.usefixtures("said")
def test_blind_hides_the_authors_of_those_that_wait(open_page: Open, question: Question) -> None:
    app = open_page("question", id=question.slug)
    assert "Eva Lind" in words(app)
    app.toggle(key="blind").set_value(True).run()
    assert not {name for name in ("Eva Lind", "Mira Holt") if name in words(app)}


@pytest.mark.usefixtures("said")
def test_without_an_answer_nothing_is_saved(open_page: Open, question: Question) -> None:
    app = open_page("question", id=question.slug)
    press(app, "-save")
    assert "Choose an outcome first" in words(app)


def test_only_those_that_wait_are_judged(
    open_page: Open, client: Client, question: Question, said: dict[str, Prediction]
) -> None:
    client.judge_prediction(said["Eva Lind"].id, verdict("partly", share=0.5))
    app = open_page("question", id=question.slug)
    answer(app, question, "yes")
    assert "Save for 1 prediction" in words(app)
    press(app, "-save")
    assert client.read_prediction(said["Eva Lind"].id).outcome == "partly"
    assert client.read_prediction(said["Mira Holt"].id).outcome == "no"


def test_a_question_is_chosen_first(open_page: Open) -> None:
    assert "Choose a question" in words(open_page("question"))
