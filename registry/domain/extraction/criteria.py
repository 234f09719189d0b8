"""A draft of resolution criteria: the fact, the window, the source, what counts as no, and what annuls.

Each sentence says whether it stands in the text, was inferred from it or was supplied, so that a reviewer
sees at once what the author never said. The draft is in the article's language unless another is asked for.
"""

from datetime import date, timedelta
from typing import NamedTuple

from registry.domain.extraction.criteria_checks import checks_of, grade_of, topic_of
from registry.domain.extraction.criteria_words import (
    Basis,
    ClaimFacts,
    CriteriaDraft,
    CriteriaLanguage,
    CriteriaWords,
    Part,
)
from registry.domain.windows import REVIEW_DAYS

DEFAULT_HORIZON_DAYS = 730
NEVER_HORIZON_DAYS = 1825
_NEVER = frozenset({"nie", "niemals", "never", "nirgends"})
_FALLBACK = "en"


class _Horizon(NamedTuple):
    """When an undated claim is looked at again, when it is judged at the latest, and why then."""

    review_on: date
    horizon_on: date
    reason: str


def draft_criteria(claim: ClaimFacts, words: CriteriaWords, language: str | None = None) -> CriteriaDraft:
    """Criteria for a claim, in `language` (default: the claim's own; English where that has no words).

    The statement and the condition are quoted as they stand, whatever the language of the draft.
    """
    code = language or claim.language
    code = code if code in words.languages else _FALLBACK
    spoken = words.languages[code]
    own = words.languages.get(claim.language, spoken)
    horizon = _horizon(claim, spoken)
    parts = (
        _fact(claim, spoken, words),
        _window(claim, spoken, horizon),
        _source(claim, words, code),
        _no(claim, spoken),
        _annulled(claim, spoken),
    )
    checks = checks_of(claim, own, spoken, words)
    return CriteriaDraft(
        language=code,
        parts=parts,
        text="\n".join(part.text + _mark(part.basis, spoken) + "." for part in parts),
        checks=checks,
        grade=grade_of(checks),
        review_on=horizon.review_on if horizon else None,
        horizon_on=horizon.horizon_on if horizon else None,
        horizon_reason=horizon.reason if horizon else None,
    )


def _mark(basis: Basis, spoken: CriteriaLanguage) -> str:
    return spoken.sentences[basis]


def _written(day: date, spoken: CriteriaLanguage) -> str:
    return spoken.day.format(day=day.day, month=spoken.months[day.month - 1], year=day.year)


def _fact(claim: ClaimFacts, spoken: CriteriaLanguage, words: CriteriaWords) -> Part:
    """The statement; where it says "could", with a note that the event counts and not its possibility."""
    statement = claim.statement.strip().rstrip(".")
    if claim.condition:
        text = spoken.sentences["fact_if"].format(condition=claim.condition.strip(), statement=statement)
    else:
        text = spoken.sentences["fact"].format(statement=statement)
    said = set(claim.statement.lower().split())
    if any(said & language.modals for language in words.languages.values()):
        text += spoken.sentences["event_counts"]
    return Part("fact", text, "stated")


def _window(claim: ClaimFacts, spoken: CriteriaLanguage, horizon: _Horizon | None) -> Part:
    sentences = spoken.sentences
    if claim.due_on is not None:
        first = claim.due_from
        ranged = first is not None and first < claim.due_on
        text = sentences["window_from" if ranged else "window"].format(
            first=_written(first, spoken) if first else "", last=_written(claim.due_on, spoken)
        )
        if claim.due_text:
            text += sentences["window_words"].format(words=claim.due_text)
        if claim.due_alternative and claim.due_alternative != claim.due_on:
            text += sentences["window_other"].format(last=_written(claim.due_alternative, spoken))
        return Part("window", text, "inferred" if claim.due_inferred else "stated")
    if horizon is None:
        return Part("window", sentences["open"], "supplied")
    text = sentences["undated"].format(
        review=_written(horizon.review_on, spoken),
        horizon=_written(horizon.horizon_on, spoken),
        reason=horizon.reason,
    )
    return Part("window", text, "supplied")


def _horizon(claim: ClaimFacts, spoken: CriteriaLanguage) -> _Horizon | None:
    """Review and horizon of an undated claim; None where it is dated or the day it was made is unknown."""
    if claim.due_on is not None or claim.said_on is None:
        return None
    sentences = spoken.sentences
    days, reason = DEFAULT_HORIZON_DAYS, sentences["reason_default"]
    if claim.loose is not None:
        days, reason = claim.loose[1], sentences["reason_loose"].format(words=claim.loose[0])
    elif _NEVER & set(claim.statement.lower().split()):
        days, reason = NEVER_HORIZON_DAYS, sentences["reason_never"]
    horizon_on = claim.said_on + timedelta(days=days)
    return _Horizon(min(claim.said_on + timedelta(days=REVIEW_DAYS), horizon_on), horizon_on, reason)


def _source(claim: ClaimFacts, words: CriteriaWords, code: str) -> Part:
    topic = topic_of(claim.statement, words)
    spoken = words.languages[code]
    source = topic.sources.get(code, spoken.default_source) if topic else spoken.default_source
    return Part("source", spoken.sentences["source"].format(source=source), "supplied")


def _no(claim: ClaimFacts, spoken: CriteriaLanguage) -> Part:
    return Part("no", spoken.sentences["no_no" if claim.polarity == "no" else "no_yes"], "supplied")


def _annulled(claim: ClaimFacts, spoken: CriteriaLanguage) -> Part:
    if claim.condition:
        text = spoken.sentences["annulled_if"].format(condition=claim.condition.strip())
        return Part("annulled", text, "inferred")
    return Part("annulled", spoken.sentences["annulled"], "supplied")
