"""The criteria of a candidate, and the reasons for its certainty, deadline and criteria in words for a reviewer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from registry.domain.errors import Fault, Invalid
from registry.domain.extraction.candidate import Candidate
from registry.domain.extraction.criteria import draft_criteria
from registry.domain.extraction.criteria_words import ClaimFacts, CriteriaDraft
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.loose_times import find_loose_time
from registry.domain.extraction.remembering import once


def criteria_of(
    candidate: Candidate,
    text: str,
    language: str,
    lexicon: Lexicon,
    spoken: str | None = None,
    statement: str | None = None,
) -> CriteriaDraft:
    """Draft criteria in the article's language, or in the one `spoken`.

    `text` is the article's, in which the quotes stand. A `statement` stands for one that the candidate has not got yet.
    """
    words = lexicon.dates.get(language)
    clause = " ".join(text[start:end] for start, end in candidate.quotes)
    claim = ClaimFacts(
        statement=candidate.statement if statement is None else statement,
        language=language,
        polarity=candidate.polarity,
        said_on=candidate.made_on,
        condition=candidate.condition,
        due_from=candidate.due_from,
        due_on=candidate.due_on,
        due_text=candidate.due_text,
        due_inferred="+" in (candidate.due_rule or ""),
        due_alternative=candidate.due_alternative,
        loose=find_loose_time(clause, words) if words and candidate.due_on is None else None,
    )
    return draft_criteria(claim, lexicon.criteria, spoken)


def with_criteria(
    candidate: Candidate,
    text: str,
    language: str,
    lexicon: Lexicon,
    spoken: str | None = None,
    statement: str | None = None,
) -> Candidate:
    """The candidate with its draft criteria, what these lack, and of an undated one when to look again.

    It takes the `statement` where one is given.
    """
    draft = criteria_of(candidate, text, language, lexicon, spoken, statement)
    return replace(
        candidate,
        statement=candidate.statement if statement is None else statement,
        criteria=once(draft.text),
        review_on=draft.review_on,
        horizon_on=draft.horizon_on,
        horizon_reason=draft.horizon_reason,
        checklist=draft.checks,
        checklist_grade=draft.grade,
    )


def in_language(
    candidates: Iterable[Candidate], text: str, language: str, lexicon: Lexicon, spoken: str | None
) -> tuple[Candidate, ...]:
    """The candidates with criteria in the language `spoken`; as they are where that is None or the article's."""
    if spoken in (None, language):
        return tuple(candidates)
    return tuple(with_criteria(one, text, language, lexicon, spoken) for one in candidates)


def check_spoken(spoken: str | None, lexicon: Lexicon) -> None:
    """Raises Invalid where criteria cannot be drafted in that language."""
    known = sorted(lexicon.criteria.languages)
    if spoken is not None and spoken not in known:
        message = f"criteria can be drafted in {', '.join(known)}, not in {spoken!r}"
        raise Invalid(f"{message.capitalize()}.", [Fault("criteria_language", message)])


def reasons_of(candidate: Candidate, criteria: CriteriaDraft) -> Iterator[tuple[str, str]]:
    """Why the candidate is as sure, as dated and as judged as it is: pairs of a name and the words."""
    if candidate.probability is not None:
        band = f"{candidate.probability_low:.2f} to {candidate.probability_high:.2f}"
        words = candidate.hedge or "no hedge"
        version = candidate.hedge_table_version
        source = f"{candidate.probability_basis}" + (f", hedge table {version}" if version else "")
        yield "certainty", f"{words}: {candidate.probability:.2f} ({band}; {source})"
    if candidate.due_on is not None:
        other = f"; other reading {candidate.due_alternative}" if candidate.due_alternative else ""
        yield "due date", f"{candidate.due_text}: {candidate.due_on} (rule {candidate.due_rule}{other})"
    elif criteria.horizon_on is not None:
        days = f"review on {criteria.review_on}, horizon {criteria.horizon_on}"
        yield "due date", f"none; {days}: {criteria.horizon_reason}"
    missing = [check.name for check in criteria.checks if not check.met]
    yield "criteria", f"{criteria.grade}; to add: {', '.join(missing) or 'nothing'}"
