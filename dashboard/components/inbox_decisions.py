"""Accept, reject, skip: the acts on a candidate, each with its key, and the rejection of several."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard import escaping, formats, labels, session
from dashboard.client import registry
from dashboard.components import failure, press
from dashboard.components.author_search import Choice
from dashboard.components.repetitions import Link
from registry.schemas.candidates import Candidate

REASONS = ("wish", "past", "vague", "question", "duplicate")


def acceptance(
    choice: Choice | None,
    changes: dict[str, Any],
    reported_by: str | None,
    link: Link | None,
    groups: Mapping[str, Any],
) -> dict[str, Any]:
    """The body of an acceptance, as the registry wants it; a repetition brings nothing but its place."""
    body: dict[str, Any] = {"reported_by": reported_by} if reported_by else {}
    if link is not None:
        body[link.how] = str(link.prediction.id)
        if link.how == "repeats":
            return body
    if choice is not None:
        body |= {"author": choice.author, "new_authors": choice.new_authors}
    joined = {name: value for name, value in groups.items() if name != "sense"}
    sense = {"sense": groups["sense"]} if "sense" in groups else {}
    return {**body, **joined, "changes": {**changes, **sense}}


def show(candidate: Candidate, body: dict[str, Any], key: str, others: Sequence[Candidate]) -> None:
    """The buttons."""
    ready = "author" in body or "repeats" in body
    with st.container(horizontal=True, key="decisions"):
        words = next((f"inbox.accept_{how}" for how in ("repeats", "revises") if how in body), "inbox.accept")
        press.button(
            labels.text(words),
            lambda: accept(candidate, body),
            type="primary",
            icon=":material/check:",
            key=f"{key}-accept",
            shortcut="A",
            disabled=not ready,
            help=None if ready else labels.text("inbox.choose_author"),
        )
        with st.popover(labels.text("inbox.reject"), icon=":material/close:", key=f"{key}-reject"):
            _show_reasons(candidate, key)
        st.button(
            labels.text("inbox.skip"),
            icon=":material/skip_next:",
            key=f"{key}-skip",
            shortcut="S",
            disabled=not others,
            on_click=go_on_to,
            args=(others[0] if others else None,),
        )


def _show_reasons(candidate: Candidate, key: str) -> None:
    for number, name in enumerate(REASONS, start=1):
        words = labels.text(f"reject.{name}")
        st.button(
            words,
            key=f"{key}-because-{name}",
            shortcut=str(number),
            on_click=reject,
            args=(candidate, words),
            width="stretch",
        )
    other = st.text_input(labels.text("reject.other"), key=f"{key}-because")
    if other and len(other.strip()) > 1:
        press.button(labels.text("inbox.reject"), lambda: reject(candidate, other), key=f"{key}-because-other")


def show_bulk(waiting: Sequence[Candidate]) -> None:
    """Rejection of several at once; acceptance has none, since each is to be read."""
    with st.expander(labels.text("inbox.bulk"), icon=":material/checklist:"):
        by_id = {str(one.id): one for one in waiting}
        chosen = st.multiselect(
            labels.text("inbox.bulk_which"),
            list(by_id),
            format_func=lambda one: escaping.shortened(escaping.visible(by_id[one].statement), 90),
            key="bulk",
        )
        reason = st.text_input(labels.text("reject.reason"), key="bulk-reason")
        press.button(
            labels.text("inbox.bulk_reject", n=formats.number(len(chosen))),
            lambda: reject_all(chosen, reason),
            key="bulk-reject",
            disabled=not chosen or not (reason or "").strip(),
        )


def accept(candidate: Candidate, body: dict[str, Any]) -> None:
    """Put it on record; the next one loads by itself."""
    done = failure.attempt(lambda: registry().accept_candidate(candidate.id, body, if_version=candidate.version))
    if done is not None:
        words = "inbox.repeated" if "repeats" in body else "inbox.accepted"
        told = labels.text(words, author=escaping.plain(done.prediction.author.name))
        session.remember_act(session.Act(told, (session.Undo("reopen_candidate", (candidate.id,)),)))
        go_on_to(None)


def reject(candidate: Candidate, reason: str) -> None:
    """Keep it off the record; the next one loads by itself."""
    done = failure.attempt(lambda: registry().reject_candidate(candidate.id, reason, if_version=candidate.version))
    if done is not None:
        told = labels.text("inbox.rejected", reason=escaping.plain(reason))
        session.remember_act(session.Act(told, (session.Undo("reopen_candidate", (candidate.id,)),)))
        go_on_to(None)


def reject_all(ids: Sequence[str], reason: str) -> None:
    """Keep several off the record, all or none."""
    done = failure.attempt(lambda: registry().reject_candidates(ids, reason))
    if done is not None:
        undo = tuple(session.Undo("reopen_candidate", (one.id,)) for one in done)
        session.remember_act(session.Act(labels.text("inbox.rejected_all", n=formats.number(len(done))), undo))
        go_on_to(None)


def go_on_to(candidate: Candidate | None) -> None:
    """Let the address name the next candidate; none for the first that waits."""
    if candidate is None:
        st.query_params.pop("candidate", None)
    else:
        st.query_params["candidate"] = str(candidate.id)
