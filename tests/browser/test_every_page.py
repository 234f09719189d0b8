"""What holds for every page: on a phone, in German, and for people who do not see it."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard import labels
from registry.client import Client
from scripts.bare_page import bare_page
from scripts.started_registry import Started
from tests.browser.pages import Visitor, settle

PAGES = ("today", "inbox", "judge", "log", "predictions", "leaderboard", "authors", "articles")
PHONE = 390
COLUMN = """Quiet quay

By Rosa Lund
5 March 2025

The quay at Tarn will not be rebuilt before the end of 2025. The lighthouse will be sold by 2024.
"""


@pytest.fixture(scope="module", autouse=True)
def something_to_show(installation: Started) -> None:
    """A candidate that waits, and a prediction that is due and one that is not."""
    with Client(installation.api, installation.key) as client:
        client.add_article({"text": COLUMN})
        for year in (2025, 2090):
            client.record_prediction(
                {
                    "author": "Rosa Lund", "new_authors": "create", "statement": f"The dam of Tarn breaks in {year}.",
                    "made_on": "2024-05-02", "due_on": f"{year}-10-01", "probability": 0.2,
                }
            )  # fmt: skip


@pytest.fixture(scope="module")
def bare() -> Iterator[str]:
    """The address of a Streamlit page with next to nothing on it."""
    with bare_page() as address:
        yield address


def go_to(page: Page, name: str, language: str) -> None:
    """By the navigation, which hides behind a button on a phone."""
    words = labels.words(language)[f"page.{name}"]
    open_menu(page)
    page.get_by_test_id("stSidebar").get_by_role("link", name=words, exact=True).click()
    expect(page).to_have_title(re.compile(f"^{re.escape(words)} "))
    settle(page)


def open_menu(page: Page) -> None:
    menu = page.get_by_test_id("stExpandSidebarButton")
    if menu.is_visible():
        menu.click()


def test_on_a_german_phone_no_page_runs_over_the_edge_or_has_a_barrier_of_its_own(visitor: Visitor, bare: str) -> None:
    page = visitor.open(width=PHONE, height=844, locale="de-DE")
    widths: dict[str, int] = {}
    found: dict[str, str] = {}
    for name in PAGES:
        go_to(page, name, "de")
        widths[name] = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        found |= {rule: f"{name}: {example}" for rule, example in serious_faults(page).items()}
    assert widths == dict.fromkeys(PAGES, PHONE)
    page.goto(bare)
    settle(page)
    excused = serious_faults(page)
    assert {rule: example for rule, example in found.items() if rule not in excused} == {}


def test_a_link_shows_the_language_that_its_sender_chose(visitor: Visitor) -> None:
    page = visitor.open("articles", locale="de-DE")
    expect(page.get_by_role("heading", level=1)).to_have_text(labels.words("de")["articles.title"])
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(labels.words("en")["articles.title"])
    again = visitor.open(page.url.removeprefix(f"{visitor.origin}/"), locale="de-DE")
    expect(again.get_by_role("heading", level=1)).to_have_text(labels.words("en")["articles.title"])


def serious_faults(page: Page) -> dict[str, str]:
    """Rules of axe-core that are broken, of those it calls serious or critical, each with the first place."""
    response = Axe().run(page, options={"resultTypes": ["violations"]}).response
    broken = [one for one in response["violations"] if one["impact"] in {"serious", "critical"}]
    return {one["id"]: one["nodes"][0]["html"][:300] for one in broken}
