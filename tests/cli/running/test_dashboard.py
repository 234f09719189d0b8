from pathlib import Path

from registry.cli.running.dashboard import command, environment
from registry.settings import Settings


def test_the_dashboard_listens_where_the_settings_say_and_tells_nobody(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, dashboard_port=18888, api_port=18887)
    words = command(tmp_path / "app.py", settings)
    assert words[1:5] == ["-m", "registry.cli.running.tethered", "streamlit", "run"]
    assert {
        "--server.address=127.0.0.1", "--server.port=18888", "--server.headless=true",
        "--browser.gatherUsageStats=false", "--client.toolbarMode=minimal",
    } <= set(words)  # fmt: skip
    given = environment(settings)
    assert given["REGISTRY_API_URL"] == "http://127.0.0.1:18887"
    assert given["REGISTRY_DATA_DIR"] == str(tmp_path)
