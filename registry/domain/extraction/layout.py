"""How a text is laid out: the turns of an interview, and the furniture around the article."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from registry.domain.extraction.interviews import INTERVIEWEE, Span, Turn, question_turns
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.tokens import tokenise

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(
    r"(?:(?<=[.?!…\"”“»])[ \u00a0]|^[ \u00a0]*)([^\W\d_][\w.\-]{0,20}(?: [A-ZÄÖÜ][\w.\-]{0,20}){0,3}):[ \u00a0]",
    re.MULTILINE,
)
_LEAST_TURNS = 2
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
        i = bisect_right(self.furniture, offset, key=lambda span: span[0]) - 1
        return i >= 0 and offset < self.furniture[i][1]

    def _turn(self, offset: int) -> Turn | None:
        i = bisect_right(self.turns, offset, key=lambda turn: turn.start) - 1
        return self.turns[i] if i >= 0 and offset < self.turns[i].end else None


def read_layout(text: str, language: LanguageLexicon) -> Layout:
    """The layout of a text in one pass over its lines."""
    lines = [m.span() for m in _LINE.finditer(text) if m.group().strip()]
    turns = _turns(text, language) or question_turns(text, lines, language)
    return Layout(tuple(_furniture(text, lines, language)), tuple(turns))


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


def _turns(text: str, language: LanguageLexicon) -> list[Turn]:
    """Turns of an interview: stretches that begin with the same few labels again and again.

    One of the labels must ask, or all of them must be names in capitals or with a given name.
    """
    found = [(m.start(1), m.group(1)) for m in _LABEL.finditer(text)] if ": " in text or ":\u00a0" in text else []
    names = {label for _, label in found if _is_name(label, language)}
    full = {label: _full(label, names) for _, label in found}
    counts = Counter(_key(full[label]) for _, label in found)
    marks = [(start, full[label]) for start, label in found if counts[_key(full[label])] >= _LEAST_TURNS]
    bounds = [start for start, _ in marks] + [len(text)]
    stretches = list(zip(marks, bounds[1:], strict=True))
    asking = Counter(_key(label) for (start, label), end in stretches if _asks(text, start, end))
    askers = {key for key, asked in asking.items() if asked * 2 >= counts[key]}
    speaking = {_key(label) for _, label in marks}
    if len(speaking) < 2 or not (askers or all(label in names for _, label in marks)):
        return []
    fullest = {_key(label): _who(label, language) for _, label in sorted(marks, key=lambda mark: len(mark[1]))}
    return [Turn(start, end, fullest[_key(label)], _key(label) in askers) for (start, label), end in stretches]


def _who(label: str, language: LanguageLexicon) -> str:
    """The label, unless it only tells that this is the answer ("A:")."""
    return INTERVIEWEE if language.has("answer_labels", label.lower()) else label


def _is_name(label: str, language: LanguageLexicon) -> bool:
    words = label.split()
    return len(words) > 1 and (label.isupper() or language.has("given_names", words[0].lower()))


def _full(label: str, names: Collection[str]) -> str:
    """The name that a label of initials stands for ("CS" for "CHRIS SUTTON"), else the label."""
    if not label.isupper() or not 2 <= len(label) <= 3:
        return label
    return next((name for name in sorted(names) if "".join(word[0] for word in name.split()).upper() == label), label)


def _key(label: str) -> str:
    return label.rsplit(maxsplit=1)[-1].lower()


def _asks(text: str, start: int, end: int) -> bool:
    first_line = text[start:end].split("\n", 1)[0]
    return first_line.rstrip().endswith("?")
