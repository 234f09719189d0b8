"""Two years of the scheduler's life with kills, lost databases, wrong clocks and several schedulers at once.

    python benchmarks/two_years.py [--quick]

Ends with an error where anything was lost, doubled or late; prints what was lived through. `--quick`: 20 days.
"""

import argparse
import logging
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from registry.storage.engine import open_engine
from registry.storage.migration import migrate
from tests.postgres import running_server
from tests.simulation.run import simulate

SEED = 7
SIZES = {True: (20, 300), False: (730, 5_000)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    days, predictions = SIZES[parser.parse_args().quick]
    logging.disable(logging.CRITICAL)  # what goes wrong is meant to
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(running_server(folder / "postgres"))
        urls = {
            "sqlite": f"sqlite:///{folder / 'registry.db'}",
            "postgresql": stack.enter_context(server.database()),
        }
        for kind, url in urls.items():
            engine = open_engine(url)
            migrate(engine)
            engine.dispose()
            place = folder / kind
            place.mkdir()
            begun = time.perf_counter()
            figures = simulate(url, place, days=days, predictions=predictions, seed=SEED)
            told = ", ".join(f"{n:,} {what}" for what, n in sorted(figures.items()))
            print(f"{kind}: {days} days in {time.perf_counter() - begun:.0f} s; {told}; nothing lost, nothing twice")


if __name__ == "__main__":
    main()
