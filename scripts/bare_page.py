"""A Streamlit page with next to nothing on it: the measure for what Streamlit itself costs or lacks."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from scripts.started_registry import STOP_SECONDS, free_ports

SOURCE = """import streamlit as st

st.set_page_config(page_title="Bare")
with st.sidebar:
    st.segmented_control("Language", ["English", "Deutsch"], default="English")
st.title("Bare")
st.write("Nothing else stands here.")
"""


@contextmanager
def bare_page(within: float = 60) -> Iterator[str]:
    """Its address, for as long as the block runs. Raises RuntimeError where it does not start in so many seconds."""
    [port] = free_ports(1)
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder) / "bare.py"
        app.write_text(SOURCE, encoding="utf-8")
        options = {
            "server.address": "127.0.0.1",
            "server.port": port,
            "server.headless": "true",
            "server.fileWatcherType": "none",
            "browser.gatherUsageStats": "false",
            "client.toolbarMode": "minimal",
            "logger.level": "warning",
        }
        words = [f"--{name}={value}" for name, value in options.items()]
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(app), *words], stdout=subprocess.DEVNULL
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", within)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(STOP_SECONDS)


def _wait(address: str, within: float) -> None:
    for _ in range(int(within / 0.2)):
        try:
            if httpx.get(address, timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise RuntimeError("the bare page did not start")
