"""A bar on stderr for long work, where somebody looks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Advance(Protocol):
    """Moves a bar on."""

    def __call__(self, value: Value, by: int = 1) -> Value:
        """Move it on by so many, and hand the value back."""


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Advance]:
    """Yields `advance(value, by=1)`, which moves the bar on and hands the value back.

    Where stderr is no terminal nothing is shown.
    """
    if not sys.stderr.isatty():
        yield lambda value, by=1: value  # noqa: ARG005
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)

        def advance(value: Value, by: int = 1) -> Value:
            bar.advance(task, by)
            return value

        yield advance
