"""Finding an author by any of their names, or saying that it is a new one."""

from dataclasses import dataclass

import streamlit as st

from dashboard import escaping, labels
from registry.client import Client
from registry.schemas.authors import Author

OFFERED = 6
NEW = ""
"""Stands for a new author among the slugs that are offered."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The author to send to the registry, and whether to create it."""

    author: str
    new_authors: str = "refuse"


def show(client: Client, key: str, named: str | None) -> Choice | None:
    """The author chosen, beginning with the one named; None while that is open."""
    # In a container, so that what comes and goes moves nothing that somebody is typing into.
    with st.container():
        return _search(client, key, named)


def _search(client: Client, key: str, named: str | None) -> Choice | None:
    st.session_state.setdefault(f"{key}-name", named or "")
    name = st.text_input(
        labels.text("field.author"),
        key=f"{key}-name",
        live="300ms",
        placeholder=labels.text("author_search.placeholder"),
    )
    wanted = (name or "").strip()
    if not wanted:
        return None
    found = client.list_authors(wanted, limit=OFFERED).items
    exact = exactly(found, wanted)
    if exact is not None:
        st.caption(f":material/check: {known(exact)}")
        return Choice(exact.slug)
    return _choose(f"{key}-of-{wanted}", wanted, found)


def _choose(key: str, wanted: str, found: list[Author]) -> Choice | None:
    by_slug = {author.slug: author for author in found}

    def told(slug: str) -> str:
        if slug == NEW:
            return labels.text("author_search.create", name=escaping.plain(wanted))
        return known(by_slug[slug])

    words = "author_search.near" if found else "author_search.unknown"
    slug = st.radio(
        labels.text(words),
        [*by_slug, NEW],
        format_func=told,
        index=None if found else 0,
        key=key,
    )
    if slug is None:
        return None
    return Choice(wanted, "create") if slug == NEW else Choice(slug)


def exactly(found: list[Author], wanted: str) -> Author | None:
    """The author who bears just this name, whatever the case of its letters."""
    name = wanted.casefold()
    return next(
        (one for one in found if name in {each.casefold() for each in (one.name, one.slug, *one.aliases)}), None
    )


def known(author: Author) -> str:
    """An author with other names and how much is on record, as Markdown."""
    return f"{escaping.plain(author.name)} · {about(author)}"


def about(author: Author) -> str:
    """What tells an author from namesakes, as Markdown."""
    parts = []
    if author.description:
        parts.append(escaping.plain(escaping.shortened(author.description, 60)))
    if author.aliases:
        names = ", ".join(escaping.plain(alias) for alias in author.aliases[:3])
        parts.append(labels.text("author_search.also", names=names))
    parts.append(counted(author))
    return " · ".join(parts)


def counted(author: Author) -> str:
    """How many predictions are on record."""
    return labels.count("author_search.n_predictions", author.n_predictions)
