"""A scheduler in a process of its own, for tests that kill it: `python scheduling_process.py URL START`.

Its clock goes a hundred times as fast as the machine's, from START (Unix time), so that every tick has
work. It says `ready` when it begins to tick.
"""

import sys
import time
from datetime import UTC, datetime, timedelta

from registry.jobs.scheduler import blocking_scheduler
from registry.storage.engine import open_engine, session_factory

SPEED = 100
TICK = 0.2

if __name__ == "__main__":
    url, start = sys.argv[1], float(sys.argv[2])

    def clock() -> datetime:
        """The fast clock, the same in all processes that began with the same START."""
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=(time.time() - start) * SPEED)

    scheduler = blocking_scheduler(session_factory(open_engine(url)), clock, TICK)
    print("ready", flush=True)  # noqa: T201 (the test waits for it)
    scheduler.start()
