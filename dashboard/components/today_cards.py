"""What waits today, in cards: predictions on one question together, and candidates."""

from collections.abc import Sequence

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.components.state_badge import badges
from registry.schemas.candidates import Candidate
from registry.schemas.predictions import Prediction

NAMED = 3
"""Authors that a card names."""


def by_question(found: Sequence[Prediction]) -> list[list[Prediction]]:
    """The predictions in their order, those on one question together at the place of the first."""
    together: dict[str, list[Prediction]] = {}
    for one in found:
        together.setdefault(one.question or str(one.id), []).append(one)
    return list(together.values())


def show_joined(same: Sequence[Prediction]) -> None:
    """Several authors' predictions on one question, with the way to judge them at once."""
    first = same[0]
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        authors = list(dict.fromkeys(escaping.plain(one.author.name) for one in same))
        names = ", ".join(authors[:NAMED]) + (" …" if len(authors) > NAMED else "")
        statement = escaping.plain(escaping.shortened(first.statement, 200))
        told = labels.text("today.joined", names=names)
        st.markdown(f"**{statement}**  \n{told}  \n{badges(first)}", width="stretch")
        links.link("question", labels.text("today.judge_joined"), icon="arrow_forward", id=first.question)


def show_candidates(found: Sequence[Candidate], n: int) -> None:
    """The candidates that wait in the inbox."""
    st.subheader(labels.text("today.section.candidates", n=formats.number(n)))
    for candidate in found:
        with (
            st.container(border=True),
            st.container(horizontal=True, vertical_alignment="center", wrap=True),
        ):
            speaker = escaping.plain(candidate.speaker or labels.text("inbox.no_speaker"))
            statement = escaping.plain(escaping.shortened(candidate.statement, 200))
            st.markdown(f"**{statement}**  \n{speaker}", width="stretch")
            links.link("inbox", labels.text("card.inbox"), icon="arrow_forward", candidate=candidate.id)
    if n > len(found):
        links.link("inbox", labels.text("today.all", n=formats.number(n)), icon="inbox")
