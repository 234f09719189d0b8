from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from registry.client import Client
from registry.schemas.candidates import Candidate
from tests.dashboard.conftest import Open, words

TEXT = (
    "Die Regierung wird das Gesetz bis Ende 2025 beschließen. "
    "Der Minister wird im Mai 2026 zurücktreten. <script>alert(1)</script>"
)
COLUMN = {"text": TEXT, "byline": "Eva Lind", "language": "de", "title": "Ausblick", "published_on": "2025-08-10"}

Press = Callable[[AppTest, str], AppTest]


@pytest.fixture
def candidates(client: Client) -> list[Candidate]:
    client.add_article(COLUMN)
    return client.list_candidates(state="waiting").items


def key(candidate: Candidate) -> str:
    return f"candidate-{candidate.id}-{candidate.version}"


def press(app: AppTest, end: str) -> AppTest:
    [button] = [one for one in app.button if (one.key or "").endswith(end)]
    return button.click().run()


def test_an_empty_inbox_leads_to_the_articles(open_page: Open) -> None:
    assert "No candidate waits" in words(open_page("inbox"))


def test_the_quote_is_marked_in_its_article_and_nothing_of_it_is_obeyed(
    open_page: Open, candidates: list[Candidate]
) -> None:
    app = open_page("inbox", candidate=str(candidates[0].id))
    passage = next(one.value for one in app.html if "passage" in one.value)
    assert f"<mark>{candidates[0].quoted[0]}</mark>" in passage
    assert "&lt;script&gt;" in passage


def test_accepting_puts_it_on_record_and_loads_the_next(
    open_page: Open, client: Client, candidates: list[Candidate]
) -> None:
    first = candidates[0]
    app = open_page("inbox", candidate=str(first.id))
    press(app, f"{first.id}-{first.version}-accept")
    assert not app.exception
    [made] = client.list_predictions().items
    assert made.author.name == "Eva Lind"
    assert "On record as a prediction of Eva Lind" in words(app)
    assert "1 waiting" in words(app)
    press(app, "undo")
    assert client.list_due().counts.candidates == 2


def test_corrected_fields_go_on_record(open_page: Open, client: Client, candidates: list[Candidate]) -> None:
    first = candidates[0]
    app = open_page("inbox", candidate=str(first.id))
    app.text_area(key=f"{key(first)}-statement").set_value("Das Gesetz wird 2025 beschlossen.")
    app.number_input(key=f"{key(first)}-probability").set_value(65.0).run()
    press(app, f"{first.version}-accept")
    assert "missing or wrong" not in words(app), words(app)
    [made] = client.list_predictions().items
    assert (made.statement, made.probability) == ("Das Gesetz wird 2025 beschlossen.", 0.65)


def test_a_repetition_adds_a_mention(open_page: Open, client: Client, candidates: list[Candidate]) -> None:
    first = candidates[0]
    known = {"author": "Eva Lind", "new_authors": "create", "made_on": "2025-08-01", "due_on": "2025-12-31"}
    earlier = client.record_prediction({**known, "statement": first.statement})
    app = open_page("inbox", candidate=str(first.id))
    app.radio(key=f"{key(first)}-repeats").set_value(str(earlier.id)).run()
    press(app, f"{first.version}-accept")
    assert len(client.read_prediction(earlier.id).mentions) == 1
    assert "one more mention" in words(app)


def test_a_changed_mind_is_a_prediction_that_revises_the_old(
    open_page: Open, client: Client, candidates: list[Candidate]
) -> None:
    first = candidates[0]
    known = {"author": "Eva Lind", "new_authors": "create", "made_on": "2025-08-01", "due_on": "2026-12-31"}
    earlier = client.record_prediction({**known, "statement": first.statement})
    app = open_page("inbox", candidate=str(first.id))
    assert "Look at it" in words(app)
    app.radio(key=f"{key(first)}-repeats").set_value(str(earlier.id)).run()
    press(app, f"{first.version}-accept")
    [revised] = [client.read_prediction(one) for one in client.read_prediction(earlier.id).revised_by]
    assert revised.statement == first.statement


