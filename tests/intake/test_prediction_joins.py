from pathlib import Path

import pytest

from registry.domain.errors import Invalid, Missing
from registry.intake.prediction_file import rows_of, survey
from registry.intake.prediction_layouts import read_layout
from tests.documented_mappings import mapping_named


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def metaculus(tmp_path: Path) -> Path:
    """The two files of a Metaculus download, in the columns that a mapping of the documents names."""
    written(
        tmp_path / "question_data.csv",
        "Question ID,Question URL,Question Title,Question Type,Scheduled Close Time,Resolution,Resolution Known Time\n"
        "7,https://q.example/7,Will the bridge open?,binary,2025-06-01 10:00:00+00:00,yes,2025-05-20 08:00:00+00:00\n"
        "8,https://q.example/8,How many ships?,numeric,2025-06-01 10:00:00+00:00,12,2025-06-02 08:00:00+00:00\n"
        "9,https://q.example/9,Will the lock close?,binary,2099-06-01 10:00:00+00:00,,\n",
    )
    return written(
        tmp_path / "forecast_data.csv",
        "Question ID,Forecaster ID,Forecaster Username,Start Time,End Time,Forecaster Count,Probability Yes\n"
        "7,1,mira,2025-02-03 11:12:13.000001+00:00,,,0.8\n"
        "7,,recency_weighted,2025-02-03 11:12:13.000001+00:00,,12,0.7\n"
        "8,1,mira,2025-02-03 11:12:13.000001+00:00,,,\n"
        "9,2,jon,2025-03-04 11:12:13.000001+00:00,,,0.05\n",
    )


def test_a_download_of_metaculus_is_two_files_joined_and_only_yes_or_no(metaculus: Path, tmp_path: Path) -> None:
    layout = read_layout(written(tmp_path / "metaculus.toml", mapping_named("Metaculus")))
    surveyed = survey(metaculus, layout)
    assert (list(surveyed.authors), surveyed.n_rows, surveyed.n_left_out) == (["mira", "jon"], 2, 2)
    bridge, lock = rows_of(metaculus, layout)
    assert (bridge.faults, lock.faults) == ((), ())
    assert bridge.prediction is not None
    assert bridge.judgement is not None
    said = bridge.prediction
    assert (said.statement, said.probability, str(said.made_on)) == ("Will the bridge open?", 0.8, "2025-02-03")
    assert (str(said.due_on), said.mentions[0].address) == ("2025-06-01", "https://q.example/7")
    assert (bridge.judgement.outcome, str(bridge.judgement.known_on)) == ("yes", "2025-05-20")
    assert lock.judgement is None


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (None, "Put it into the folder"),
        ("Number,Name\n1,x\n", "has no column “Question ID”"),
        ("Question ID,Question Title\n7,x\n7,y\n", "must have each “Question ID” once"),
        ("Question ID,Question Title\n7,x\n", "does not fit the mapping"),
        ('Question ID,Question Title\n7,"x\n', "cannot be read as CSV"),
    ],
)
def test_a_second_file_that_cannot_be_joined_is_refused(
    metaculus: Path, tmp_path: Path, second: str | None, said: str
) -> None:
    layout = read_layout(written(tmp_path / "metaculus.toml", mapping_named("Metaculus")))
    questions = metaculus.with_name("question_data.csv")
    questions.unlink() if second is None else questions.write_text(second, "utf-8")
    with pytest.raises((Invalid, Missing), match=said):
        survey(metaculus, layout)
