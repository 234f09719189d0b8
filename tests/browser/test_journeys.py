"""The main jobs by clicking, each from beginning to end."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from registry.client import Client
from tests.browser.pages import Visitor, settle

COLUMN = """Harbour lights

By Lena Marsh
5 January 2025

The ferry to Skerry will not sail again before 1 April 2025. Nobody at the council knows why.
"""


def open_page(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()
    expect(page).to_have_title(re.compile(rf"^{name} "))
    settle(page)


def judge(page: Page, outcome: str, evidence: str) -> None:
    """Choose the outcome, paste the evidence, save."""
    settle(page)
    # While a page is drawn anew, the form of whoever acted before may still stand beside the new one.
    expect(page.get_by_role("radio", name=outcome, exact=True)).to_have_count(1)
    page.get_by_role("radio", name=outcome, exact=True).click()
    page.get_by_role("textbox", name="Evidence").fill(evidence)
    page.get_by_role("button", name="Save the verdict").click()
    expect(page.get_by_text("Saved: this prediction")).to_be_visible()


def act_as(page: Page, name: str) -> None:
    """Become somebody else on the page for judging, and wait until the form of whoever acted before is gone."""
    forms = page.get_by_role("textbox", name="Evidence").element_handles()
    page.get_by_role("combobox", name="Acting as").click()
    page.get_by_role("option", name=name).click()
    for form in forms:
        form.wait_for_element_state("hidden")
    settle(page)


def test_from_a_pasted_text_over_the_inbox_to_a_verdict_and_the_record(visitor: Visitor) -> None:
    page = visitor.open("log")
    page.get_by_role("radio", name="From a text").click()
    page.get_by_role("textbox", name="Text").fill(COLUMN)
    page.get_by_role("button", name="Read it").click()

    expect(page).to_have_title(re.compile("^Inbox "))
    settle(page)
    expect(page.locator("mark").first).to_contain_text("will not sail again")
    expect(page.get_by_role("textbox", name="Statement")).to_have_value(re.compile("ferry to Skerry will not sail"))
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("On record as a prediction of Lena Marsh.")).to_be_visible()

    # From Today to a saved verdict: three pointer actions and one paste.
    open_page(page, "Today")
    to_judge = page.get_by_role("link", name="Judge").and_(page.locator("[href*=id]"))
    card = page.locator("div", has_text="ferry to Skerry").filter(has=to_judge).last
    card.get_by_role("link", name="Judge").click()
    expect(page.get_by_role("heading", name=re.compile("ferry to Skerry"))).to_be_visible()
    judge(page, "Yes", "Timetable of the ferry company, 2 April 2025")

    page.goto(f"{visitor.origin}/author?slug=lena-marsh")
    settle(page)
    expect(page.get_by_text("1 on record = 0 open + 0 due + 1 resolved")).to_be_visible()
    expect(page.get_by_text("Too few to tell: 1 call")).to_be_visible()


def test_blind_double_judging_ends_in_a_decision(visitor: Visitor, client: Client) -> None:
    made = client.record_prediction(
        {
            "author": "Olaf Brand", "new_authors": "create", "statement": "The tower of Elm falls in 2024.",
            "made_on": "2024-01-03", "due_on": "2024-12-31", "probability": 0.8,
            "criteria": "Yes if the tower is gone by the end of 2024.",
        }
    )  # fmt: skip
    page = visitor.open(f"judge?id={made.id}")
    expect(page.get_by_text("Olaf Brand").first).to_be_visible()
    page.get_by_text("Blind", exact=True).click()
    expect(page.get_by_text("author hidden")).to_be_visible()
    expect(page.get_by_text("Olaf Brand")).to_have_count(0)
    judge(page, "Yes", "Seen on the spot in January 2025")
    expect(page.get_by_text("Olaf Brand").first).to_be_visible()

    act_as(page, "Ada Second")
    expect(page.get_by_text("author hidden")).to_be_visible()
    expect(page.get_by_text("Seen on the spot")).to_have_count(0)
    judge(page, "No", "Aerial picture of January 2025")
    assert client.read_prediction(made.id).disputed

    act_as(page, "Bo Decider")
    expect(page.get_by_text("Seen on the spot").first).to_be_visible()
    judge(page, "No", "The town's register of monuments")
    decided = client.read_prediction(made.id)
    assert (decided.disputed, decided.outcome) == (False, "no")
    by_person = {one.person: (one.role, one.in_force) for one in decided.judgements}
    assert by_person["Ada Second"] == ("second", False)
    assert by_person["Bo Decider"] == ("decision", True)


def test_logging_by_hand(visitor: Visitor, client: Client) -> None:
    page = visitor.open("log")
    page.get_by_role("textbox", name="Author").fill("Pia Nordin")
    expect(page.get_by_text("Create “Pia Nordin” as a new author")).to_be_visible()
    page.get_by_role("textbox", name="Statement").fill("The mill at Holm will burn down by 2030.")
    fill_day(page, "Said on", "2026-02-01")
    fill_day(page, "Due by", "2029-12-31")
    page.get_by_role("spinbutton", name="Probability, %").fill("30")
    page.keyboard.press("Tab")
    expect(page.get_by_text("It has a probability and can be scored.")).to_be_visible()
    page.get_by_role("button", name="Put on record").click()
    expect(page.get_by_text("On record:")).to_be_visible()

    made = client.list_predictions({"author": "pia-nordin"}).items[0]
    assert (made.made_on, made.due_on, made.probability) == (date(2026, 2, 1), date(2029, 12, 31), 0.3)
    page.get_by_role("link", name="Open it").click()
    expect(page.get_by_role("heading", name="The mill at Holm will burn down by 2030.")).to_be_visible()


def fill_day(page: Page, label: str, day: str) -> None:
    for part, digits in zip(("year", "month", "day"), day.split("-"), strict=True):
        page.get_by_role("spinbutton", name=f"{part}, {label}").press_sequentially(digits)
    page.keyboard.press("Escape")
