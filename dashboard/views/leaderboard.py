"""The leaderboard: authors in the order of what is proved at least."""

from typing import Any

import streamlit as st

from dashboard import escaping, formats, interval_charts, labels, links
from dashboard.client import registry
from dashboard.components import address_choice, address_inputs, board_dots, board_table, chart, record_filters
from registry.client import Client
from registry.schemas.collections import Collection
from registry.schemas.leaderboards import Leaderboard

ROWS = 20
METRICS = ("skill", "brier", "hit_rate")
# Highest minimum of scored predictions that can be asked for.
MOST = 10_000


def show() -> None:
    """Metric and filters, then the board."""
    client = registry()
    st.title(labels.text("leaderboard.title"))
    st.markdown(labels.text("leaderboard.what"))
    collections = client.list_collections(limit=200).items
    with st.container(horizontal=True, vertical_alignment="bottom", key="board-order"):
        metric = address_choice.show(
            "metric",
            METRICS,
            lambda one: labels.text(f"record.{one}"),
            label=labels.text("filter.metric"),
            forget=("offset",),
        )
        minimum = address_inputs.number("minimum", most=MOST)
    wanted = record_filters.show(client, collections, unasked=record_filters.unmixed(collections))
    wanted |= {"metric": metric, "minimum": minimum}
    board = client.read_leaderboard({**wanted, "limit": ROWS, "offset": offset()})
    if board.n_authors:
        show_board(client, board, wanted)
    else:
        show_nothing(collections, wanted)


def offset() -> int:
    """How many lines the address leaves out at the top."""
    asked = links.asked("offset") or ""
    return int(asked) if asked.isdecimal() and len(asked) < 9 else 0


def show_board(client: Client, board: Leaderboard, wanted: dict[str, Any]) -> None:
    """Chart, table, and what the board was computed from."""
    title = labels.text(f"leaderboard.by.{board.metric}")
    drawn = interval_charts.dots(
        board_dots.of_lines(board.metric, board.lines),
        labels.text(f"record.{board.metric}"),
        board_dots.SCALES[board.metric],
    )
    chart.show(drawn, "leaderboard", title, labels.text(f"leaderboard.help.{board.metric}"))
    board_table.show(board)
    turn_pages(board)
    with st.container(horizontal=True, vertical_alignment="center", key="board-file"):
        st.download_button(
            labels.text("leaderboard.csv"),
            lambda: board_table.as_csv(client, wanted),
            file_name="leaderboard.csv",
            mime="text/csv",
            icon=":material/download:",
        )
        show_origin(board)


def turn_pages(board: Leaderboard) -> None:
    """To the lines above and below."""
    end = board.offset + len(board.lines)
    if end >= board.n_authors and not board.offset:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="board-pages"):
        told = {"first": board.offset + 1, "last": end, "n": formats.number(board.n_authors)}
        st.caption(labels.text("leaderboard.shown", **told))
        if board.offset:
            before = max(0, board.offset - ROWS)
            st.button(labels.text("leaderboard.before"), on_click=address_inputs.put, args=("offset", before))
        if end < board.n_authors:
            st.button(labels.text("predictions.next"), on_click=address_inputs.put, args=("offset", end))


def show_origin(board: Leaderboard) -> None:
    """What anyone needs to compute the board again."""
    with st.popover(labels.text("leaderboard.origin"), icon=":material/fingerprint:"):
        st.markdown(
            labels.text(
                "leaderboard.origin_told",
                moment=f"{board.as_of:%Y-%m-%d %H:%M:%S} UTC",
                version=board.score_version,
                rows=formats.number(board.n_rows),
                authors=formats.number(board.n_authors),
                ranked=formats.number(board.n_ranked),
                widest=formats.number(board.widest, 2),
            )
        )
        st.code(board.inputs_sha256, language=None, wrap_lines=True)
        # A link to the page that is shown already would change nothing.
        instant = board.as_of.isoformat()
        told = labels.text("leaderboard.as_it_stands")
        st.button(told, icon=":material/link:", on_click=address_inputs.put, args=("as_of", instant))


def show_nothing(collections: list[Collection], wanted: dict[str, Any]) -> None:
    """Why there is no board, and the collections that have one of their own."""
    narrowed = wanted.keys() - {"metric", "minimum"}
    st.info(labels.text("leaderboard.none_fit" if narrowed else "leaderboard.none"), icon=":material/search_off:")
    if not narrowed:
        for one in [one for one in collections if one.n_predictions][:5]:
            counted = labels.count("author_search.n_predictions", one.n_predictions)
            told = labels.text("leaderboard.of_collection", name=escaping.plain(one.name), told=counted)
            st.button(
                told, key=f"board-of-{one.slug}", icon=":material/folder_open:", on_click=address_inputs.put,
                args=("collection", one.slug),
            )  # fmt: skip


show()
