from dashboard.components.prediction_table import as_csv
from registry.client import Client
from tests.claims import claim


def test_a_file_to_take_away_runs_no_formula(client: Client) -> None:
    client.record_prediction(claim(statement='=HYPERLINK("x") will be clicked', tags=["a", "b"]))
    header, row = as_csv(client.iter_predictions()).splitlines()
    assert header.startswith("id,ref,author,statement")
    assert "\"'=HYPERLINK(" in row
    assert "a b" in row
