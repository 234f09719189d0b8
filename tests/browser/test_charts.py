"""Charts are saved as pictures by the browser itself."""

import re
from pathlib import Path
from xml.dom import minidom

import pytest
from playwright.sync_api import expect

from registry.client import Client
from scripts.started_registry import Started
from tests.browser.pages import Visitor, settle

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module", autouse=True)
def something_scored(installation: Started) -> None:
    with Client(installation.api, installation.key) as client:
        made = client.record_prediction(
            {
                "author": "Iris Vale", "new_authors": "create", "statement": "The mill of Ost burns down in 2024.",
                "made_on": "2024-01-02", "due_on": "2024-12-31", "probability": 0.2,
            }
        )  # fmt: skip
        client.judge_prediction(
            made.id, {"outcome": "no", "citation": "Register of fires, 2024", "known_on": "2025-01-02"}
        )


def test_a_chart_is_saved_as_svg_and_as_png(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open("author?slug=iris-vale")
    page.locator(".st-key-chart-hits-and-misses svg").first.wait_for()
    for kind in ("svg", "png"):
        with page.expect_download() as saved:
            page.get_by_role("button", name=f"Save as {kind.upper()}: Hits and misses").click()
        assert saved.value.suggested_filename == f"hits-and-misses.{kind}"
        saved.value.save_as(tmp_path / f"chart.{kind}")
    drawn = minidom.parse(str(tmp_path / "chart.svg")).getElementsByTagName("svg")[0]  # noqa: S318 - our own file
    assert drawn.getElementsByTagName("rect")[0].getAttribute("fill") == "rgb(255, 255, 255)"
    assert (tmp_path / "chart.png").read_bytes().startswith(PNG)


def test_from_the_list_of_authors_to_a_record_with_its_figures_explained(visitor: Visitor) -> None:
    page = visitor.open("authors")
    page.locator(".st-key-author-iris-vale").get_by_role("link", name="Record").click()
    expect(page).to_have_title(re.compile("^Iris Vale "))
    settle(page)
    page.get_by_role("button", name="How is this computed?").first.click()
    expect(page.get_by_text("1 − 0.0400 / 0.2500 = ")).to_be_visible()
