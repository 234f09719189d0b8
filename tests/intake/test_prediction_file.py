import hashlib
from pathlib import Path

import pytest

from registry.domain.errors import Invalid, Missing
from registry.intake.prediction_file import rows_of, survey

TEXT = (
    "author,statement,made_on\n Mira Holt ,The lake will freeze.,2025-01-02\nOla Berg,The mole will hold.,2025-01-02\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of two rows."""
    path = tmp_path / "claims.csv"
    path.write_text(TEXT)
    return path


def test_a_survey_counts_rows_and_names_authors_with_their_first_line(file: Path) -> None:
    file.write_text(TEXT + "Mira Holt,The lake will thaw.,2025-01-03\n,x,y\n")
    found = survey(file)
    assert (found.name, found.n_rows, found.authors) == ("claims.csv", 4, {"Mira Holt": 2, "Ola Berg": 3})
    assert found.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_rows_come_in_the_order_of_the_file(file: Path) -> None:
    assert [(row.line, row.faults) for row in rows_of(file)] == [(2, ()), (3, ())]


def test_a_file_without_rows_or_without_a_file_is_refused(file: Path) -> None:
    file.write_text("author,statement,made_on\n")
    with pytest.raises(Invalid, match="holds no predictions"):
        survey(file)
    with pytest.raises(Missing):
        survey(file.with_name("none.csv"))
