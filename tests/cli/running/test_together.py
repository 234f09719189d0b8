import os
import signal
from threading import Event

import pytest

from registry.cli.running.together import run_together, stopped_by_signals
from registry.domain.errors import Unready


class Lamp:
    """A part that burns until it is stopped, or until it has been looked at often enough."""

    def __init__(self, name: str, log: list[str], looks: int = 1_000) -> None:
        self.name, self._log, self._looks = name, log, looks

    def start(self) -> None:
        self._log.append(f"{self.name} on")

    def lives(self) -> bool:
        self._looks -= 1
        return self._looks >= 0

    def stop(self) -> None:
        self._log.append(f"{self.name} off")


def test_all_stop_in_reverse_once_told_so() -> None:
    log: list[str] = []
    stopped = Event()
    run_together([Lamp("a", log), Lamp("b", log)], is_ready=lambda: True, when_ready=stopped.set, stopped=stopped)
    assert log == ["a on", "b on", "b off", "a off"]


@pytest.mark.parametrize("looks", [0, 1])
def test_when_one_ends_by_itself_all_stop_and_it_is_named(looks: int) -> None:
    log: list[str] = []
    parts = [Lamp("a", log), Lamp("b", log, looks)]
    with pytest.raises(Unready, match="The b ended by itself"):
        run_together(parts, is_ready=lambda: True, when_ready=lambda: None, stopped=Event())
    assert log[-2:] == ["b off", "a off"]


def test_who_is_stopped_before_being_ready_never_says_ready() -> None:
    log: list[str] = []
    stopped = Event()
    stopped.set()
    run_together([Lamp("a", log)], is_ready=lambda: False, when_ready=lambda: log.append("ready"), stopped=stopped)
    assert log == ["a on", "a off"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signals_ask_for_the_end_and_are_given_back_afterwards(sign: signal.Signals) -> None:
    stopped, before = Event(), signal.getsignal(sign)
    with stopped_by_signals(stopped):
        os.kill(os.getpid(), sign)
        assert stopped.wait(5)
    assert signal.getsignal(sign) == before
