"""Interviews that print no name before each turn: questions as lines of their own, or "Q:" and "A:"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from registry.domain.extraction.lexicon import LanguageLexicon

Span = tuple[int, int]
_WORD = re.compile(r"[^\W\d_]+")
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


def question_turns(text: str, lines: Sequence[Span], language: LanguageLexicon) -> list[Turn]:
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
    return end - start <= _LONGEST_QUESTION and text[start:end].rstrip().endswith("?")


def _tells_of_himself(text: str, line: Span, language: LanguageLexicon) -> bool:
    return any(language.has("of_himself", m.group().lower()) for m in _WORD.finditer(text, *line))
