"""The dashboard as a program beside the API."""

import os
import sys
from pathlib import Path

import registry
from registry.cli.running import tethered
from registry.cli.running.parts import Program
from registry.settings import Settings

FOLDER = Path(registry.__file__).parents[1] / "dashboard"
"""Where the dashboard stands: beside this package, in a checkout and when installed."""


def dashboard(settings: Settings) -> Program | None:
    """The dashboard, not yet started; None where this installation has none."""
    app = FOLDER / "app.py"
    return Program("dashboard", command(app, settings), environment(settings)) if app.is_file() else None


def command(app: Path, settings: Settings) -> list[str]:
    """How Streamlit is started: on one interface, without a browser, without telling anyone."""
    options = {
        "server.address": settings.host,
        "server.port": str(settings.dashboard_port),
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "client.toolbarMode": "minimal",
        "logger.level": "warning",
    }
    words = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", tethered.__name__, "streamlit", "run", str(app), *words]


def environment(settings: Settings) -> dict[str, str]:
    """What the dashboard finds the API and its key by."""
    return {
        **os.environ,
        "REGISTRY_API_URL": settings.api_url,
        "REGISTRY_DATA_DIR": str(settings.data_dir.resolve()),
    }
