"""The leaderboard as a table to read and choose from, and as a file to take away."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import csv_files, escaping, formats, labels, links
from dashboard.components import record_filters
from dashboard.components.record_figures import ENOUGH
from registry.client import Client
from registry.schemas.comparisons import MOST
from registry.schemas.leaderboards import Leaderboard, LeaderboardLine

_OF_METRIC = {
    "skill": ("skill", "skill_band", "shrunk", "shrunk_band"),
    "brier": ("brier", "brier_band", "skill", "skill_band"),
    "hit_rate": ("hit_rate", "hit_rate_band", "hits", "skill"),
}
_NAMED = ("rank", "author", *sorted(set(chain.from_iterable(_OF_METRIC.values()))), "scored", "unscored", "why")
ORIGIN = ("metric", "as_of", "score_version", "inputs_sha256")
FILE_COLUMNS = tuple(name for name in LeaderboardLine.model_fields if name != "author")
AT_ONCE = 1000


def show(board: Leaderboard) -> None:
    """The table; the authors chosen in it can be opened or compared."""
    st.caption(labels.text("leaderboard.choose", most=MOST))
    columns = ["rank", "author", *_OF_METRIC[board.metric], "scored", "unscored", "why"]
    picked: Any = st.dataframe(
        pd.DataFrame([row(line) for line in board.lines])[columns],
        hide_index=True,
        height="content",
        on_select="rerun",
        selection_mode="multi-row",
        placeholder=formats.NOTHING,
        column_config=_columns(),
        alt=labels.text("leaderboard.title"),
        key=f"board-{board.metric}-{board.offset}",
    )
    # A choice that was made on a longer board may point beyond this one.
    chosen = [board.lines[at].author.slug for at in picked.selection.rows if at < len(board.lines)]
    with st.container(horizontal=True, key="board-choice"):
        _open(chosen)
        _compare(chosen)


def _open(chosen: list[str]) -> None:
    label = labels.text("leaderboard.open")
    if st.button(label, icon=":material/person:", disabled=len(chosen) != 1):
        links.go("author", slug=chosen[0], **record_filters.carried())


def _compare(chosen: list[str]) -> None:
    label = labels.text("leaderboard.compare")
    if st.button(label, icon=":material/compare_arrows:", disabled=not 2 <= len(chosen) <= MOST):
        links.go("compare", authors=",".join(chosen), **record_filters.carried())


def row(line: LeaderboardLine) -> dict[str, Any]:
    """One line of the table; shares in percent."""
    return {
        "rank": line.rank,
        "author": escaping.visible(line.author.name),
        "skill": line.skill,
        "skill_band": formats.interval(line.skill_low, line.skill_high),
        "shrunk": line.shrunk_skill,
        "shrunk_band": formats.interval(line.shrunk_skill_low, line.shrunk_skill_high),
        "brier": line.brier,
        "brier_band": formats.interval(line.brier_low, line.brier_high),
        "hit_rate": None if line.hit_rate is None else 100 * line.hit_rate,
        "hit_rate_band": formats.shares(line.hit_rate_low, line.hit_rate_high),
        "hits": hits(line),
        "scored": line.n_scored,
        "unscored": None if line.unscored_share is None else 100 * line.unscored_share,
        "why": labels.text(f"unranked.{line.unranked}") if line.unranked else "",
    }


def hits(line: LeaderboardLine) -> str:
    """How many of the calls were right, and whether that is too few to tell."""
    told = labels.text("leaderboard.hits", hits=formats.number(line.n_hits), calls=formats.number(line.n_calls))
    return told if line.n_calls >= ENOUGH else f"{told} ({labels.text('record.few')})"


def _columns() -> dict[str, Any]:
    config = st.column_config
    name = {column: labels.text(f"board.{column}") for column in _NAMED}
    told = {column: labels.text(f"board.{column}_help") for column in ("skill", "shrunk", "unscored", "why")}
    return {
        "rank": config.NumberColumn(name["rank"], width=48),
        "author": config.TextColumn(name["author"], width=165),
        "skill": config.NumberColumn(name["skill"], format="%.2f", width=58, help=told["skill"]),
        "skill_band": config.TextColumn(name["skill_band"], width=104),
        "shrunk": config.NumberColumn(name["shrunk"], format="%.2f", width=70, help=told["shrunk"]),
        "shrunk_band": config.TextColumn(name["shrunk_band"], width=108),
        "scored": config.NumberColumn(name["scored"], width=48),
        "unscored": config.NumberColumn(name["unscored"], format="%.0f %%", width=82, help=told["unscored"]),
        "why": config.TextColumn(name["why"], width=150, help=told["why"]),
        "brier": config.NumberColumn(name["brier"], format="%.3f", width=70),
        "brier_band": config.TextColumn(name["brier_band"], width=104),
        "hit_rate": config.NumberColumn(name["hit_rate"], format="%.0f %%", width=80),
        "hit_rate_band": config.TextColumn(name["hit_rate_band"], width=100),
        "hits": config.TextColumn(name["hits"], width=85),
    }


def as_csv(client: Client, wanted: dict[str, Any]) -> str:
    """The whole board, each line with what it was computed from."""
    return csv_files.text_of(("slug", "author", *FILE_COLUMNS, *ORIGIN), _file_rows(client, wanted))


def _file_rows(client: Client, wanted: dict[str, Any]) -> Iterator[list[object]]:
    offset, n_authors = 0, 1
    while offset < n_authors:
        board = client.read_leaderboard({**wanted, "limit": AT_ONCE, "offset": offset})
        origin = [board.model_dump(mode="json")[name] for name in ORIGIN]
        for line in board.lines:
            values = line.model_dump(mode="json")
            yield [line.author.slug, line.author.name, *(values[name] for name in FILE_COLUMNS), *origin]
        offset, n_authors = offset + AT_ONCE, board.n_authors
