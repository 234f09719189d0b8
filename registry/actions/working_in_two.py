"""Work in numbered parts, shared between this process and a second one, whichever is free."""

import gc
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, NamedTuple, TypeVar

from registry.domain.errors import Unready

Made = TypeVar("Made")
Make = Callable[[int], Made]

AHEAD = 8
"""How many parts the second process may have made that nobody has taken over."""


class _Shared(NamedTuple):
    """What the two processes share: the next number, room for parts made ahead, and the folder that holds them."""

    next_number: Any
    room: Any
    folder: Path


def made_in_two(make: Make[Made], n: int) -> Iterator[Made]:
    """What `make` makes of 0, 1, … n-1, in this order, some of it in a second process.

    `make` and what it makes must be picklable; each process calls its own copy, with growing numbers. While the
    second process gets ready, or where it is slow, this one makes more. An error of `make` is raised where its
    turn comes; Unready where the second process ended before its work did.
    """
    # A copy of this process is at work at once, while a fresh one first reads every module. The copy holds the same
    # open database, but neither uses nor closes it: it only makes parts, and ends without ado.
    context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
    with TemporaryDirectory(prefix="registry-") as folder:
        shared = _Shared(context.Value("L", 0), context.Semaphore(AHEAD), Path(folder))
        ours, theirs = context.Pipe(duplex=False)
        second = context.Process(target=_work, args=(theirs, shared, make, n), daemon=True)
        with _without_a_program():
            second.start()
        theirs.close()
        try:
            yield from _in_order(ours, shared, make, n)
        finally:
            ours.close()
            second.terminate()
            second.join()


def _in_order(pipe: Connection, shared: _Shared, make: Make[Made], n: int) -> Iterator[Made]:
    made: dict[int, Made] = {}
    for number in range(n):
        while number not in made:
            mine = n if pipe.poll() else _next(shared)
            with _without_looking_for_garbage():
                if mine < n:
                    made[mine] = make(mine)
                else:
                    made |= _taken_over(pipe, shared)
        yield made.pop(number)


def _taken_over(pipe: Connection, shared: _Shared) -> dict[int, Any]:
    """One part that the second process made, by its number."""
    try:
        number: int = pipe.recv()
    except EOFError as problem:
        message = "The second process was ended from outside, perhaps for want of memory. Try again."
        raise Unready(message) from problem
    file = shared.folder / str(number)
    found = pickle.loads(file.read_bytes())  # noqa: S301 - from our own process
    file.unlink()
    shared.room.release()
    if isinstance(found, Exception):
        raise found
    return {number: found}


def _work(pipe: Connection, shared: _Shared, make: Make[Any], n: int) -> None:
    # Ctrl-C reaches every process of the terminal; the first one ends this one, and no handler of its own delays that.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()
    while _is_room(shared) and (number := _next(shared)) < n:
        try:
            made = make(number)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is raised over there
            made = problem
        # Through files: what a pipe holds is less than one part, and this process would wait for the other one.
        (shared.folder / str(number)).write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        pipe.send(number)


def _is_room(shared: _Shared) -> bool:
    """Wait until another part may be made; False where nobody is left who would take it."""
    first = parent_process()
    while not shared.room.acquire(timeout=1):
        if first is None or not first.is_alive():
            return False
    return True


def _next(shared: _Shared) -> int:
    with shared.next_number.get_lock():
        number: int = shared.next_number.value
        shared.next_number.value += 1
    return number


@contextmanager
def _without_a_program() -> Iterator[None]:
    # A spawned process runs the program of this one again, which is not needed and might do anything.
    program = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = program


@contextmanager
def _without_looking_for_garbage() -> Iterator[None]:
    # Among so many new rows it takes a fifth of the time, and rows hold no rings.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
