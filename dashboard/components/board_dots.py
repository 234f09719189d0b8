"""The lines of a leaderboard as dots with intervals, raw and shrunk side by side."""

from collections.abc import Iterator, Sequence

from dashboard import escaping, interval_charts, labels
from dashboard.interval_charts import Dot
from registry.schemas.leaderboards import LeaderboardLine

SCALES = {"skill": interval_charts.SKILL, "brier": interval_charts.BRIER, "hit_rate": interval_charts.HIT_RATE}


def of_lines(metric: str, lines: Sequence[LeaderboardLine]) -> list[Dot]:
    """Every line's dots in the order of the board; faint where there is no rank."""
    return [dot for line in lines for dot in _dots(metric, line)]


def name_of(line: LeaderboardLine) -> str:
    """The author behind the rank, as text."""
    name = escaping.visible(line.author.name)
    return f"{line.rank}. {name}" if line.rank is not None else f"– {name}"


def _dots(metric: str, line: LeaderboardLine) -> Iterator[Dot]:
    name, faint = name_of(line), line.rank is None
    raw = labels.text("leaderboard.raw")
    match metric:
        case "skill":
            shrunk = labels.text("leaderboard.shrunk")
            if line.shrunk_skill is not None:
                yield Dot(
                    name, line.shrunk_skill, line.shrunk_skill_low, line.shrunk_skill_high, line.n_scored, shrunk, faint
                )
            yield Dot(name, line.skill, line.skill_low, line.skill_high, line.n_scored, raw, faint)
        case "brier":
            yield Dot(name, line.brier, line.brier_low, line.brier_high, line.n_scored, raw, faint)
        case _:
            yield Dot(name, line.hit_rate, line.hit_rate_low, line.hit_rate_high, line.n_calls, raw, faint)
