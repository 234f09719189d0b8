"""The turns of an interview: by names or "Q:" and "A:" before them, or by questions that are lines of their own."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.quotations import Span

_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(
    r"(?:(?<=[.?!…\"”“»])[ \u00a0]|^[ \u00a0]*)([^\W\d_][\w.\-]{0,20}(?: [A-ZÄÖÜ][\w.\-]{0,20}){0,3}):[ \u00a0]",
    re.MULTILINE,
)
_LEAST_TURNS = 2
_LEAST_QUESTIONS = 3
_LEAST_LABELS = 2
_LONGEST_QUESTION = 300
_LABELLED = re.compile(r"[ \u00a0]*([A-ZÄÖÜ][\w.\-]{1,20}(?: [A-ZÄÖÜ][\w.\-]{0,20}){0,2}):[ \u00a0]")
INTERVIEWEE = ""


class Turn(NamedTuple):
    """A stretch [start, end) of an interview, spoken by `speaker`; `asks` is true for the interviewer's.

    The speaker is `INTERVIEWEE` where the text prints no name before the answers, None where it prints none before
    the questions.
    """

    start: int
    end: int
    speaker: str | None
    asks: bool


def turns_of(text: str, lines: Sequence[Span], language: LanguageLexicon) -> list[Turn]:
    """The turns in order, none where the text is no interview; `lines` are those of the text with words in them."""
    return _labelled_turns(text, language) or _question_turns(text, lines, language)


def _question_turns(text: str, lines: Sequence[Span], language: LanguageLexicon) -> list[Turn]:
    """The turns between questions that are lines of their own, with or without a name before the answers.

    Questions alone are no interview: somebody must answer of himself ("I", "we") at least twice.
    """
    asked = [i for i, line in enumerate(lines) if _is_question(text, line)]
    if len(asked) < _LEAST_QUESTIONS:
        return []
    asking = frozenset(asked)
    answers = [i for i in range(asked[0] + 1, len(lines)) if i not in asking]
    labels = [(i, m.group(1)) for i in answers if (m := _LABELLED.match(text, *lines[i])) is not None]
    names = {label for _, label in labels}
    if len(names) == 1 and len(labels) >= _LEAST_LABELS:
        answering = {i for i, _ in labels}
        return [_turn(lines, i, names, answering) for i in range(asked[0], len(lines))]
    if sum(_tells_of_himself(text, lines[i], language) for i in answers) < _LEAST_LABELS:
        return []
    return [_turn(lines, i, {INTERVIEWEE}, set(answers)) for i in range(asked[0], len(lines))]


def _turn(lines: Sequence[Span], i: int, names: set[str], answering: set[int]) -> Turn:
    start, end = lines[i]
    return Turn(start, end, next(iter(names)) if i in answering else None, i not in answering)


def _is_question(text: str, line: Span) -> bool:
    start, end = line
    asks = text.find("?", start, end) >= 0 and end - start <= _LONGEST_QUESTION
    return asks and text[start:end].rstrip().endswith("?")


def _tells_of_himself(text: str, line: Span, language: LanguageLexicon) -> bool:
    return any(language.has("of_himself", m.group().lower()) for m in _WORD.finditer(text, *line))


def _labelled_turns(text: str, language: LanguageLexicon) -> list[Turn]:
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
