"""The checklist of a claim: who, what, when, how much, which source; and the grade that follows from it."""

import re
from collections.abc import Iterable
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
        "what": not own.moods.any_in(said) or _measured(said, own),
        "when": claim.due_on is not None,
        "how_much": not own.movements.any_in(said) or _measured(said, own),
        "source": topic_of(claim.statement, words) is not None,
    }
    return tuple(_check(name, good, None if good else spoken.hints[name]) for name, good in met.items())


# Few differ, and a long text has very many.
_check = lru_cache(maxsize=256)(Check)


def grade_of(checks: Iterable[Check]) -> Literal["sharp", "soft", "vague"]:
    """The grade: "vague" where nobody could observe it, else "sharp" with a deadline and "soft" without."""
    met = {check.name: check.met for check in checks}
    if not met["what"]:
        return "vague"
    return "sharp" if met["when"] else "soft"


def topic_of(statement: str, words: CriteriaWords) -> Topic | None:
    """The first topic with a word in the statement."""
    return words.topic_of(_said(statement))


def _measured(said: Iterable[str], own: CriteriaLanguage) -> bool:
    """Whether the statement gives a number or a word of measure."""
    return any(word[0].isdigit() or word in own.quantities for word in said)


@lru_cache(maxsize=16)
def _said(statement: str) -> tuple[str, ...]:
    """The words of a statement, lower case; each of the checks and the source ask for them."""
    return tuple(_WORD.findall(statement.lower()))
