from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.extraction.hedge_table import HedgeEntry
from registry.domain.extraction.hedges import read_hedge
from registry.lexicon.hedges import load_hedges

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "hedges.yaml").read_text(encoding="utf-8"))
TABLE = load_hedges()


def rows() -> list:
    return [
        pytest.param(language, row, id=f"{language}-{row['clause']}")
        for language, group in CASES.items()
        for row in group
    ]


@pytest.mark.parametrize(("language", "row"), rows())
def test_a_clause_is_as_sure_as_its_words(language: str, row: dict) -> None:
    reading = read_hedge(row["clause"], language, TABLE, plain=row.get("plain", False))
    if row["p"] is None:
        assert reading is None
        return
    assert reading is not None
    assert reading.probability == pytest.approx(row["p"], abs=0.0011)
    assert reading.polarity == row["says"]
    assert reading.phrase == row["words"]
    assert reading.basis == ("stated" if row.get("stated") else "hedged")
    assert reading.low <= reading.probability <= reading.high
    for bound in ("low", "high"):
        if bound in row:
            assert getattr(reading, bound) == pytest.approx(row[bound])


@pytest.mark.parametrize("entry", [e for e in TABLE.entries if e.forms], ids=lambda e: f"{e.language}-{e.phrase}")
def test_every_spelling_of_the_table_is_found(entry: HedgeEntry) -> None:
    for form in entry.forms:
        words = form.replace("...", "bald").replace("*", "en")
        clause = " ".join(word.split("|")[0] for word in words.split()).replace(" '", "'").replace(" ,", ",")
        reading = read_hedge(clause, entry.language, TABLE)
        assert reading is not None, form
        assert entry.phrase in reading.entries, form


def test_the_words_stand_where_the_span_says() -> None:
    clause = "Das wird, so Vance, höchstens vielleicht gelingen."
    reading = read_hedge(clause, "de", TABLE)
    assert reading is not None
    assert clause[reading.span[0] : reading.span[1]] == reading.phrase == "höchstens vielleicht"


def test_a_language_without_a_table_has_no_hedges() -> None:
    assert read_hedge("Il va gagner.", "fr", TABLE) is None


@given(st.text(alphabet="abc wird nicht 70 % zu :?,.-'", max_size=80), st.sampled_from(["de", "en"]))
def test_any_text_gives_a_probability_or_none(text: str, language: str) -> None:
    reading = read_hedge(text, language, TABLE, plain=True)
    if reading is not None:
        assert 0 <= reading.low <= reading.probability <= reading.high <= 1
        assert text[reading.span[0] : reading.span[1]] == reading.phrase


@given(st.sampled_from([e for e in TABLE.entries if e.language == "en" and e.kind in ("graded", "possibility")]))
def test_a_denied_statement_keeps_its_probability_inside_the_band(entry: HedgeEntry) -> None:
    reading = read_hedge(f"It is {entry.forms[0].split('|')[0]} that he wins", "en", TABLE)
    if reading is not None and reading.entries == (entry.phrase,):
        expected = 1 - entry.mid if entry.negative else entry.mid
        assert reading.probability == pytest.approx(expected)
