"""Where a prediction stands: an icon and a word in the state's colour."""

from dashboard import escaping, formats, labels
from dashboard.colours import STATES
from registry.schemas.predictions import Prediction


def badge(state: str, words: str | None = None) -> str:
    """Markdown of a state, with other words than its own where given."""
    look = STATES[state]
    shown = escaping.plain(words) if words is not None else labels.text(f"state.{state}")
    return f":{look.colour}-badge[:material/{look.icon}: {shown}]"


def state_of(prediction: Prediction) -> str:
    """The one state that says most: its outcome, or how pressing it is."""
    if prediction.withdrawn_at is not None:
        return "withdrawn"
    if prediction.outcome is not None:
        return str(prediction.outcome)
    if prediction.due_on is None and prediction.urgency in {"due", "overdue"}:
        return "review"
    return "open" if prediction.urgency in {None, "later"} else str(prediction.urgency)


def badges(prediction: Prediction) -> str:
    """All that is to be said of where a prediction stands."""
    state = state_of(prediction)
    words = None
    if state == "partly" and prediction.share is not None:
        words = labels.text("state.partly_share", share=formats.percent(prediction.share))
    shown = [badge(state, words)]
    if prediction.disputed:
        shown.append(badge("disputed"))
    if prediction.kind in {"announcement", "conditional"}:
        shown.append(badge(str(prediction.kind)))
    if prediction.late:
        shown.append(badge("late"))
    return " ".join(shown)
