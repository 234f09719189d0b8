"""The checklist of a claim: who, what, when, how much, which source; and the grade that follows from it."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

from registry.domain.extraction.criteria_words import (
    Check,
    CheckName,
    ClaimFacts,
    CriteriaLanguage,
    CriteriaWords,
    Topic,
)

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+|%")


def checks_of(
    claim: ClaimFacts, own: CriteriaLanguage, spoken: CriteriaLanguage, words: CriteriaWords
) -> tuple[Check, ...]:
    """The five checks in order; `own` is the language of the claim, `spoken` that of the hints."""
    said = _said(claim.statement)
    met: dict[CheckName, bool] = {
        "who": bool(said) and said[0] not in own.pronouns,
        "what": not _any(said, own.moods) or _measured(said, own),
        "when": claim.due_on is not None,
        "how_much": not _any(said, own.movements) or _measured(said, own),
        "source": topic_of(claim.statement, words) is not None,
    }
    return tuple(Check(name, good, None if good else spoken.hints[name]) for name, good in met.items())


def grade_of(checks: Iterable[Check]) -> Literal["sharp", "soft", "vague"]:
    """The grade: "vague" where nobody could observe it, else "sharp" with a deadline and "soft" without."""
    met = {check.name: check.met for check in checks}
    if not met["what"]:
        return "vague"
    return "sharp" if met["when"] else "soft"


def topic_of(statement: str, words: CriteriaWords) -> Topic | None:
    """The first topic with a word in the statement."""
    said = _said(statement)
    return next((topic for topic in words.topics if _any(said, topic.words)), None)


def _measured(said: Iterable[str], own: CriteriaLanguage) -> bool:
    """Whether the statement gives a number or a word of measure."""
    return any(word[0].isdigit() or word in own.quantities for word in said)


def _any(said: Iterable[str], patterns: tuple[str, ...]) -> bool:
    return any(map(_fitting(patterns), said))


@lru_cache(maxsize=16)
def _said(statement: str) -> tuple[str, ...]:
    """The words of a statement, lower case; each of the checks and the source ask for them."""
    return tuple(_WORD.findall(statement.lower()))


@lru_cache(maxsize=200)
def _fitting(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    """Tells whether a word fits one of the patterns, which have a * for any letters at their head or their end."""
    ends = tuple(pattern[1:] for pattern in patterns if pattern.startswith("*"))
    rest = [pattern for pattern in patterns if not pattern.startswith("*")]
    heads = tuple(pattern[:-1] for pattern in rest if pattern.endswith("*"))
    whole = frozenset(pattern for pattern in rest if not pattern.endswith("*"))

    @lru_cache(maxsize=5000)
    def fits(word: str) -> bool:
        return word in whole or word.startswith(heads) or word.endswith(ends)

    return fits
