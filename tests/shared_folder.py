"""The folder `shared` beside the project: articles, gold annotations, data sets. Not part of the project.

REGISTRY_SHARED names another place. Tests that read it skip, visibly, where it is missing.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("REGISTRY_SHARED") or ROOT.parent / "shared")

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"the folder {SHARED} is missing; REGISTRY_SHARED may name it"
)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material to read; skips the test where there is none."""
    if not SHARED.is_dir():
        pytest.skip(f"the folder {SHARED} is missing; REGISTRY_SHARED may name it")
    return SHARED
