from pathlib import Path

import pytest

from registry.domain.errors import Invalid
from registry.lexicon.dates import load_date_words
from registry.lexicon.fixtures import load_events

FILE = Path("registry/lexicon/dates_de.toml")


def test_an_unknown_language_says_which_file_is_missing() -> None:
    with pytest.raises(Invalid, match=r"dates_fr\.toml"):
        load_date_words("fr")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('["day", "DAY . MONTH ,? YEAR?", "bare"]', '["dya", "DAY", "bare"]', "unknown maker dya"),
        ('["day", "DAY . MONTH ,? YEAR?", "bare"]', '["day", "DAY . MOUNTH", "bare"]', "unknown word class MOUNTH"),
        ('["day", "DAY . MONTH ,? YEAR?", "bare"]', '["day", "DAY . MONTH", "inn"]', r"unknown frames \['inn'\]"),
        ('language = "de"', "language = de", "dates_de.toml"),
        ("[leads]", "[heads]", "leads"),
    ],
)
def test_a_faulty_file_is_refused_with_the_fault(
    tmp_path: Path, pytestconfig: pytest.Config, old: str, new: str, complaint: str
) -> None:
    text = (pytestconfig.rootpath / FILE).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "dates_de.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Invalid, match=complaint):
        load_date_words("de", tmp_path)


def test_faulty_fixtures_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "fixtures.toml"
    file.write_text("[families]\n[implied]\n[[fixture]]\nname = 'x'\n", encoding="utf-8")
    with pytest.raises(Invalid, match="does not hold events"):
        load_events(file)


def test_every_fixture_belongs_to_a_family() -> None:
    words = load_events()
    assert {fixture.family for fixture in words.fixtures} <= set(words.families)
    assert all(fixture.days or fixture.rule for fixture in words.fixtures)
    for fixture in words.fixtures:
        assert list(fixture.days) == sorted(set(fixture.days)), fixture.name
        assert set(fixture.early) <= set(fixture.days), fixture.name
        assert fixture.rule or set(fixture.contenders) <= set(fixture.days), fixture.name


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("called_on = 2024-11-12", "called_on = 2025-02-23", "must have been called on a day before it"),
        ("called_on = 2024-11-12", "called_on = 'soon'", "must have been called on a day before it"),
        ('rule = "us_congress"', 'rule = "us_congress"\nearly = 5', "early must be a table"),
        ("[fixture.contenders]", "contenders = 5\n[fixture.later]", "contenders must be a table"),
    ],
)
def test_a_fixture_with_an_odd_table_is_refused(
    tmp_path: Path, pytestconfig: pytest.Config, old: str, new: str, complaint: str
) -> None:
    text = (pytestconfig.rootpath / "registry" / "lexicon" / "fixtures.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "fixtures.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Invalid, match=complaint):
        load_events(tmp_path / "fixtures.toml")
