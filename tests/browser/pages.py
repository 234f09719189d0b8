"""A browser's pages, watched while a test clicks through them."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, WebSocket, expect

PATIENCE = 40_000
"""Milliseconds that something may take to appear on a busy machine."""

THIS_MACHINE = {"127.0.0.1"}
PROBED = ("/_stcore/health", "/_stcore/host-config")
"""On a deep link, any Streamlit page first looks for its server below the page's own path, which is a 404."""


@dataclass
class Watch:
    """What went on behind the pages: errors on the console, and hosts that were asked for something."""

    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def over(self, page: Page) -> None:
        """Watch this page from now on; requests that would leave the machine are noted and stopped."""
        page.on("console", self._note_message)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._note_request)
        page.on("websocket", self._note_socket)
        page.route(lambda address: urlsplit(address).hostname not in THIS_MACHINE, _stop)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.location["url"].endswith(PROBED):
            self.errors.append(f"{message.text} {message.location['url']}")

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"}:
            self.hosts.add(str(parts.hostname))

    def _note_socket(self, socket: WebSocket) -> None:
        self.hosts.add(str(urlsplit(socket.url).hostname))


@dataclass
class Visitor:
    """Somebody with a browser of their own size and language."""

    browser: Browser
    origin: str
    watch: Watch
    contexts: list[Any] = field(default_factory=list)

    def open(self, path: str = "", *, width: int = 1280, height: int = 900, locale: str = "en-GB") -> Page:
        """A page in a fresh browser session, once it stands still."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        page = context.new_page()
        self.watch.over(page)
        page.goto(f"{self.origin}/{path}")
        settle(page)
        return page

    def leave(self) -> None:
        """Close every session."""
        for context in self.contexts:
            context.close()


def settle(page: Page) -> None:
    """Wait until a heading stands there and the script has run."""
    expect(page.get_by_test_id("stMain").get_by_role("heading").first).to_be_visible(timeout=PATIENCE)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE)


def _stop(route: Route) -> None:
    route.abort()
