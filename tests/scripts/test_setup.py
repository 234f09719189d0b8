import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import setup

LOCKED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(lock: Path) -> dict[str, str]:
    return dict(LOCKED.findall(lock.read_text()))


@pytest.mark.contract
def test_the_runtime_lock_is_part_of_the_development_lock() -> None:
    runtime, dev = pins(setup.LOCKS["runtime"]), pins(setup.LOCKS["dev"])
    assert runtime
    assert runtime.items() <= dev.items()


@pytest.mark.contract
@pytest.mark.parametrize("lock", [*setup.LOCKS.values(), setup.UV_LOCK], ids=lambda lock: lock.name)
def test_every_pin_has_a_hash_and_no_lock_names_a_host(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9-]+==\S+", entry)
        assert "--hash=sha256:" in entry


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of the same shape in a folder with a space, whose set-up installs nothing."""
    root = tmp_path / "my project"
    root.mkdir()
    (root / "pyproject.toml").write_text('[project]\nname = "one"\n')
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-uv.lock"):
        (root / name).write_text(f"# {name}\n")
    monkeypatch.setattr(setup, "ROOT", root)
    monkeypatch.setattr(setup, "VENV", root / ".venv")
    monkeypatch.setattr(setup, "UV_LOCK", root / "requirements-uv.lock")
    monkeypatch.setattr(setup, "LOCKS", {"runtime": root / "requirements.lock", "dev": root / "requirements-dev.lock"})
    return root


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The programs that the set-up would start, written down instead; the traces they leave are made."""
    started: list[str] = []

    def pretend(*words: str | Path) -> None:
        line = " ".join(map(str, words))
        started.append(line)
        if "-m venv" in line:
            (setup.VENV / "bin").mkdir(parents=True)
            (setup.VENV / "bin/python").symlink_to(sys.executable)
        if "-m pip install" in line:
            (setup.VENV / "bin/uv").touch()

    monkeypatch.setattr(setup, "run", pretend)
    return started


def test_a_second_run_starts_nothing(project: Path, commands: list[str]) -> None:
    assert setup.main("dev") == 0
    assert commands
    commands.clear()
    assert setup.main("dev") == 0
    assert setup.main("runtime") == 0
    assert commands == []


@pytest.mark.parametrize("changed", ["requirements-dev.lock", "pyproject.toml"])
def test_what_decides_the_environment_is_installed_again_when_it_changes(
    project: Path, commands: list[str], changed: str
) -> None:
    setup.main("dev")
    commands.clear()
    (project / changed).write_text('[project]\nname = "another"\n')
    setup.main("dev")
    assert [line for line in commands if "pip sync" in line]
    assert not [line for line in commands if "-m venv" in line]


def test_a_change_in_the_settings_of_a_tool_installs_nothing(project: Path, commands: list[str]) -> None:
    setup.main("dev")
    commands.clear()
    with (project / "pyproject.toml").open("a") as file:
        file.write("[tool.ruff]\nline-length = 100\n")
    setup.main("dev")
    assert commands == []


def test_the_runtime_lock_takes_nothing_away(project: Path, commands: list[str]) -> None:
    setup.main("dev")
    (project / "requirements.lock").write_text("another\n")
    commands.clear()
    setup.main("runtime")
    assert commands
    assert not [line for line in commands if "pip sync" in line]


def test_an_environment_that_was_moved_is_made_anew(
    project: Path, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    setup.main("dev")
    commands.clear()
    moved = project.with_name("moved")
    project.rename(moved)
    monkeypatch.setattr(setup, "VENV", moved / ".venv")
    assert not setup.usable()


def test_packages_are_taken_by_hash_only(project: Path, commands: list[str]) -> None:
    setup.main("dev")
    fetching = [line for line in commands if "install" in line or "sync" in line]
    assert len(fetching) == 3
    assert all("--require-hashes" in line or "--offline" in line for line in fetching)


def test_a_python_without_ensurepip_gets_the_remedy(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SystemExit, match=r"apt install python3\.\d+-venv"):
        setup.main("dev")


def test_a_failed_installation_is_told_and_tried_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*words: str | Path) -> None:
        raise subprocess.CalledProcessError(1, [str(word) for word in words])

    monkeypatch.setattr(setup, "run", fail)
    assert setup.main("dev") == 1
    assert "Set-up stopped" in capsys.readouterr().err
    assert not setup.stamp("dev").exists()


def test_where_uv_does_not_get_through_pip_installs_the_same_lock(
    project: Path, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend = setup.run

    def without_uv(*words: str | Path) -> None:
        pretend(*words)
        if "sync" in words:
            raise subprocess.CalledProcessError(2, list(map(str, words)))

    monkeypatch.setattr(setup, "run", without_uv)
    assert setup.main("dev") == 0
    by_pip = [line for line in commands if "-m pip install" in line and "requirements-dev.lock" in line]
    assert len(by_pip) == 1
    assert "--require-hashes" in by_pip[0]


def test_a_machine_without_python_gets_the_remedy(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "dirname").symlink_to("/usr/bin/dirname")
    copy = tmp_path / "scripts/setup.sh"
    copy.parent.mkdir()
    copy.write_text((Path(setup.__file__).parent / "setup.sh").read_text())
    command = ["/bin/sh", str(copy), "dev"]
    asked = subprocess.run(command, env={"PATH": str(tools)}, capture_output=True, text=True, check=False)
    assert asked.returncode == 1
    assert "apt install python3.11" in asked.stderr


def test_a_folder_that_cannot_be_written_is_noticed(tmp_path: Path) -> None:
    assert setup.writable(tmp_path / "new")
    (tmp_path / "file").touch()
    assert not setup.writable(tmp_path / "file")
    assert list((tmp_path / "new").iterdir()) == []
