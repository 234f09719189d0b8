"""What the README lets a newcomer do, one block after the other."""

import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def test_its_examples_record_a_prediction_each() -> None:
    statements = re.findall(r'"statement": "([^"]+)"', README.read_text("utf-8"))
    assert len(statements) == 2
    assert len(set(statements)) == len(statements), "the second would count again what the first put on record"
