"""Pictures of every page of the running dashboard, with the example data.

    python scripts/screenshots.py

Starts the registry on data of its own. The few pictures that the README shows go to docs/screenshots, all others to
var/screenshots.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# A script finds only its own folder by itself.
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from registry.client import Client  # noqa: E402
from scripts.chromium import FLAGS, MISSING, find_chromium  # noqa: E402
from scripts.started_registry import Started, started  # noqa: E402

SHOWN = ROOT / "docs/screenshots"
"""Pictures of the README, kept in the repository."""
REST = ROOT / "var/screenshots"
README = {
    "today-en-light-wide",
    "inbox-en-light-wide",
    "author-en-light-wide",
    "judge-de-dark-wide",
    "today-en-light-phone",
}
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
PATIENCE = 20_000
"""Milliseconds that a page may take to stand still."""


@dataclass(frozen=True, slots=True)
class View:
    """One picture: which page, in which language, light and size."""

    page: str
    address: str
    language: str
    scheme: str
    size: str

    @property
    def name(self) -> str:
        """The name of the picture's file, without its ending."""
        return f"{self.page}-{self.language}-{self.scheme}-{self.size}"


def views(addresses: dict[str, str]) -> Iterator[View]:
    """Every page in English, light, dark and at phone width; all pages light in German; one dark in German."""
    for page, address in addresses.items():
        for language, scheme, size in (
            ("en", "light", "wide"), ("en", "dark", "wide"), ("en", "light", "phone"), ("de", "light", "wide"),
        ):  # fmt: skip
            yield View(page, address, language, scheme, size)
    yield View("judge", addresses["judge"], "de", "dark", "wide")


def addresses_of(registry: Started) -> dict[str, str]:
    """The path of each page, with something to show."""
    with Client(registry.api, registry.key) as client:
        board = {"collection": "demo", "sort": "-made"}
        resolved = next(client.iter_predictions({**board, "outcome": "yes"}))
        due = client.list_due(urgency="due", limit=1).items or client.list_due(limit=1).items
        article = client.list_articles(limit=1).items[0]
        asked = next(one for one in client.iter_due() if one.question)
        ranked = [line.author.slug for line in client.read_leaderboard({"collection": "demo", "limit": 3}).lines]
        author = ranked[0]
        return {
            "today": "",
            "inbox": "inbox",
            "judge": f"judge?id={due[0].id}",
            "log": "log",
            "predictions": "predictions?collection=demo",
            "prediction": f"prediction?id={resolved.id}",
            "leaderboard": "leaderboard?collection=demo",
            "authors": "authors",
            "author": f"author?slug={author}&collection=demo",
            "author-calibration": f"author?slug={author}&collection=demo&show=calibration",
            "author-parts": f"author?slug={author}&collection=demo&show=parts",
            "compare": f"compare?authors={','.join(ranked)}&collection=demo",
            "articles": "articles",
            "article": f"article?id={article.id}",
            "question": f"question?id={asked.question}",
            "sources": "sources",
            "delivery": "delivery",
        }


def settle(page: Page) -> None:
    """Wait until the script has run, nothing is a grey shape any more, and every chart is drawn."""
    page.wait_for_selector(
        "[data-testid=stMain] h1, [data-testid=stMain] h2, [data-testid=stMain] h3", timeout=PATIENCE
    )
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE)
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')", timeout=PATIENCE)
    page.wait_for_load_state("networkidle", timeout=PATIENCE)
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(600)


def take(browser: Browser, origin: str, view: View) -> Path:
    """Take one picture; returns where it stands."""
    width, height = SIZES[view.size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if view.scheme == "dark" else "light",
        locale={"en": "en-GB", "de": "de-DE"}[view.language],
        reduced_motion="reduce",
    )
    try:
        page = context.new_page()
        page.goto(f"{origin}/{view.address}")
        settle(page)
        path = (SHOWN if view.name in README else REST) / f"{view.name}.png"
        page.screenshot(path=path)
        return path
    finally:
        context.close()


def main() -> int:
    """Take all pictures; returns the exit status."""
    chromium = find_chromium()
    if chromium is None:
        print(MISSING, file=sys.stderr)
        return 1
    for folder in (SHOWN, REST):
        folder.mkdir(parents=True, exist_ok=True)
    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as data_dir, started(Path(data_dir), "--demo") as registry:
        found = addresses_of(registry)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
            for view in views(found):
                if not wanted or view.page in wanted or view.name in wanted:
                    print(take(browser, registry.dashboard, view).relative_to(ROOT), flush=True)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
