"""Opinions of many people that each end with a name: "No phone will have keys. (Ada Hale, 44, nurse)"."""

import re
from collections.abc import Sequence
from itertools import groupby

from registry.domain.extraction.passage import Passage

_FEWEST = 2
_WORD = r"[^\W\d_a-z][\w.’'-]*"
_SIGNED = re.compile(
    rf"[(\[]({_WORD}(?: (?:(?:von|van|de|der|den|di|da) )?{_WORD}){{1,3}})(?:, [^()\[\]]{{1,60}})?[)\]]\.?\s*$"
)


def signed_lines(passages: Sequence[Passage]) -> dict[int, str]:
    """By number of the sentence, who signs its line in brackets; empty unless at least two lines are signed.

    A line that is nothing but a name in brackets signs no words.
    """
    found: dict[int, str] = {}
    signed = 0
    for _, group in groupby(range(len(passages)), key=lambda k: passages[k].sentence.line):
        numbers = list(group)
        first, last = passages[numbers[0]].sentence, passages[numbers[-1]].sentence
        if passages[numbers[0]].text[last.end - 2 : last.end].rstrip(". ")[-1:] not in (")", "]"):
            continue
        match = _SIGNED.search(passages[numbers[0]].text, first.start, last.end)
        if match is not None and match.start() > first.start:
            signed += 1
            found.update(dict.fromkeys(numbers, match.group(1)))
    return found if signed >= _FEWEST else {}
