"""One time limit holds for everything."""

import threading
from collections.abc import Sequence

import pytest

from registry.domain.errors import Unreachable
from registry.outbound.deadline import Deadline, resolve_within


def test_what_is_left_shrinks_and_is_cut_to_what_is_asked() -> None:
    now = [100.0]
    deadline = Deadline(30, clock=lambda: now[0])
    assert deadline.left() == 30
    assert deadline.left(at_most=10) == 10
    now[0] = 125.0
    assert deadline.left() == 5
    assert deadline.left(at_most=10) == 5


@pytest.mark.parametrize("late", [30.0, 31.0, 1e9])
def test_when_none_is_left_the_limit_is_named(late: float) -> None:
    now = [0.0]
    deadline = Deadline(30, clock=lambda: now[0])
    now[0] = late
    with pytest.raises(Unreachable, match="longer than 30 seconds"):
        deadline.left()


def test_a_resolver_that_never_answers_ends_with_the_deadline() -> None:
    released = threading.Event()

    def never(host: str) -> Sequence[str]:
        released.wait(10)
        return []

    with pytest.raises(Unreachable, match=r"longer than 0\.05 seconds"):
        resolve_within(Deadline(0.05), never, "slow.example")
    released.set()


def test_a_fault_inside_the_resolver_is_not_hidden() -> None:
    def faulty(host: str) -> Sequence[str]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        resolve_within(Deadline(5), faulty, "any.example")
