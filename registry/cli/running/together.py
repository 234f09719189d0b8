"""Parts that run together: when one ends, or the person says so, all end."""

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from threading import Event
from types import FrameType

from registry.cli.running.parts import Part
from registry.domain.errors import Unready

LOOK_SECONDS = 0.2
START_SECONDS = 60.0


def run_together(
    parts: Sequence[Part], *, is_ready: Callable[[], bool], when_ready: Callable[[], None], stopped: Event
) -> None:
    """Start all parts, wait until `is_ready`, call `when_ready`, and stop all once `stopped` is set.

    Raises Unready, once all have stopped, where one ends by itself or they do not become ready.
    """
    with ExitStack() as started:
        for part in parts:
            part.start()
            started.callback(part.stop)
        if _become_ready(parts, is_ready, stopped):
            when_ready()
            _watch(parts, stopped)


@contextmanager
def stopped_by_signals(stopped: Event) -> Iterator[None]:
    """Ctrl-C, SIGTERM and a closed terminal set `stopped` for as long as the block runs."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    before = {sign: signal.signal(sign, stop) for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)


def _become_ready(parts: Sequence[Part], is_ready: Callable[[], bool], stopped: Event) -> bool:
    """Whether they became ready; False when they were stopped before."""
    for _ in range(int(START_SECONDS / LOOK_SECONDS)):
        _check(parts)
        if is_ready():
            return True
        if stopped.wait(LOOK_SECONDS):
            return False
    raise Unready(f"It did not become ready within {START_SECONDS:.0f} seconds, so everything was stopped.")


def _watch(parts: Sequence[Part], stopped: Event) -> None:
    while not stopped.wait(LOOK_SECONDS):
        _check(parts)


def _check(parts: Sequence[Part]) -> None:
    ended = [part.name for part in parts if not part.lives()]
    if ended:
        raise Unready(f"The {ended[0]} ended by itself, so everything else was stopped too. See the lines above.")
