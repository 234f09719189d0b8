"""What a prediction belongs to: its collection, its question and the side it takes on it, its tags."""

from typing import Any

import streamlit as st

from dashboard import escaping, formats, labels
from dashboard.client import registry
from dashboard.components import failure
from registry.client import Client
from registry.schemas.questions import Question

OFFERED = 6
SHORTEST = 5
"""Characters that the wording of a question has at least."""
_LAST_COLLECTION = "last-collection"


def show(client: Client, key: str, *, statement: str | None = None) -> dict[str, Any]:
    """The inputs; answers with `collection`, `question`, `sense` and `tags`, as far as they were given.

    The collection begins with the one chosen last, since whoever reads an outlet fills one collection.
    """
    with st.expander(labels.text("grouping.title"), icon=":material/folder_open:"):
        chosen = {"collection": _collection(client, key), **_question(client, key, statement), "tags": _tags(key)}
    return {name: value for name, value in chosen.items() if value}


def _collection(client: Client, key: str) -> str | None:
    names = {one.slug: one.name for one in client.list_collections(limit=200).items}
    last = st.session_state.get(_LAST_COLLECTION)
    slugs = list(names)
    chosen: str | None = st.selectbox(
        labels.text("field.collection"),
        slugs,
        index=slugs.index(last) if last in names else None,
        format_func=names.__getitem__,
        key=f"{key}-collection",
        placeholder=labels.text("grouping.no_collection"),
    )
    st.session_state[_LAST_COLLECTION] = chosen
    return chosen


def _tags(key: str) -> list[str]:
    return st.multiselect(
        labels.text("field.tags"),
        [],
        key=f"{key}-tags",
        accept_new_options=True,
        placeholder=labels.text("grouping.tags_hint"),
    )


def _question(client: Client, key: str, statement: str | None) -> dict[str, Any]:
    words = st.text_input(
        labels.text("field.question"),
        key=f"{key}-question",
        live="300ms",
        placeholder=labels.text("grouping.question_hint"),
        help=labels.text("help.question"),
    )
    wanted = (words or "").strip()
    if not wanted:
        return {}
    found = {one.slug: one for one in client.list_questions(wanted, limit=OFFERED).items}
    if not found:
        _offer_creation(key, wanted)
        return {}
    slug = _choose(found, key, wanted)
    return {"question": slug, "sense": _sense(key, statement)} if slug else {}


def _choose(found: dict[str, Question], key: str, wanted: str) -> str | None:
    slugs = list(found)
    exact = next((slug for slug in slugs if found[slug].wording.casefold() == wanted.casefold()), None)
    return st.radio(
        labels.text("grouping.which"),
        slugs,
        index=slugs.index(exact) if exact else None,
        format_func=lambda slug: told(found[slug]),
        key=f"{key}-question-of-{wanted}",
    )


def told(question: Question) -> str:
    """A question with how many predictions it joins, as Markdown."""
    n = labels.count("author_search.n_predictions", question.n_predictions)
    due = f" · {formats.day(question.due_on)}" if question.due_on else ""
    return f"{escaping.plain(escaping.shortened(question.wording, 140))} · {n}{due}"


def _sense(key: str, statement: str | None) -> int:
    if statement:
        st.caption(formats.quoted(escaping.shortened(statement, 140)))
    sense = st.segmented_control(
        labels.text("grouping.sense"),
        (1, -1),
        default=1,
        required=True,
        format_func=lambda one: labels.text("grouping.says_yes" if one == 1 else "grouping.says_no"),
        key=f"{key}-sense",
    )
    return int(sense or 1)


def _offer_creation(key: str, wording: str) -> None:
    st.caption(labels.text("grouping.no_question"))
    st.button(
        labels.text("grouping.create"),
        icon=":material/add:",
        key=f"{key}-question-new",
        disabled=len(wording) < SHORTEST,
        on_click=create,
        args=(wording,),
    )


def create(wording: str) -> None:
    """Put a question on record; the search for its words then finds it."""
    if failure.attempt(lambda: registry().add_question({"wording": wording})) is not None:
        st.toast(labels.text("grouping.created"))
