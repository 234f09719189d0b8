"""Programs that end with their starter, as real processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TETHERED = [sys.executable, "-m", "registry.cli.running.tethered"]
STARTER = """
import subprocess, sys, time
child = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, pass_fds=[int(sys.argv[1])])
time.sleep(600)
"""
PATIENCE = 30


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """An environment in which there is a module `sleeper`, that says on a pipe that it is awake and sleeps."""
    told = "import os, sys, time; os.write(int(sys.argv[1]), b'awake'); time.sleep(600)"
    (tmp_path / "sleeper.py").write_text(told)
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}


def test_a_tethered_program_ends_when_its_starter_is_killed(surroundings: dict[str, str]) -> None:
    reading, writing = os.pipe()
    command = [sys.executable, "-c", STARTER, str(writing), *TETHERED, "sleeper", str(writing)]
    with subprocess.Popen(command, env=surroundings, pass_fds=[writing]) as process, os.fdopen(reading, "rb") as told:
        os.close(writing)
        assert told.read(5) == b"awake"
        process.kill()
        # The pipe ends only when the last process that holds it has ended.
        assert told.read() == b""


def test_a_tethered_program_has_its_own_name_and_words(tmp_path: Path, surroundings: dict[str, str]) -> None:
    (tmp_path / "speaker.py").write_text("import sys; print(__name__, sys.argv[1:])")
    command = [*TETHERED, "speaker", "--a", "b"]
    pipe = subprocess.PIPE
    # Its standard input stays open until it has ended by itself.
    with subprocess.Popen(command, env=surroundings, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.read() == "__main__ ['--a', 'b']\n"
        assert process.wait(PATIENCE) == 0
