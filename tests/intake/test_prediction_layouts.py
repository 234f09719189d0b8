from pathlib import Path

import pytest

from registry.domain.errors import Invalid, Missing
from registry.intake.prediction_file import rows_of, survey
from registry.intake.prediction_layouts import read_layout
from tests.documented_mappings import mapping_named
from tests.shared_folder import ROOT

FATEBOOK = (
    "Question title,Multiple choice option,Forecast created by,Forecast (scale = 0-1),Forecast created at,"
    "Question created by,Question created at,Question resolve by,Resolution,Resolved at,"
    "Your Brier score for this question,Your relative Brier score for this question,Question notes,"
    "Question shared with,Question shared publicly,Question comments\n"
    '"Will it rain, at all?",,"Mira Holt",0.7,2025-01-02 08:30:00,"Jon Ask",2025-01-01 08:00:00,'
    '2025-01-31 00:00:00,"YES",2025-01-15 10:00:00,0.18,,"By the harbour\'s gauge","",true,""\n'
    '"Who wins?","The reds","Lea Roth",0.25,2025-01-02 09:00:00,"Jon Ask",2025-01-01 08:00:00,'
    '2025-03-31 00:00:00,,,,,,"",false,""\n'
)
MAPPING = """
[columns]
author = "Who"
statement = "What"
made_on = "Said"
due_on = "By"
probability = "Odds"
outcome = "Then"

[constants]
source = "The pub's blackboard"

[words.outcome]
came = "yes"
"did not come" = "no"
open = ""
"""
BOARD = """Who;What;Said;By;Odds;Then;Round
Mira;It will rain.;2025-01-02;2025-02-01;70 %;came;2
Jon;It will snow.;2025-01-02;2025-02-01;0,4;open;1
"""


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_the_export_of_fatebook_is_read_as_it_is(tmp_path: Path) -> None:
    file = written(tmp_path / "fatebook.csv", FATEBOOK)
    assert list(survey(file).authors) == ["Mira Holt", "Lea Roth"]
    first, second = rows_of(file)
    assert (first.faults, second.faults) == ((), ())
    assert first.prediction is not None
    assert first.judgement is not None
    said = first.prediction
    assert (said.statement, said.probability, said.criteria) == ("Will it rain, at all?", 0.7, "By the harbour's gauge")
    assert (str(said.made_on), str(said.due_on), said.mentions[0].source) == ("2025-01-02", "2025-01-31", "Fatebook")
    assert (first.judgement.outcome, str(first.judgement.known_on)) == ("yes", "2025-01-15")
    assert second.prediction is not None
    assert (second.prediction.statement, second.judgement) == ("Who wins?: The reds", None)


def test_an_export_of_fatebook_without_options_is_known_too(tmp_path: Path) -> None:
    header, rain, _ = FATEBOOK.splitlines()
    header = header.replace("Multiple choice option,", "").replace(
        "Resolution,Resolved", "Question resolution,Question resolved"
    )
    [row] = rows_of(written(tmp_path / "fatebook.csv", f"{header}\n{rain.replace(',,', ',', 1)}\n"))
    assert row.prediction is not None
    assert row.judgement is not None
    assert (row.prediction.statement, row.judgement.outcome) == ("Will it rain, at all?", "yes")


def test_a_mapping_file_tells_what_their_columns_and_words_mean(tmp_path: Path) -> None:
    layout = read_layout(written(tmp_path / "pub.toml", MAPPING))
    first, second = rows_of(written(tmp_path / "board.csv", BOARD), layout)
    assert first.prediction is not None
    assert first.judgement is not None
    assert (first.prediction.author, first.prediction.probability, first.judgement.outcome) == ("Mira", 0.7, "yes")
    assert first.prediction.mentions[0].source == "The pub's blackboard"
    assert second.prediction is not None
    assert (second.prediction.probability, second.judgement) == (0.4, None)


def test_a_mapping_serves_lines_of_json_too(tmp_path: Path) -> None:
    layout = read_layout(written(tmp_path / "pub.toml", MAPPING))
    line = '{"Who": "Mira", "What": "It will rain.", "Said": "2025-01-02T07:00:00Z", "Odds": 0.7, "Then": "came"}'
    [row] = rows_of(written(tmp_path / "board.jsonl", f"{line}\n"), layout)
    assert row.prediction is not None
    assert (str(row.prediction.made_on), row.prediction.probability) == ("2025-01-02", 0.7)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[columns]\nauthor = "Who"\n', "put right"),
        (MAPPING.replace("probability =", "propability ="), "put right"),
        ("columns = 3\n", "does not say"),
        (f"{MAPPING}\n[more]\n", "does not say"),
        ("no toml", "no mapping file"),
    ],
)
def test_a_mapping_file_that_makes_no_sense_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        read_layout(written(tmp_path / "pub.toml", text))


def test_columns_that_a_mapping_names_have_to_be_there(tmp_path: Path) -> None:
    layout = read_layout(written(tmp_path / "pub.toml", MAPPING))
    with pytest.raises(Invalid, match="does not fit") as problem:
        survey(written(tmp_path / "board.csv", BOARD.replace("Odds", "Chance")), layout)
    assert "“Odds” is missing" in problem.value.faults[0].message
    with pytest.raises(Missing):
        read_layout(tmp_path / "none.toml")


def test_the_mapping_of_the_documentation_is_sound(tmp_path: Path) -> None:
    documentation = (ROOT / "docs" / "files.md").read_text("utf-8")
    example = documentation.split("```toml\n")[1].split("```")[0]
    layout = read_layout(written(tmp_path / "example.toml", example))
    header = "Forecaster,Question,Option,Forecast at,Closes at,Probability yes,Resolution"
    row = "Mira,Who wins?,The reds,2025-01-02T07:00:00Z,2025-02-01,0.7,resolved-no"
    [found] = rows_of(written(tmp_path / "round.csv", f"{header}\n{row}\n"), layout)
    assert found.judgement is not None
    assert (found.faults, found.judgement.outcome) == ((), "no")


def test_responses_of_predictionbook_are_read_one_a_line(tmp_path: Path) -> None:
    layout = read_layout(written(tmp_path / "book.toml", mapping_named("PredictionBook")))
    line = (
        '{"id": 5, "description": "The ferry will run by winter.", "deadline": "2025-12-01T00:00:00.000Z",'
        ' "outcome": %s, "user_label": "mira", "said": "2025-02-03T10:00:00.000Z", "probability": 0.35}\n'
    )
    file = written(tmp_path / "book.jsonl", line % "false" + (line % "null").replace("mira", "jon"))
    judged, open_one = rows_of(file, layout)
    assert (judged.faults, open_one.faults) == ((), ())
    assert judged.prediction is not None
    assert judged.judgement is not None
    assert (judged.prediction.author, judged.prediction.probability) == ("mira", 0.35)
    assert (str(judged.prediction.due_on), judged.judgement.outcome) == ("2025-12-01", "no")
    assert open_one.judgement is None
