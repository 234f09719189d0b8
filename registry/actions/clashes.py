"""Two writers at once: the second one's unique value is taken between its check and its write."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError

from registry.domain.errors import Conflict


@contextmanager
def clash_as_conflict(detail: str) -> Iterator[None]:
    """Raise Conflict with `detail` where the database finds a value taken that was free a moment ago."""
    try:
        yield
    except IntegrityError as problem:
        raise Conflict(detail) from problem
