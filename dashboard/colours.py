"""The colours of states, chosen once for light and dark, and which state bears which.

The hues are those of Okabe and Ito ("Color Universal Design", 2008), which people with any kind of colour
vision tell apart; text shades are darkened or lightened until they reach a contrast of 4.5 on their
background (WCAG 2.2, 1.4.3). No state is told by its colour alone: each has an icon and a word.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shade:
    """One hue: `mark` in charts, then text and background on light and on dark pages."""

    mark: str
    light: str
    light_background: str
    dark: str
    dark_background: str


# Streamlit's names of colours; .streamlit/config.toml gives them these values.
SHADES = {
    "blue": Shade("#0072b2", "#00558a", "#e2f0f9", "#7cc4f0", "#10303f"),
    "green": Shade("#009e73", "#00634a", "#def3ec", "#5fd3b0", "#0c3329"),
    "yellow": Shade("#b8a100", "#665800", "#faf5d0", "#e8d96a", "#363108"),
    "orange": Shade("#e69f00", "#7a4f00", "#fdf0d5", "#f3c05f", "#3d2c08"),
    "red": Shade("#d55e00", "#973f00", "#fce7da", "#ff9a5c", "#42200a"),
    "violet": Shade("#cc79a7", "#8a2f65", "#f8e6f0", "#eba6cb", "#40202f"),
    "gray": Shade("#767676", "#4d4f55", "#eeeff1", "#b9bcc4", "#2b2d33"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is shown: the name of its colour and its icon."""

    colour: str
    icon: str


STATES = {
    "open": Look("blue", "hourglass_empty"),
    "soon": Look("yellow", "schedule"),
    "due": Look("orange", "event"),
    "overdue": Look("red", "event_busy"),
    "review": Look("orange", "rate_review"),
    "disputed": Look("red", "balance"),
    "yes": Look("green", "check"),
    "no": Look("violet", "close"),
    "partly": Look("yellow", "contrast"),
    "ambiguous": Look("gray", "question_mark"),
    "annulled": Look("gray", "do_not_disturb_on"),
    "withdrawn": Look("gray", "delete"),
    "late": Look("gray", "history"),
    "announcement": Look("gray", "campaign"),
    "conditional": Look("blue", "call_split"),
    "waiting": Look("blue", "inbox"),
    "new": Look("blue", "fiber_new"),
    "ok": Look("green", "check"),
    "failing": Look("red", "error"),
    "disabled": Look("gray", "pause"),
    "sent": Look("green", "done_all"),
    "failed": Look("red", "error"),
    "dropped": Look("gray", "do_not_disturb_on"),
    "accepted": Look("green", "check"),
    "rejected": Look("gray", "close"),
}


def mark_of(state: str) -> str:
    """The colour of a state in charts, as #rrggbb."""
    return SHADES[STATES[state].colour].mark
