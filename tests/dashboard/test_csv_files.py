from dashboard import csv_files


def test_cells_that_a_spreadsheet_would_run_are_defused_and_numbers_are_not() -> None:
    text = csv_files.text_of(("name", "skill"), [("=1+1", -0.5), ('He said "no"', None)])
    assert text.splitlines() == ["name,skill", "'=1+1,-0.5", '"He said ""no""",']
