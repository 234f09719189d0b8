"""A program that ends with whoever started it, however that ended: `python -m registry.cli.running.tethered MODULE …`.

Whoever starts it holds the other end of its standard input. The operating system closes that end with the process
it belongs to, even one that was killed, and then there is nothing more to read.
"""

import os
import runpy
import sys
import threading

LET_GO = 1
"""Exit status of a program whose starter is gone."""


def run(module: str, arguments: list[str]) -> None:
    """Run a module as a program of that name, until it ends or standard input does."""
    threading.Thread(target=_wait_for_the_end, name="tether", daemon=True).start()
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _wait_for_the_end() -> None:
    # Read past Python's own buffer: its lock would keep the interpreter from ending in good order.
    while os.read(0, 1024):
        continue
    os._exit(LET_GO)


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2:])
