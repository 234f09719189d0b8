"""Doing things at the same time, to see what happens when they meet."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

Result = TypeVar("Result")


def at_the_same_time(work: Callable[[int], Result], n: int) -> list[Result]:
    """What `work` returned in each of `n` threads that set out together; each is told its number."""
    start = Barrier(n)

    def run(worker: int) -> Result:
        start.wait(timeout=20)
        return work(worker)

    with ThreadPoolExecutor(n) as pool:
        return list(pool.map(run, range(n)))
