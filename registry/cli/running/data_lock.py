"""One `registry up` per data directory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from registry.domain.errors import Unready

LOCK_NAME = "up.lock"


@contextmanager
def sole_use(data_dir: Path) -> Iterator[None]:
    """Hold the data directory for as long as the block runs; it is let go of even when the process dies.

    Raises Unready where another process holds it, or the directory cannot be written to.
    """
    lock = FileLock(data_dir / LOCK_NAME, timeout=0)
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as problem:
        raise Unready(
            f"`registry up` is running already on the data directory {data_dir.resolve()}. Stop that one "
            "first, or set REGISTRY_DATA_DIR to another directory."
        ) from problem
    except OSError as problem:
        raise Unready(
            f"The data directory {data_dir.resolve()} cannot be written to ({problem.strerror}). "
            "Set REGISTRY_DATA_DIR to a directory that you may write to."
        ) from problem
    try:
        yield
    finally:
        lock.release()
