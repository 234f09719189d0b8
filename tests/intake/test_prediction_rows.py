from datetime import UTC, date, datetime
from typing import Any

from registry.intake.prediction_records import Record
from registry.intake.prediction_rows import column_named, read_row, read_rows
from registry.schemas.imports import ImportRow

CELLS = {"author": "Mira Holt", "statement": "The lake will freeze.", "made_on": "2025-01-02"}


def row(**cells: Any) -> ImportRow:
    return read_row(Record(5, {**CELLS, **cells}))


def wheres(**cells: Any) -> list[str]:
    return [fault.where for fault in row(**cells).faults]


def test_a_row_becomes_a_prediction_with_its_place_and_verdict() -> None:
    found = row(
        due_on="2025-02-01", probability="80 %", outcome="1", source_url="https://example.org/a", outlet="Shore",
        tags="ice, lake", known_on="2025-01-20", evidence_url="https://example.org/b", sense="-1",
    )  # fmt: skip
    assert found.prediction is not None
    assert (found.prediction.made_on, found.prediction.probability) == (date(2025, 1, 2), 0.8)
    assert (found.prediction.tags, found.prediction.sense) == (["ice", "lake"], -1)
    [mention] = found.prediction.mentions
    assert (mention.address, mention.outlet) == ("https://example.org/a", "Shore")
    assert found.judgement is not None
    assert (found.judgement.outcome, found.judgement.known_on) == ("yes", date(2025, 1, 20))


def test_blank_cells_say_nothing() -> None:
    found = row(due_on="", probability=" ", outcome=None, source="", criteria="")
    assert found.prediction is not None
    assert (found.prediction.due_on, found.prediction.mentions, found.judgement) == (None, [], None)
    assert "criteria" not in found.prediction.model_fields_set


def test_a_probability_with_a_band_was_read_not_stated() -> None:
    found = row(probability="0.7", probability_low="0.6", probability_high="0.8")
    assert found.prediction is not None
    assert found.prediction.probability_basis == "assumed"


def test_every_fault_names_line_and_column() -> None:
    assert wheres(probability="7", made_on="2.1.2025", source_url="ftp://x", outcome="so-so", author="") == [
        "line 5, probability", "line 5, outcome", "line 5, made_on", "line 5, author", "line 5, source_url",
    ]  # fmt: skip


def test_blanks_around_a_cell_say_nothing_but_in_a_quote() -> None:
    found = row(made_on=" 2025-01-02", due_on="2025-02-01 ", kind=" forecast ", quote=" it freezes ", muted=" TRUE")
    assert found.prediction is not None
    assert (found.prediction.made_on, found.prediction.due_on) == (date(2025, 1, 2), date(2025, 2, 1))
    assert (found.prediction.mentions[0].quote, found.prediction.muted) == (" it freezes ", True)


def test_how_a_row_came_on_record_elsewhere_is_kept_apart() -> None:
    found = row(
        outcome="1", known_on="2025-01-20", known_on_inferred="true", entered_at="2025-01-03T10:00:00+01:00",
        extractor="rules", extractor_version="7",
    )  # fmt: skip
    assert found.entry is not None
    assert found.entry.model_dump(exclude_unset=True) == {
        "entered_at": datetime(2025, 1, 3, 9, tzinfo=UTC), "extractor": "rules", "extractor_version": "7",
        "known_on_inferred": True,
    }  # fmt: skip
    assert row(outcome="1").entry is None
    for no_instant in ("2025-01-03T10:00", "0001-01-01T00:00+14:00", "1499-12-31T00:00Z"):
        assert wheres(entered_at=no_instant) == ["line 5, entered_at"]
    assert wheres(known_on_inferred="true") == ["line 5, known_on_inferred"]


def test_evidence_without_an_outcome_is_pointed_out() -> None:
    assert wheres(citation="Gauge of the harbour", known_on="2025-01-20") == ["line 5, known_on", "line 5, citation"]


def test_what_no_database_keeps_is_refused() -> None:
    assert wheres(statement="half a \ud800 character") == ["line 5, statement"]
    assert wheres(statement="nothing \x00 here") == ["line 5, statement"]


def test_a_fault_in_words_says_what_would_be_right() -> None:
    [fault] = row(made_on="yesterday").faults
    assert fault.message == "is no day; write the day as YYYY-MM-DD"
    assert column_named("mentions.0.address") == "source_url"


def test_records_with_faults_keep_them() -> None:
    [found] = read_rows([Record(3, {}, row(made_on="").faults)])
    assert (found.line, found.prediction, len(found.faults)) == (3, None, 1)
