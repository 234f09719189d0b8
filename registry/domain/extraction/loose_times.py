"""Words of time that name no last day ("bald", "in the coming years") and how far they look ahead."""

import re

from registry.domain.extraction.date_values import DateWords

_WORD = re.compile(r"\w+")


def find_loose_time(clause: str, words: DateWords) -> tuple[str, int] | None:
    """The longest loose word of time in a clause, with the days after which to look again; None without one.

    The days are a proposal for the horizon of an undated claim, never a deadline.
    """
    text = f" {' '.join(_WORD.findall(clause.lower()))} "
    found = [(phrase, days) for phrase, days in words.loose.items() if phrase in text and f" {phrase} " in text]
    return max(found, key=lambda pair: len(pair[0])) if found else None
