"""Sentences with exact offsets, line by line, so that a headline never runs into the text below it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sentencex import segment

from registry.domain.extraction.lexicon import LanguageLexicon

# No sentence is longer; what is, is a list or not written by people, and may not slow the reading of the rest.
_LONGEST = 1200
_LONGEST_STRETCH = 10_000
_TAIL = 16
_LINE = re.compile(r"[^\n]+")
_ORDINAL_END = re.compile(r"(?:^|\s)(?:[12]?\d|3[01])\.\s*$")
# Behind an article any number may be one ("der 54. Staat").
_NUMBERED_END = re.compile(r"(\S+)\s+\d{1,3}\.\s*$")
_INNER_END = re.compile(r"[.!?…][\"”“»’']?\s+(?=[\"„“«»(]?[A-ZÄÖÜ])")
_SPACE = re.compile(r"[^\S ]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
# The odds that a list of bets gives behind each item stand there as a sentence of their own: "It passes. 70 %".
_LONGEST_ODDS = 4
_BARE_ODDS = re.compile(r"\s*\(?\d{1,3}(?:[.,]\d+)?\s?%\)?\.?\s*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ABBREVIATION = 12


class Sentence(NamedTuple):
    """text[start:end] without white space around it; `line` counts the non-empty lines of the text from 0."""

    start: int
    end: int
    line: int


def split_sentences(text: str, language: LanguageLexicon) -> list[Sentence]:
    """All sentences of `text` in order; what lies between them is white space."""
    return [
        Sentence(a, b, number)
        for number, (start, end) in enumerate(_lines(text))
        for a, b in _pieces(text[start:end], start, language)
    ]


def _lines(text: str) -> list[tuple[int, int]]:
    """Lines with words in them; one that goes on in lower case on the next line was only wrapped there."""
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        start, end = match.span()
        if lines and start - lines[-1][1] == 1 and text[start].islower() and end - lines[-1][0] < _LONGEST:
            lines[-1] = (lines[-1][0], end)
        else:
            lines.append((start, end))
    return lines


def _pieces(line: str, offset: int, language: LanguageLexicon) -> Iterator[tuple[int, int]]:
    ends, at = [], 0
    for piece in _segments(language.code, line):
        ends += [at + match.end() for match in _INNER_END.finditer(piece) if match.end() < len(piece)]
        at += len(piece)
        ends.append(at)
    begun = 0
    for end in ends:
        if end < len(line) and _runs_on(line, begun, end, language):
            continue
        yield from _trimmed(line, begun, end, offset)
        begun = end
    yield from _trimmed(line, begun, len(line), offset)


def _segments(code: str, line: str) -> Iterator[str]:
    """The segments of a line one after the other; a very long line is cut up stretch by stretch.

    The time that the segmenter takes grows with the square of the line where that is full of quotation marks, and it
    fails on "A." with a space of more than one byte before the full stop, so each space is made a plain one.
    """
    line = _SPACE.sub(" ", line)
    begun = 0
    while len(line) - begun > _LONGEST_STRETCH:
        pieces = list(segment(code, line[begun : begun + _LONGEST_STRETCH]))
        # The last one may go on behind the stretch.
        whole = pieces[:-1] or pieces
        yield from whole
        begun += sum(map(len, whole))
    yield from segment(code, line[begun:])


def _trimmed(line: str, start: int, end: int, offset: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space around it, cut at spaces where it is longer than any sentence."""
    while end - start > _LONGEST:
        cut = line.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield from _trimmed(line, start, cut, offset)
        start = cut
    body = line[start:end]
    left = len(body) - len(body.lstrip())
    if body.strip():
        yield offset + start + left, offset + start + len(body.rstrip())


def _runs_on(line: str, begun: int, end: int, language: LanguageLexicon) -> bool:
    """Whether the piece ends in an abbreviation, an initial, or (where the language writes them so) an ordinal."""
    tail = line[max(begun, end - _TAIL) : end]
    last = tail.split()[-1:]
    word = last[0][-_LONGEST_ABBREVIATION:].lower().lstrip("(\"'„“") if last else ""
    if line[end : end + _LONGEST_ODDS].lstrip(" (")[:1].isdigit() and _BARE_ODDS.match(line, end):
        return True
    if language.has("abbreviations", word) or _INITIALS.fullmatch(word):
        return True
    if not language.noun_capitals or not line[end : end + 1].isupper():
        return False
    whole = end - begun <= 2 * _TAIL and tail.strip() == line[begun:end].strip()
    if not whole and _begins_anew(line, end, language):
        return False
    behind = _NUMBERED_END.search(tail)
    return bool(_ORDINAL_END.search(tail)) or (behind is not None and _is_article(behind.group(1).lower(), language))


def _begins_anew(line: str, end: int, language: LanguageLexicon) -> bool:
    """Whether the next word is no noun, so that the number before is a plain one: "bei 15. Dass er geht, ..."."""
    follows = _FIRST_WORD.match(line, end)
    return follows is not None and language.has("function_words", follows.group().lower())


def _is_article(word: str, language: LanguageLexicon) -> bool:
    return language.has("articles", word) or language.has("noun_openers", word)
