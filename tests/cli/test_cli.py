import subprocess
import sys

from registry.cli import main

SLOW = ("fastapi", "sqlalchemy", "sqlmodel", "numpy", "trafilatura", "streamlit", "pydantic")


def test_help_imports_nothing_slow() -> None:
    program = (
        "import sys\n"
        "from registry.cli.application import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit as end:\n    assert end.code == 0\n"
        f"print([name for name in {SLOW!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_main_runs_the_command_line() -> None:
    program = f"import sys; sys.argv = ['registry', '--version']; from {main.__module__} import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("registry ")
