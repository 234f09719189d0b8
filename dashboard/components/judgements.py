"""The judgements given of a prediction, and taking one back."""

import streamlit as st

from dashboard import escaping, formats, labels, session
from dashboard.client import registry
from dashboard.components import failure, reasoned
from dashboard.components.state_badge import badge
from registry.schemas.judgements import Judgement


def show(judgements: list[Judgement]) -> None:
    """Each judgement with its evidence; those in force can be retracted with a reason."""
    for judgement in judgements:
        with st.container(border=True):
            st.markdown(told(judgement))
            if judgement.retracted_at is None:
                _show_retraction(judgement)


def told(judgement: Judgement) -> str:
    """A judgement as Markdown: what, by whom, when, on which evidence."""
    outcome = str(judgement.outcome)
    words = None
    if judgement.share is not None:
        words = labels.text("state.partly_share", share=formats.percent(judgement.share))
    lines = [f"{badge(outcome, words)} {labels.text(f'judgement.{judgement.role}')}"]
    if judgement.in_force:
        lines[0] += f" · **{labels.text('judgement.in_force')}**"
    lines.append(
        labels.text("judgement.by", person=escaping.plain(judgement.person), day=formats.day(judgement.known_on))
    )
    lines += [escaping.plain(part) for part in _evidence(judgement)]
    if judgement.reason is not None:
        lines.append(labels.text(f"annul.{judgement.reason}"))
    if judgement.note:
        lines.append(f"*{escaping.plain(judgement.note)}*")
    if judgement.retracted_at is not None:
        reason = formats.quoted(judgement.retraction_reason or "")
        lines.append(labels.text("judgement.retracted", moment=formats.moment(judgement.retracted_at), reason=reason))
    return "  \n".join(lines)


def _evidence(judgement: Judgement) -> list[str]:
    return [part for part in (judgement.evidence_url, judgement.archived_url, judgement.citation) if part]


def _show_retraction(judgement: Judgement) -> None:
    reasoned.show(
        labels.text("judgement.retract"),
        lambda reason: retract(judgement, reason),
        key=f"retract-{judgement.id}",
        icon=":material/undo:",
        ask=labels.text("judgement.why"),
    )


def retract(judgement: Judgement, reason: str) -> None:
    """Take a judgement back."""
    if failure.attempt(lambda: registry().retract_judgement(judgement.id, reason)) is not None:
        session.forget_act()
        session.drop(f"version-{judgement.prediction_id}")
        st.toast(labels.text("judgement.retracted_now"))
