"""How a text is laid out: the turns of an interview, and the furniture around the article."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from registry.domain.extraction.interviews import Turn, turns_of
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.quotations import Span
from registry.domain.extraction.tokens import tokenise

_LINE = re.compile(r"[^\n]+")
_TAIL_FROM = 0.6


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines that are furniture, and turns, both in order."""

    furniture: tuple[Span, ...]
    turns: tuple[Turn, ...]

    def turn_at(self, offset: int) -> str | None:
        """Who speaks at this place of an interview, `INTERVIEWEE` where no name is printed, None outside of one."""
        turn = self._turn(offset)
        return turn.speaker if turn else None

    @property
    def begins(self) -> int | None:
        """Where the first turn of an interview begins."""
        return self.turns[0].start if self.turns else None

    def asked_at(self, offset: int) -> bool:
        """Whether the interviewer speaks at this place."""
        turn = self._turn(offset)
        return turn is not None and turn.asks

    def is_furniture(self, offset: int) -> bool:
        """Whether the line at this place is no part of the article."""
        i = bisect_right(self.furniture, offset, key=itemgetter(0)) - 1
        return i >= 0 and offset < self.furniture[i][1]

    def _turn(self, offset: int) -> Turn | None:
        i = bisect_right(self.turns, offset, key=itemgetter(0)) - 1
        return self.turns[i] if i >= 0 and offset < self.turns[i].end else None


def read_layout(text: str, language: LanguageLexicon) -> Layout:
    """The layout of a text in one pass over its lines."""
    lines = [m.span() for m in _LINE.finditer(text) if m.group().strip()]
    return Layout(tuple(_furniture(text, lines, language)), tuple(turns_of(text, lines, language)))


def _furniture(text: str, lines: Sequence[Span], language: LanguageLexicon) -> list[Span]:
    found = []
    tail = False
    for start, end in lines:
        line = text[start : min(end, start + 400)]
        classes = _classes(line, language) if language.margins.may_hold(line) else frozenset()
        tail = tail or ("tail" in classes and start > _TAIL_FROM * len(text) and end - start < 200)
        if tail or "furniture" in classes:
            found.append((start, end))
    return found


def _classes(line: str, language: LanguageLexicon) -> frozenset[str]:
    return frozenset(h.word_class for h in language.margins.find(tokenise(line, 0, len(line))))
