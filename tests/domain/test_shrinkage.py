import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.shrinkage import RawSkill, population_of, shrink

raw_skills = st.lists(
    st.builds(
        RawSkill,
        author=st.text(max_size=3),
        n=st.integers(2, 300),
        skill=st.integers(-200, 100).map(lambda percent: percent / 100),
        row_variance=st.integers(1, 300).map(lambda percent: percent / 100),
    ),
    min_size=3,
    max_size=12,
)


def record_of(author: object, gains: np.ndarray) -> RawSkill:
    """The record of an author whose rows contributed these parts to the skill."""
    variance = float(gains.var(ddof=1)) if len(gains) > 1 else None
    return RawSkill(author, len(gains), float(gains.mean()), variance)


def test_two_authors_say_nothing_of_authors_in_general() -> None:
    assert population_of([RawSkill("a", 10, 0.2, 1.0), RawSkill("b", 10, 0.3, 1.0)]) is None


def test_records_of_one_row_each_show_no_spread() -> None:
    assert population_of([RawSkill(name, 1, 0.2, None) for name in "abc"]) is None


def test_authors_who_differ_by_no_more_than_chance_are_all_drawn_to_the_mean() -> None:
    records = [RawSkill("a", 100, 0.30, 1.0), RawSkill("b", 100, 0.31, 1.0), RawSkill("c", 100, 0.29, 1.0)]
    population = population_of(records)
    assert population is not None
    assert population.variance == 0
    assert [shrink(record, population).skill for record in records] == pytest.approx([0.3, 0.3, 0.3])


def test_a_long_record_is_kept_and_a_short_one_drawn_in() -> None:
    long = [RawSkill(number, 10_000, 0.1 * number, 1.0) for number in range(5)]
    lucky = RawSkill("lucky", 3, 0.9, 1.0)
    population = population_of([*long, lucky])
    assert population is not None
    assert shrink(long[4], population).skill == pytest.approx(0.4, abs=0.002)
    assert shrink(lucky, population).skill < 0.35
    assert shrink(lucky, population).weight < 0.1


@given(raw_skills)
def test_a_shrunk_skill_lies_between_the_record_and_the_mean(records: list[RawSkill]) -> None:
    population = population_of(records)
    assert population is not None
    for record in records:
        shrunk = shrink(record, population)
        low, high = sorted((record.skill, population.mean))
        assert low - 1e-9 <= shrunk.skill <= high + 1e-9
        assert shrunk.interval.low <= shrunk.skill <= shrunk.interval.high
        assert 0 <= shrunk.weight <= 1


@given(raw_skills, st.data())
def test_the_order_of_authors_changes_nothing_to_speak_of(records: list[RawSkill], data: st.DataObject) -> None:
    one, other = population_of(records), population_of(data.draw(st.permutations(records)))
    assert one is not None
    assert other is not None
    assert (one.mean, one.variance) == pytest.approx((other.mean, other.variance), abs=1e-9)


def test_the_spread_between_authors_is_found_again() -> None:
    chance = np.random.default_rng(5)
    true = chance.normal(0.2, 0.3, 400)
    records = [record_of(author, chance.normal(skill, 1.2, 30)) for author, skill in enumerate(true)]
    population = population_of(records)
    assert population is not None
    assert population.mean == pytest.approx(0.2, abs=0.05)
    assert population.variance**0.5 == pytest.approx(0.3, abs=0.04)
    covered = [
        shrunk.interval.low <= skill <= shrunk.interval.high
        for skill, shrunk in zip(true, (shrink(record, population) for record in records), strict=True)
    ]
    assert 0.93 <= np.mean(covered) <= 0.97


def errors_of_prediction(halves: list[tuple[np.ndarray, np.ndarray]]) -> tuple[float, float]:
    """Mean squared errors with which raw and shrunk first halves predict the second ones."""
    records = [record_of(author, first) for author, (first, _) in enumerate(halves)]
    population = population_of(records)
    assert population is not None
    later = np.array([second.mean() for _, second in halves])
    raw = np.array([record.skill for record in records])
    shrunk = np.array([shrink(record, population).skill for record in records])
    return float(np.mean((raw - later) ** 2)), float(np.mean((shrunk - later) ** 2))


def gains(said: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """What each row contributes to the skill against evens."""
    return np.asarray(1 - (said - outcome) ** 2 / 0.25)


def test_among_many_small_records_shrunk_skills_foretell_the_future_better() -> None:
    # As on sites where anyone may predict: most authors have a handful of predictions, a few have hundreds.
    chance, halves = np.random.default_rng(11), []
    for _ in range(300):
        n = int(min(400, 4 + chance.pareto(0.9) * 4))
        true = chance.beta(0.8, 0.8, 2 * n)
        noise = chance.normal(0, chance.gamma(2, 0.5), 2 * n)
        said = 1 / (1 + (1 / true.clip(0.001, 0.999) - 1) * np.exp(noise))
        rows = gains(said, chance.random(2 * n) < true)
        halves.append((rows[:n], rows[n:]))
    raw, shrunk = errors_of_prediction(halves)
    assert shrunk < 0.8 * raw


def gains_by_state(path: Path) -> dict[str, dict[str, float]]:
    """For each forecaster what each state contributed to their skill."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            said, outcome = np.array(float(line["probability"])), np.array(float(line["outcome"]))
            found[line["author"]][line["statement"]] = float(gains(said, outcome))
    return found


def test_on_real_forecasters_shrunk_skills_foretell_the_other_half_better(shared: Path) -> None:
    by_author = gains_by_state(shared / "datasets" / "buzzfeed2016_trump_by_state.csv")
    states = sorted(next(iter(by_author.values())))
    errors = []
    for seed in range(20):
        order = np.random.default_rng(seed).permutation(states)
        errors.append(
            errors_of_prediction(
                [
                    (
                        np.array([of[state] for state in order[:25]]),
                        np.array([of[state] for state in order[25:]]),
                    )
                    for of in by_author.values()
                ]
            )
        )
    raw, shrunk = np.mean(errors, axis=0)
    assert shrunk < raw


def gains_by_team(path: Path) -> list[np.ndarray]:
    """What each game contributed to the skill of the forecaster for that home team."""
    found: dict[str, list[float]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            said, outcome = np.array(float(line["probability"])), np.array(float(line["outcome"]))
            found[line["statement"].partition(" beat ")[0]].append(float(gains(said, outcome)))
    return [np.array(one) for one in found.values()]


def test_on_real_games_split_at_random_shrunk_skills_foretell_the_other_half_much_better(shared: Path) -> None:
    teams, errors = gains_by_team(shared / "datasets" / "nfl538_2015_2021.csv"), []
    assert len(teams) == 32
    for seed in range(20):
        chance = np.random.default_rng(seed)
        mixed = [chance.permutation(one) for one in teams]
        errors.append(errors_of_prediction([(one[::2], one[1::2]) for one in mixed]))
    raw, shrunk = np.mean(errors, axis=0)
    assert shrunk < 0.7 * raw
    assert all(less < more for more, less in errors)
