"""Brings `.venv` to the state that a lock file describes, or finds at once that it is there already.

    python scripts/setup.py runtime|dev

A stamp in the environment holds the digest of everything that decides its content, so a second run reads
a few small files and stops. Needs nothing but the standard library: it runs before anything is installed.
"""

import fcntl
import hashlib
import importlib.util
import json
import os
import ssl
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
UV_LOCK = ROOT / "requirements-uv.lock"
LOCKS = {"runtime": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}

NO_VENV = """This Python ({python}) comes without venv or ensurepip, which the set-up needs.
Install them and run the same command again:
  Debian, Ubuntu:  apt install python{major}.{minor}-venv
  elsewhere:       a Python of python.org, pyenv or the system's full python3 package has both."""


def main(profile: str) -> int:
    """Install what `profile` (a key of `LOCKS`) asks for; returns the exit status."""
    # Two runs in one checkout wait for each other. The lock is on a file that is there anyway.
    with (ROOT / "pyproject.toml").open("rb") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        if stamp(profile).is_file() and stamp(profile).read_text() == digest(profile):
            return 0
        try:
            build(profile)
        except subprocess.CalledProcessError as failure:
            print(
                f"Set-up stopped: {' '.join(map(str, failure.cmd[:6]))} … failed. Its message is above.",
                file=sys.stderr,
            )
            return 1
    return 0


def stamp(profile: str) -> Path:
    """Where the digest of the installed state is kept."""
    return VENV / f"{profile}.stamp"


def digest(profile: str) -> str:
    """SHA-256 of what decides the environment: locks, entry points, and the path that scripts hold."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    # The rest of that file sets up tools, which need no new installation.
    installed = [project.get("build-system"), project.get("project"), project.get("tool", {}).get("hatch")]
    locks = LOCKS[profile].read_text(), UV_LOCK.read_text()
    return hashlib.sha256(json.dumps([installed, *locks, str(VENV)]).encode()).hexdigest()


def build(profile: str) -> None:
    """Create the environment where needed, install the lock and the project, and write the stamps."""
    if not usable():
        create()
    install_uv()
    install_lock(profile)
    uv("install", "--no-deps", "--no-build-isolation", "--offline", "--editable", ROOT)
    stamp(profile).write_text(digest(profile))
    if profile == "dev":
        stamp("runtime").write_text(digest("runtime"))


def usable() -> bool:
    """True if `.venv` was made in this folder by a Python that is still there and new enough."""
    here = VENV / "folder.stamp"
    if not here.is_file() or here.read_text() != str(VENV):
        return False
    asked = [str(VENV / "bin/python"), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]
    try:
        return subprocess.run(asked, stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def create() -> None:
    """Make `.venv` anew; ends the program with the remedy where Python lacks the parts for it."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        major, minor = sys.version_info[:2]
        sys.exit(NO_VENV.format(python=sys.executable, major=major, minor=minor))
    print("Creating the virtual environment .venv", flush=True)
    # The base interpreter, because this program may run in the very environment that is being replaced.
    run(getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", VENV)
    (VENV / "folder.stamp").write_text(str(VENV))


def install_uv() -> None:
    """Put the pinned uv into the environment, by pip, hash by hash."""
    pinned = hashlib.sha256(UV_LOCK.read_bytes()).hexdigest()
    kept = VENV / "uv.stamp"
    if (VENV / "bin/uv").exists() and kept.is_file() and kept.read_text() == pinned:
        return
    pip_install(UV_LOCK)
    kept.write_text(pinned)


def install_lock(profile: str) -> None:
    """Make the environment equal to the development lock, or add the runtime lock to what is there."""
    print(f"Installing the packages of {LOCKS[profile].name}", flush=True)
    # `sync` removes what the lock does not name: right for dev, the larger of the two. The runtime lock is
    # only added, so that `make up` after `make test` keeps the development tools.
    words = ("sync", LOCKS[profile]) if profile == "dev" else ("install", "-r", LOCKS[profile])
    try:
        # Compiled once here: where Python may not keep bytecode, every start would compile every package anew.
        uv(*words, "--require-hashes", "--compile-bytecode")
    except subprocess.CalledProcessError:
        # uv reads no settings of pip (proxy, certificates, mirror), so pip may get through where uv does not.
        print("uv did not get through; pip tries the same, which takes longer", flush=True)
        pip_install(LOCKS[profile])


def pip_install(lock: Path) -> None:
    """Install exactly what `lock` names by pip, hash by hash."""
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    run(VENV / "bin/python", "-m", "pip", "install", *quiet, "--require-hashes", "--no-deps", "-r", lock)


def uv(verb: str | Path, *words: str | Path) -> None:
    """Run `uv pip` on the environment.

    Without a cache where the home folder cannot be written; with the system's certificates where it has any,
    since a company's proxy is known to those alone.
    """
    cache = Path(os.environ.get("UV_CACHE_DIR") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    extra = [] if writable(cache) else ["--no-cache"]
    certificates = ssl.get_default_verify_paths()
    if certificates.cafile or certificates.capath:
        extra.append("--system-certs")
    run(VENV / "bin/uv", "pip", verb, "--quiet", "--python", VENV / "bin/python", *extra, *words)


def writable(folder: Path) -> bool:
    """True if a file can be made in `folder`, which is created if missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def run(*words: str | Path) -> None:
    """Run a program in the project's folder; a failure raises CalledProcessError."""
    subprocess.run([str(word) for word in words], cwd=ROOT, check=True)


if __name__ == "__main__":
    if sys.argv[1:] not in (["runtime"], ["dev"]):
        sys.exit(f"usage: {sys.argv[0]} runtime|dev")
    sys.exit(main(sys.argv[1]))
