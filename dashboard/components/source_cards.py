"""Sources that the registry reads by itself: how each does, and what can be done with it."""

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.client import registry
from dashboard.components import failure
from dashboard.components.state_badge import badge
from registry.client import Client
from registry.schemas.sources import Source, SourceEntry

ENTRIES = 20


def show(client: Client, source: Source) -> None:
    """One source: its state, when it was looked at, its last error; looking now, pausing, what it named."""
    with st.container(border=True, key=f"source-{source.id}"):
        st.markdown("  \n".join(lines(source)))
        with st.container(horizontal=True, vertical_alignment="center"):
            off = source.disabled_at is not None
            st.button(
                labels.text("source.resume" if off else "source.pause"),
                icon=":material/play_arrow:" if off else ":material/pause:",
                key=f"source-{source.id}-switch",
                on_click=switch,
                args=(source, not off),
            )
            if not off:
                st.button(
                    labels.text("source.look"),
                    icon=":material/refresh:",
                    key=f"source-{source.id}-look",
                    on_click=look,
                    args=(source,),
                )
            if source.n_entries and links.asked("entries") != str(source.id):
                links.link("sources", labels.text("source.entries"), icon="list", entries=source.id)
        if links.asked("entries") == str(source.id):
            show_entries(client, source)


def lines(source: Source) -> list[str]:
    """A source in Markdown."""
    name = escaping.plain(source.title or source.address)
    kind = labels.text(f"source.kind.{source.kind}")
    told = [f"{badge(source.state)} **{name}** · {kind}"]
    if source.title:
        told.append(escaping.plain(source.address))
    looked = labels.text("source.polled", moment=formats.moment(source.polled_at))
    following = labels.text("source.next", moment=formats.moment(source.next_poll_at))
    told.append(looked if source.disabled_at is not None else f"{looked} · {following}")
    told.append(labels.text("source.brought", entries=formats.number(source.n_entries), articles=source.n_articles))
    if source.last_error:
        failed = labels.count("source.failures", source.failures)
        told.append(f":red[{failed}: {escaping.plain(escaping.shortened(source.last_error, 400))}]")
    return told


def show_entries(client: Client, source: Source) -> None:
    """The latest addresses that it named, and what became of each."""
    for entry in client.list_entries(source.id, limit=ENTRIES).items:
        if entry.article is not None:
            links.link("article", entry_words(entry), icon="description", id=entry.article)
        else:
            st.markdown(f":material/link: {entry_words(entry)}")


def entry_words(entry: SourceEntry) -> str:
    """An address that a source named, by its title where it has one, and why it could not be read."""
    words = escaping.plain(escaping.shortened(entry.title or entry.address, 140))
    return f"{words} · {escaping.plain(entry.last_error)}" if entry.last_error else words


def switch(source: Source, disabled: bool) -> None:
    """Leave a source alone, or look at it again."""
    change = {"disabled": disabled}
    failure.attempt(lambda: registry().change_source(source.id, change, if_version=source.version))


def look(source: Source) -> None:
    """Look at it with the scheduler's next run."""
    if failure.attempt(lambda: registry().look_at_source(source.id)) is not None:
        st.toast(labels.text("source.looking"))
