import csv
from collections import defaultdict
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.record_rows import RecordRow
from registry.domain.scoring import SCORE_VERSION
from registry.domain.tally import Tally, tally
from registry.domain.track_record import TrackRecord, record_of_tally, track_record
from registry.domain.vocabulary import Kind, Outcome, Status
from tests.domain.record_strategies import negated, rows
from tests.published_scores import BUZZFEED_2016

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)
EXAMPLE = yaml.safe_load((Path(__file__).parent / "cases" / "track_record.yml").read_text(encoding="utf-8"))
RANKING = (
    "n_calls",
    "n_hits",
    "hit_rate",
    "brier",
    "log_score",
    "skill",
    "baseline_brier",
    "boldness",
    "skill_low",
    "skill_high",
)
many_rows = st.lists(rows(), max_size=30)


def record(of: list[RecordRow]) -> TrackRecord:
    return track_record(of, as_of=AS_OF)


def row_of(fields: dict[str, Any]) -> RecordRow:
    words: dict[str, Any] = {"status": Status, "kind": Kind, "outcome": Outcome}
    return RecordRow(**{name: words[name](value) if name in words else value for name, value in fields.items()})


@pytest.mark.parametrize("figure", EXAMPLE["figures"])
def test_the_worked_example_gives_what_a_pencil_gives(figure: str) -> None:
    found = getattr(record([row_of(fields) for fields in EXAMPLE["rows"]]), figure)
    assert found == (
        EXAMPLE["figures"][figure] if found is None else pytest.approx(EXAMPLE["figures"][figure], abs=1e-6)
    )


def test_a_record_says_how_and_when_it_was_computed() -> None:
    assert (record([]).score_version, record([]).as_of) == (SCORE_VERSION, AS_OF)


def test_an_author_without_predictions_has_counts_of_zero_and_no_figures() -> None:
    empty = record([])
    assert empty.n == empty.n_scored == empty.n_calls == empty.n_peers == 0
    assert {
        empty.brier,
        empty.log_score,
        empty.skill,
        empty.hit_rate,
        empty.reliability,
        empty.base_rate,
    } == {None}
    assert [each.n for each in empty.calibration] == [0] * 10
    assert empty.sensitivity == ()


def test_one_scored_prediction_has_a_score_but_no_interval() -> None:
    single = record([RecordRow(Status.resolved, outcome=Outcome.yes, probability=0.8)])
    assert single.brier == pytest.approx(0.04)
    assert (single.brier_low, single.brier_high, single.skill_low) == (None, None, None)


def test_skill_is_absent_where_the_baseline_was_never_wrong() -> None:
    sure = RecordRow(Status.resolved, outcome=Outcome.yes, probability=0.8, baseline=1.0)
    assert record([sure, sure]).skill is None
    assert record([sure, sure]).skill_low is None


@given(many_rows)
def test_the_counts_add_up(of: list[RecordRow]) -> None:
    found = record(of)
    assert found.n == found.n_open + found.n_due + found.n_resolved
    unscored = found.n_ambiguous + found.n_annulled + found.n_without_probability
    assert found.n_resolved == found.n_scored + unscored
    assert found.n_scored == found.n_calls + found.n_no_call
    assert len(of) == found.n + found.n_announcements + found.n_withdrawn
    assert sum(each.n for each in found.calibration) == found.n_scored
    assert found.n_hits <= found.n_calls
    assert found.n_late <= found.n


@given(many_rows)
def test_every_figure_keeps_its_bounds(of: list[RecordRow]) -> None:
    found = record(of)
    for name in ("hit_rate", "brier", "baseline_brier", "base_rate", "reliability", "resolution"):
        assert getattr(found, name) is None or 0 <= getattr(found, name) <= 1
    assert found.base_brier is None or 0 <= found.base_brier <= 0.25
    assert found.uncertainty is None or 0 <= found.uncertainty <= 0.25
    assert found.skill is None or found.skill <= 1
    assert found.log_score is None or -9.2103404 <= found.log_score <= -0.0001
    for name in ("hit_rate", "brier", "skill"):
        low, middle, high = (getattr(found, name + end) for end in ("_low", "", "_high"))
        assert low is None or low - 1e-9 <= middle <= high + 1e-9


