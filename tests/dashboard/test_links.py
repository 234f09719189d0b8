from pathlib import Path

import dashboard
from dashboard import labels, links

VIEWS = Path(dashboard.__file__).parent / "views"


def test_every_page_has_a_file_a_title_and_an_address() -> None:
    files = {file.stem for file in VIEWS.glob("*.py")} - {"__init__"}
    assert links.PAGES.keys() == files
    assert {f"page.{name}" for name in files} <= labels.words("en").keys()


def test_streamlit_finds_no_application_of_its_own() -> None:
    # It would take a folder `pages` for one, and show pages without their frame.
    assert not (VIEWS.parent / "pages").exists()
