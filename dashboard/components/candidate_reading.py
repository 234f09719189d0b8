"""How the words of a candidate were read: its window, what was supplied to it, and what its criteria still lack."""

import streamlit as st

from dashboard import escaping, formats, labels
from dashboard.components import failure
from registry.schemas.candidates import Candidate


def show(candidate: Candidate) -> None:
    """What is missing, and what a reviewer should look at before it goes on record."""
    names = ", ".join(failure.field_name(name) for name in candidate.missing)
    lines = [labels.text("inbox.missing", names=names)] if names else []
    lines += [escaping.plain(check.hint) for check in candidate.checklist if check.hint and not check.met]
    if lines:
        st.warning("  \n".join(lines), icon=":material/rule:")
    told = window(candidate)
    if told:
        st.caption(" ".join(told))


def window(candidate: Candidate) -> list[str]:
    """Sentences on the days of a candidate: which words gave them, what was supplied, what else they may mean."""
    if candidate.due_on is None:
        return undated(candidate)
    if not candidate.due_text:
        return []
    day = formats.day(candidate.due_on)
    told = [labels.text("inbox.read_as", words=escaping.plain(candidate.due_text), day=day)]
    if candidate.due_inferred:
        told.append(labels.text("inbox.inferred"))
    if candidate.due_alternative is not None:
        told.append(labels.text("inbox.other_reading", day=formats.day(candidate.due_alternative)))
    return told


def undated(candidate: Candidate) -> list[str]:
    """When to look again at a claim without a date, and by when it has to be judged, with the reason."""
    if candidate.review_on is None or candidate.horizon_on is None:
        return []
    told = labels.text(
        "inbox.undated", review=formats.day(candidate.review_on), horizon=formats.day(candidate.horizon_on)
    )
    reason = candidate.horizon_reason
    return [told, labels.text("inbox.horizon_reason", reason=escaping.plain(reason))] if reason else [told]
