"""Data sets whose scores somebody else has published."""

import csv
import io
from pathlib import Path

import pytest
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.importing import import_rows
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.track_records import TrackRecord, TrackRecordFilter
from registry.storage.author_names import known_as
from registry.storage.track_records import of_author
from tests.databases import NOW as EARLIER
from tests.people import person
from tests.published_scores import BUZZFEED_2016
from tests.shared_folder import needs_shared

pytestmark = needs_shared

NOW = EARLIER.replace(year=2027)
# The first table proves that both databases score alike; the long ones need not be stored twice.
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def records(session: Session, actor: Actor, file: Path) -> dict[str, TrackRecord]:
    surveyed = survey(file)
    import_rows(session, actor, surveyed, rows_of(file), now=NOW, zone="UTC")
    session.commit()
    found = known_as(session, surveyed.authors)
    return {name: of_author(session, author, TrackRecordFilter(), as_of=NOW, now=NOW) for name, author in found.items()}


def test_the_nine_published_scores_of_2016_come_out(session: Session, actor: Actor, shared: Path) -> None:
    found = records(session, actor, shared / "datasets" / "buzzfeed2016_trump_by_state.csv")
    assert found.keys() == BUZZFEED_2016.keys()
    for name, (brier, log_score, hits) in BUZZFEED_2016.items():
        assert found[name].brier == pytest.approx(brier, abs=0.0002)
        assert found[name].log_score == pytest.approx(log_score, abs=0.0002)
        assert found[name].n_hits == hits
    assert sorted(found, key=lambda name: found[name].brier or 0) == list(BUZZFEED_2016)


@on_sqlite
def test_the_season_of_2019_comes_out(session: Session, actor: Actor, shared: Path, tmp_path: Path) -> None:
    source = shared / "datasets" / "nfl538_2015_2021.csv"
    [everything] = records(session, actor, source).values()
    assert everything.brier == pytest.approx(0.22011, abs=0.00001)
    lines = source.read_text("utf-8").splitlines(keepends=True)
    season = tmp_path / "season.csv"
    own_author = [line.replace("FiveThirtyEight NFL", "Season of 2019") for line in lines[1:]]
    season.write_text(lines[0] + "".join(line for line in own_author if "season 2019" in line), "utf-8")
    [of_2019] = records(session, actor, season).values()
    assert of_2019.brier == pytest.approx(0.219, abs=0.0005)


@on_sqlite
def test_two_prices_for_one_statement_are_named_and_with_a_ref_each_all_is_scored(
    session: Session, actor: Actor, shared: Path, tmp_path: Path
) -> None:
    source = shared / "datasets" / "forecastbench_crowd_2025_2026.csv"
    report = import_rows(session, actor, survey(source), rows_of(source), now=NOW, zone="UTC")
    assert [conflict.where for conflict in report.conflicts] == ["line 1663"]
    assert "line 1657" in report.conflicts[0].message
    assert report.n_created == 1957
    session.rollback()
    author = person(session, "Bo Importer", actor.role)
    found = records(session, author, _with_refs(source, tmp_path / "refs.csv"))
    total = sum(one.n_scored for one in found.values())
    assert total == 1958
    brier = sum((one.brier or 0) * one.n_scored for one in found.values()) / total
    assert brier == pytest.approx(0.09164, abs=0.00001)
    log_score = sum((one.log_score or 0) * one.n_scored for one in found.values()) / total
    assert log_score == pytest.approx(-0.29445, abs=0.00001)


def _with_refs(source: Path, target: Path) -> Path:
    rows = list(csv.DictReader(io.StringIO(source.read_text("utf-8"))))
    with target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [*rows[0], "ref"])
        writer.writeheader()
        writer.writerows({**row, "ref": f"row {number}"} for number, row in enumerate(rows))
    return target
