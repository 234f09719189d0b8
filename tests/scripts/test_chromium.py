import subprocess
from pathlib import Path

import pytest

from scripts import chromium


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The programs that were started, in order; none of them runs."""
    words: list[list[str]] = []

    def run(command: list[str], **_options: object) -> None:
        words.append(command)

    monkeypatch.setattr(subprocess, "run", run)
    return words


def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *programs: str, root: bool) -> None:
    for name in programs:
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 0 if root else 1000)


def test_a_chromium_that_is_there_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, started: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    machine(monkeypatch, tmp_path, "chromium", "apt-get", root=True)
    assert chromium.main() == 0
    assert chromium.find_chromium() == str(tmp_path / "chromium")
    assert (started, capsys.readouterr()) == ([], ("", ""))


def test_root_installs_one_and_says_so_before(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, started: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    machine(monkeypatch, tmp_path, "apt-get", root=True)
    assert chromium.main() == 0
    assert ["update" in words or "chromium" in words for words in started] == [True, True]
    assert "Installing Debian's chromium" in capsys.readouterr().out


@pytest.mark.parametrize(("programs", "root"), [((), True), (("apt-get",), False)])
def test_without_the_means_it_says_what_to_do_and_stops_nothing(
    programs: tuple[str, ...],
    root: bool,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    started: list[list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine(monkeypatch, tmp_path, *programs, root=root)
    assert chromium.main() == 0
    assert started == []
    assert "apt install chromium" in capsys.readouterr().err


def test_a_machine_without_a_network_goes_on_without_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine(monkeypatch, tmp_path, root=True)
    (tmp_path / "apt-get").write_text("#!/bin/sh\nexit 100\n")
    (tmp_path / "apt-get").chmod(0o755)
    assert chromium.main() == 0
    assert "could not be installed" in capsys.readouterr().err