def test_collection_question_and_tags_go_with_it(open_page: Open, client: Client, candidates: list[Candidate]) -> None:
    client.add_collection({"name": "Columns of 2025"})
    client.add_question({"wording": "Wird das Gesetz beschlossen?"})
    first, second = candidates
    app = open_page("inbox", candidate=str(first.id))
    app.selectbox(key=f"{key(first)}-collection").select("columns-of-2025")
    app.text_input(key=f"{key(first)}-question").set_value("wird das gesetz beschlossen?").run()
    app.button_group(key=f"{key(first)}-sense").set_value(-1)
    app.multiselect(key=f"{key(first)}-tags").set_value(["politics"]).run()
    press(app, f"{first.version}-accept")
    assert "missing or wrong" not in words(app), words(app)
    [made] = client.list_predictions().items
    assert (made.collection, made.question, made.sense, made.tags) == (
        "columns-of-2025", "wird-das-gesetz-beschlossen", -1, ["politics"],
    )  # fmt: skip
    assert app.selectbox(key=f"{key(second)}-collection").value == "columns-of-2025"


def test_a_question_that_nobody_asked_yet_is_created(
    open_page: Open, client: Client, candidates: list[Candidate]
) -> None:
    first = candidates[0]
    app = open_page("inbox", candidate=str(first.id))
    app.text_input(key=f"{key(first)}-question").set_value("Wird das Gesetz beschlossen?").run()
    press(app, "-question-new")
    assert [one.wording for one in client.list_questions().items] == ["Wird das Gesetz beschlossen?"]
    press(app, f"{first.version}-accept")
    assert client.list_predictions().items[0].question == "wird-das-gesetz-beschlossen"


def test_a_rejection_keeps_its_reason(open_page: Open, client: Client, candidates: list[Candidate]) -> None:
    app = open_page("inbox", candidate=str(candidates[0].id))
    press(app, "because-wish")
    assert client.read_candidate(candidates[0].id).rejected_reason == "A wish or demand, not a forecast"


def test_several_are_rejected_at_once(open_page: Open, client: Client, candidates: list[Candidate]) -> None:
    app = open_page("inbox")
    app.multiselect(key="bulk").set_value([str(one.id) for one in candidates]).run()
    app.text_input(key="bulk-reason").set_value("satire").run()
    press(app, "bulk-reject")
    assert "No candidate waits" in words(app)
    assert client.list_due().counts.candidates == 0


def test_one_that_is_decided_meanwhile_is_explained_and_nothing_is_lost(
    open_page: Open, client: Client, candidates: list[Candidate]
) -> None:
    first = candidates[0]
    app = open_page("inbox", candidate=str(first.id))
    client.reject_candidate(first.id, "satire")
    press(app, f"{first.version}-accept")
    assert not app.exception
    assert "Somebody has decided on that candidate meanwhile: rejected" in words(app)
    assert client.list_predictions().items == []


def test_later_goes_on_to_the_next(open_page: Open, candidates: list[Candidate]) -> None:
    app = open_page("inbox")
    press(app, "-skip")
    assert app.query_params["candidate"] == str(candidates[1].id)


def test_how_a_window_was_read_and_what_the_criteria_lack_is_told(open_page: Open, client: Client) -> None:
    for text in ("The tower will be sold by next Friday.", "The quay at Tarn will never be rebuilt."):
        client.add_article({"text": text, "byline": "Eva Lind", "language": "en", "published_on": "2025-03-05"})
    by_day = {bool(one.due_on): one for one in client.list_candidates(state="waiting").items}
    dated = words(open_page("inbox", candidate=str(by_day[True].id)))
    assert "“by next Friday” was read as: until 14" in dated
    assert "They may also mean 7" in dated
    assert "Name the source that decides" in dated
    undated = words(open_page("inbox", candidate=str(by_day[False].id)))
    assert "Proposed: look again on 1" in undated
    assert "Why then: “never” can only be checked up to a horizon" in undated