@given(many_rows, st.randoms(use_true_random=False))
def test_the_order_of_predictions_changes_nothing(of: list[RecordRow], shuffler: Any) -> None:
    shuffled = shuffler.sample(of, len(of))
    assert record(shuffled) == record(of)


@given(many_rows)
def test_replacing_statements_by_their_negations_changes_nothing_that_ranks(of: list[RecordRow]) -> None:
    one, other = record(of), record([negated(row) for row in of])
    for name in RANKING:
        assert getattr(one, name) == getattr(other, name), name
    assert (one.brier_if_low, one.brier_if_high) == (other.brier_if_high, other.brier_if_low)


@settings(max_examples=25)
@given(st.lists(many_rows, max_size=3))
def test_kept_sums_of_parts_give_the_record_of_the_whole(parts: list[list[RecordRow]]) -> None:
    whole = record([row for part in parts for row in part])
    for order in permutations(parts):
        summed = sum((tally(part) for part in order), Tally())
        assert record_of_tally(summed, as_of=AS_OF) == whole


def test_stated_peer_scores_are_summed_and_averaged() -> None:
    found = track_record([], as_of=AS_OF, peer_scores=[30.0, -10.0])
    assert (found.peer_score_sum, found.peer_score_mean, found.n_peers) == (20.0, 10.0, 2)


def published(path: Path) -> dict[str, list[RecordRow]]:
    named = {"1": (Outcome.yes, None), "0": (Outcome.no, None), "0.5": (Outcome.partly, 0.5)}
    found = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            outcome, share = named.get(line["outcome"], (Outcome.annulled, None))
            row = RecordRow(
                Status.resolved,
                outcome=outcome,
                share=share,
                probability=float(line["probability"]),
                statement=line["statement"],
            )
            found[line["author"]].append(row)
    return found


def test_nine_forecasters_of_2016_get_their_published_scores_in_their_published_order(shared: Path) -> None:
    found = {
        author: record(of) for author, of in published(shared / "datasets" / "buzzfeed2016_trump_by_state.csv").items()
    }
    assert found.keys() == BUZZFEED_2016.keys()
    for author, (brier, log_score, hits) in BUZZFEED_2016.items():
        assert found[author].brier == pytest.approx(brier, abs=2e-4), author
        assert found[author].log_score == pytest.approx(log_score, abs=2e-4), author
        assert found[author].n_hits == hits, author
    assert sorted(found, key=lambda author: found[author].brier or 0) == list(BUZZFEED_2016)
    by_log = sorted(found, key=lambda author: -(found[author].log_score or 0))
    assert by_log == sorted(BUZZFEED_2016, key=lambda author: -BUZZFEED_2016[author][1])


def test_a_season_of_football_gets_its_published_score(shared: Path) -> None:
    (of,) = published(shared / "datasets" / "nfl538_2015_2021.csv").values()
    season = [row for row in of if "season 2019" in row.statement]
    assert round(record(season).brier or 0, 3) == 0.219
    assert record(of).brier == pytest.approx(0.22011, abs=5e-6)


def test_a_crowd_gets_its_published_scores(shared: Path) -> None:
    crowd = [row for of in published(shared / "datasets" / "forecastbench_crowd_2025_2026.csv").values() for row in of]
    assert record(crowd).brier == pytest.approx(0.09164, abs=5e-6)
    assert record(crowd).log_score == pytest.approx(-0.29445, abs=5e-6)


def test_the_documented_example_shows_the_figures_of_the_code() -> None:
    text = (Path(__file__).parents[2] / "docs" / "scores.md").read_text(encoding="utf-8")
    table = text.split("| figure | value |\n")[1].split("\n\n")[0].splitlines()[1:]
    shown = {name.strip(" `"): float(value) for _, name, value, _ in (line.split("|") for line in table)}
    assert shown == {
        name: value for name, value in EXAMPLE["figures"].items() if value is not None and name != "n_peers"
    }
