"""A reading: what one recogniser makes of one place in a sentence."""

from typing import NamedTuple


class Reading(NamedTuple):
    """`kind` at token `at` in clause number `clause`; `verb` is the token of the full verb where there is one."""

    kind: str
    at: int
    clause: int
    verb: int | None


CLAIMING = frozenset(
    "future future_passive become would could may might can can_reported should would_irreg would_must".split()
)
"""Readings of a future or modal verb that can assert what will be."""

FRAMING = frozenset("expect fear threaten hedge expect_noun believe stated_odds".split())
"""Readings that can carry a claim without such a verb, or frame one."""
