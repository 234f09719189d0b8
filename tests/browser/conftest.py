"""A registry that is really started, and a Chromium to look at it with."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from registry.client import Client
from scripts.chromium import FLAGS, MISSING, find_chromium
from scripts.started_registry import Started, started
from tests.browser.pages import PATIENCE, THIS_MACHINE, Visitor, Watch

PERSONS = ("Ada Second", "Bo Decider")
"""Judges beside the person who runs the installation."""


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """`registry up` on free ports, with data of its own; one for all browser tests of a worker."""
    with started(tmp_path_factory.mktemp("browser") / "var") as running:
        with Client(running.api, running.key) as client:
            for name in PERSONS:
                client.create_person({"name": name, "role": "judge"})
        yield running


@pytest.fixture
def client(installation: Started) -> Iterator[Client]:
    """What somebody else does meanwhile, by the API."""
    with Client(installation.api, installation.key) as client:
        yield client


# For each module anew: while it is open, Playwright occupies the event loop of this thread, which other tests need.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip(MISSING)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser: Browser, installation: Started) -> Iterator[Visitor]:
    """Somebody at the dashboard. Afterwards: no error on the console, and nothing left the machine."""
    visitor = Visitor(browser, installation.dashboard, Watch())
    yield visitor
    visitor.leave()
    assert visitor.watch.errors == []
    assert visitor.watch.hosts == THIS_MACHINE
