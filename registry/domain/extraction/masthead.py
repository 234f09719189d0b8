"""Title, byline and date of an article, where its text gives them."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from registry.domain.extraction.date_values import DateWords
from registry.domain.extraction.dates import find_due_dates
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import find_names
from registry.domain.extraction.tokens import Token, tokenise

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…:][\"”“»]?$")
_LONGEST_TITLE = 160
_LONGEST_DATE = 60
_HEAD = 1500
_YEAR = re.compile(r"\d{4}")
_TOP_LINES = 12
_LONGEST_MARK = 8


def find_title(text: str) -> str | None:
    """The first short line that does not end like a sentence, without what stands behind a bar."""
    for match in list(_LINE.finditer(text, 0, _HEAD))[:_TOP_LINES]:
        line = match.group().strip()
        head = line.split("|")[0].strip()
        if 20 <= len(head) <= _LONGEST_TITLE and (head != line or not _SENTENCE_END.search(head)):
            return head
    return None


def find_byline(text: str, language: LanguageLexicon) -> str | None:
    """The person named behind a mark such as "Von" in a short line at the top, or behind a bar after the title."""
    for match in list(_LINE.finditer(text, 0, _HEAD))[:_TOP_LINES]:
        line = match.group()
        if len(line) > _LONGEST_TITLE:
            continue
        start = match.start() + line.rfind("|") + 1 if "|" in line else match.start()
        tokens = tokenise(text, start, match.end())
        marked = "|" in line or _is_marked(tokens, language)
        names = find_names(tokens, language) if marked else iter(())
        full = next((n for n in names if n.person and n.first <= 3 and len(n.text.split()) > 1), None)
        if full is not None:
            return full.text
    return None


def _is_marked(tokens: Sequence[Token], language: LanguageLexicon) -> bool:
    """Whether the line begins with a mark such as "Von"."""
    opening = takewhile(lambda hit: hit.first == 0, language.index.find(tokens[:_LONGEST_MARK]))
    return any(hit.word_class == "byline_mark" for hit in opening)


def find_published(text: str, words: DateWords) -> date | None:
    """The first full date (day, month and year) among the short lines and date stamps at the top."""
    years = [end for end in (m.end() for m in _YEAR.finditer(text, 0, _HEAD)) if _may_stamp(text, end)]
    found = find_due_dates(text[: years[-1] + 1], None, words) if years else ()
    for due in found:
        line_start = text.rfind("\n", 0, due.start) + 1
        stamped = due.start - line_start < _LONGEST_TITLE and due.precision == "day" and due.due_on is not None
        if stamped and re.search(r"\d{4}", due.text) and _is_header(text, line_start, due.start):
            return due.due_on
    return None


def _may_stamp(text: str, end: int) -> bool:
    """Whether a date that ends there can begin in the first words of its line."""
    return end - text.rfind("\n", 0, end) < _LONGEST_TITLE + _LONGEST_DATE


def _is_header(text: str, line_start: int, at: int) -> bool:
    """Whether no sentence ends between the start of the line and the date, save for a name's full stop."""
    before = text[line_start:at]
    return len(re.findall(r"[.!?]\s+[A-ZÄÖÜ]", before)) == 0
