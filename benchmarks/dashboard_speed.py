"""How long each page of the dashboard takes: its script on the server, and until a browser shows its content.

    python benchmarks/dashboard_speed.py [--quick]

On the example data and on 100,000 predictions (--quick: on 2,000 alone, with fewer runs). The script is run in this
process against a registry that is really started; a run may take 300 ms (p95). Time to content is taken in Chromium,
in turn with a bare Streamlit page, of which it may be twice. Without a Chromium that column stays empty.
"""

import argparse
import logging
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import streamlit as st
from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.testing.v1 import AppTest

import dashboard
from benchmarks.records_at_scale import fill
from registry.api.local_key import ensure_local_key
from registry.client import Client
from registry.jobs.runner import run_all_jobs
from registry.settings import Settings
from registry.storage.engine import open_engine, session_factory, unit_of_work
from registry.storage.migration import migrate
from registry.storage.rollups import recomputed, replace_all
from scripts.bare_page import bare_page
from scripts.chromium import FLAGS, find_chromium
from scripts.started_registry import Started, started

APP = Path(dashboard.__file__).parent / "app.py"
PAGES = (
    "today", "inbox", "judge", "log", "predictions", "prediction", "leaderboard", "authors", "author", "compare",
    "articles", "sources", "delivery",
)  # fmt: skip
RUN_LIMIT, CONTENT_LIMIT = 300.0, 2.0
PATIENCE_MS = 60_000


@contextmanager
def demo() -> Iterator[Started]:
    with tempfile.TemporaryDirectory() as folder, started(Path(folder), "--demo", within=300) as registry:
        yield registry


@contextmanager
def filled(n_predictions: int) -> Iterator[Started]:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        engine = open_engine(settings.database_url)
        migrate(engine)
        sessions = session_factory(engine)
        ensure_local_key(settings, sessions, datetime.now(UTC))
        with unit_of_work(sessions) as session:
            fill(session, n_predictions // 100, n_predictions)
            replace_all(session, (cells for _, cells in recomputed(session)))
        # Else the scheduler announces them all while the first pages are measured.
        run_all_jobs(sessions, datetime.now(UTC))
        engine.dispose()
        with started(Path(folder)) as registry:
            yield registry


def addresses(registry: Started) -> dict[str, dict[str, str]]:
    """What each page is asked for."""
    with Client(registry.api, registry.key) as client:
        one = client.list_predictions(limit=1).items[0]
        within = {"collection": one.collection} if one.collection else {}
        ranked = [line.author.slug for line in client.read_leaderboard({**within, "limit": 5}).lines]
    return {name: {} for name in PAGES} | {
        "prediction": {"id": str(one.id)},
        "author": {"slug": one.author.slug, **within},
        "leaderboard": within,
        "compare": {"authors": ",".join(ranked), **within},
    }


def run_times(name: str, params: dict[str, str], runs: int) -> list[float]:
    """Milliseconds of each run of a page's script, after one that warms it up."""
    app = AppTest.from_file(APP, default_timeout=60)
    app.switch_page(f"views/{name}.py")
    for key, value in params.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, (name, [one.message for one in app.exception])
    return [1000 * timed(app.run) for _ in range(runs)]


def content_times(browser: Browser, addresses: list[str], rounds: int) -> list[float]:
    """Milliseconds until each address stands still, the median over rounds that take them in turn.

    One round before them warms up servers and browser and does not count.
    """
    taken: list[list[float]] = [[] for _ in addresses]
    for _ in range(rounds + 1):
        for times, address in zip(taken, addresses, strict=True):
            page = browser.new_page()
            times.append(1000 * timed(partial(show, page, address)))
            page.close()
    return [statistics.median(times[1:]) for times in taken]


def show(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("[data-testid=stMain] h1", timeout=PATIENCE_MS)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE_MS)


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def measure(told: str, registry: Started, bare: str, browser: Browser | None, runs: int, rounds: int) -> None:
    # Streamlit warns of what is no fault here, that no browser is connected, and sets its own levels on each run.
    logging.disable(logging.WARNING)
    os.environ |= {"REGISTRY_API_URL": registry.api, "REGISTRY_API_KEY": registry.key}
    st.cache_resource.clear()
    st.cache_data.clear()
    print(
        f"\n{told}\n{'page':<14}{'run p95 ms':>12}{'limit':>8}{'content ms':>12}{'bare ms':>10}{'ratio':>8}{'limit':>8}"
    )
    for name, params in addresses(registry).items():
        times = run_times(name, params, runs)
        p95 = statistics.quantiles(times, n=20, method="inclusive")[18]
        line = f"{name:<14}{p95:>12.0f}{RUN_LIMIT:>8.0f}"
        if browser is not None:
            query = "&".join(f"{key}={value}" for key, value in params.items())
            path = "" if name == "today" else name
            content, floor = content_times(browser, [f"{registry.dashboard}/{path}?{query}", bare], rounds)
            line += f"{content:>12.0f}{floor:>10.0f}{content / floor:>8.2f}{CONTENT_LIMIT:>8.1f}"
        print(line, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    runs, rounds = (5, 1) if quick else (40, 7)
    sets: dict[str, Callable[[], AbstractContextManager[Started]]] = {
        "example data": demo,
        "100,000 predictions": partial(filled, 100_000),
    }
    if quick:
        sets = {"2,000 predictions": partial(filled, 2_000)}
    chromium = find_chromium()
    with ExitStack() as open_things:
        bare = open_things.enter_context(bare_page())
        browser = None
        if chromium is not None:
            playwright = open_things.enter_context(sync_playwright())
            browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        for told, make in sets.items():
            with make() as registry:
                measure(told, registry, bare, browser, runs, rounds)


if __name__ == "__main__":
    main()
