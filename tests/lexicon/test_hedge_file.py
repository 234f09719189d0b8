from pathlib import Path

import pytest

from registry.domain.errors import Invalid
from registry.domain.extraction.hedges import read_hedge
from registry.lexicon.hedges import load_hedges, parse_hedges, read_hedges

OWN = """
version = "house-1"
[[entry]]
phrase = "likely"
language = "en"
low = 0.55
mid = 0.6
high = 0.65
[[entry]]
phrase = "dem Vernehmen nach"
language = "de"
low = 0.4
mid = 0.55
high = 0.7
forms = ["dem Vernehmen nach"]
"""


def own(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_entry_names_a_known_source_and_only_surveys_name_answers() -> None:
    table = load_hedges()
    for entry in table.entries:
        assert entry.source in table.sources, entry.phrase
        surveyed = entry.source in ("survey", "survey_small", "students")
        assert (entry.n > 0) == surveyed, entry.phrase
        assert 0 <= entry.low <= entry.mid <= entry.high <= 1, entry.phrase


def test_german_values_are_labelled_as_a_hypothesis_unless_surveyed() -> None:
    table = load_hedges()
    for entry in table.entries:
        if entry.language == "de" and entry.n == 0:
            text = table.sources[entry.source]
            assert "hypothesis" in text or entry.source == "convention", entry.phrase


def test_the_unhedged_future_is_an_entry_of_its_own() -> None:
    for language in ("de", "en"):
        entry = load_hedges().of_kind(language, "future")
        assert entry is not None
        assert entry.mid == 0.95


def test_own_entries_replace_and_add_and_the_version_tells(tmp_path: Path) -> None:
    table = load_hedges(own(tmp_path, OWN))
    assert table.version == "2026.1+house-1"
    reading = read_hedge("Rain is likely.", "en", table)
    assert reading is not None
    assert (reading.probability, reading.version) == (0.6, "2026.1+house-1")
    added = read_hedge("Dem Vernehmen nach tritt er zurück.", "de", table)
    assert added is not None
    assert added.probability == 0.55
    untouched = read_hedge("Rain is unlikely.", "en", table)
    assert untouched is not None
    assert untouched.probability == 0.8


def test_an_own_entry_keeps_the_spellings_of_the_one_it_replaces() -> None:
    base = {"version": "1", "entry": [], "sources": {}}
    sections = ("numbers", "fractions")
    words = (
        "chance",
        "negation",
        "condition",
        "contrast",
        "subordinate",
        "before_relative",
        "complement",
        "bare_subordinate",
        "joiner",
        "main_subject",
        "below",
        "above",
    )
    base |= {name: {"en": {}} for name in sections}
    base |= {name: {"en": []} for name in (*words, "alternative", "insight", "namesakes", "no_negation")}
    row = {"phrase": "likely", "language": "en", "low": 0.6, "mid": 0.7, "high": 0.8, "forms": ["likely", "odds are"]}
    changed = {"phrase": "likely", "language": "en", "low": 0.5, "mid": 0.6, "high": 0.7}
    table = read_hedges(base | {"entry": [row]}, {"entry": [changed]})
    assert [(entry.mid, entry.forms) for entry in table.entries] == [(0.6, ("likely", "odds are"))]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ('language = "en"\nlow = 0\nmid = 0\nhigh = 0', "needs a phrase"),
        ('phrase = "x"\nlow = 0\nmid = 0\nhigh = 0', "two letters"),
        ('phrase = "x"\nlanguage = "en"\nmid = 0.5', "needs low, mid and high"),
        ('phrase = "x"\nlanguage = "en"\nlow = 0.9\nmid = 0.5\nhigh = 0.8', "needs 0 <= low <= mid <= high <= 1"),
        ('phrase = "x"\nlanguage = "en"\nlow = 0\nmid = 0.5\nhigh = 1\nkind = "odd"', "unknown kind 'odd'"),
    ],
)
def test_a_faulty_entry_is_refused_with_what_would_be_right(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(Invalid, match=complaint) as caught:
        load_hedges(own(tmp_path, f"[[entry]]\n{row}\n"))
    assert caught.value.faults[0].where == "entry.0"


def test_a_file_that_is_missing_or_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="cannot be read"):
        load_hedges(tmp_path / "none.toml")
    with pytest.raises(Invalid, match="not a readable TOML"):
        load_hedges(own(tmp_path, "version ="))
    with pytest.raises(Invalid, match="not readable TOML"):
        parse_hedges("version =")
