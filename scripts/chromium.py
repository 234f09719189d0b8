"""The system's Chromium, which the browser tests and the screenshots drive.

    python scripts/chromium.py

Installs Debian's Chromium by apt-get where there is none and this user is root; says so before. It never fails:
without a browser the tests that need one are skipped, and say why.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
MISSING = "No Chromium was found on the PATH. Install one (Debian: apt install chromium) to run the browser tests."

# Nothing that Chromium does by itself may reach for the network; root needs --no-sandbox; a container has a small
# /dev/shm.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=OptimizationHints,MediaRouter,Translate",
)

_APT = ("apt-get", "--quiet", "--quiet", "--option", "Acquire::Retries=0", "--option", "Acquire::http::Timeout=15")
_UPDATE_SECONDS, _INSTALL_SECONDS = 90, 400


def find_chromium() -> str | None:
    """The path of a Chromium, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> bool:
    """Install Debian's package; False where that is not possible, with the reason on standard error."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ("install", "--yes", "--no-install-recommends", "chromium")
    try:
        subprocess.run([*_APT, "update"], env=quiet, check=True, timeout=_UPDATE_SECONDS)
        subprocess.run(
            [*_APT, "--option", "DPkg::Lock::Timeout=60", *packages],
            env=quiet, stdout=subprocess.DEVNULL, check=True, timeout=_INSTALL_SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as failure:
        print(f"Chromium could not be installed: {failure}", file=sys.stderr)
        return False
    return True


def may_install() -> bool:
    """True if this user may install packages, and there is a program for it."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def main() -> int:
    """See to it that there is a Chromium, where that is in this user's power; always 0."""
    if find_chromium() is not None:
        return 0
    if not may_install():
        print(f"{MISSING} They are skipped.", file=sys.stderr)
        return 0
    print("Installing Debian's chromium, which the browser tests drive (apt-get install chromium)", flush=True)
    if not install():
        print("The browser tests are skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
