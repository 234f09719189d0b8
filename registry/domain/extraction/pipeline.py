"""Text in, candidates out: the order of the steps and nothing else."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from registry.domain.errors import Invalid
from registry.domain.extraction.article import Article, read_article, read_dates
from registry.domain.extraction.candidate import Extraction, Inferred, Trace
from registry.domain.extraction.candidate_criteria import (
    check_spoken,
    criteria_of,
    in_language,
    reasons_of,
    with_criteria,
)
from registry.domain.extraction.claims import Claim, claims_of
from registry.domain.extraction.deadlines import ArticleDates
from registry.domain.extraction.drafting import draft
from registry.domain.extraction.explaining import traces_of
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.language import choose_language
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.masthead import find_byline, find_published, find_title
from registry.domain.extraction.restatements import Draft, merged

EXTRACTOR = "rules"
EXTRACTOR_VERSION = "1"

T = TypeVar("T")
_NO_FEATURES: dict[str, float] = {}


def extract(
    text: str,
    *,
    lexicon: Lexicon,
    language: str = "auto",
    author: str | None = None,
    published: date | None = None,
    threshold: float | None = None,
    explain: bool = False,
    criteria_language: str | None = None,
) -> Extraction:
    """The predictions in `text`, surest first.

    `author` and `published` are the article's where the caller knows them; else they are looked for in the text and
    marked as found. `threshold` (0 to 1) trades precision (higher) against recall (lower); by default the scorer's.
    Criteria are drafted in the text's language, or in `criteria_language`. With `explain` the traces tell for each
    sentence with a future or modal verb what was seen in it and why it was passed over. Raises Invalid for an empty
    text and for a language without a lexicon or words for criteria.
    """
    check_spoken(criteria_language, lexicon)
    if not text.strip():
        raise Invalid("The text is empty; there is nothing to extract from.")
    words = choose_language(text, language, lexicon)
    byline = Inferred(author, "given") if author else _found(find_byline(text, words))
    day = Inferred(published, "given") if published else _found(_published(text, words, lexicon))
    article = read_article(text, words, byline.value if byline else None, day.value if day else None)
    claims = [one if explain else _lighter(one) for one in claims_of(article, lexicon.scorer)]
    usual = lexicon.scorer.least((claim.confidence for claim in claims), len(article.passages))
    least = usual if threshold is None else threshold
    kept = [claim for claim in claims if not claim.dismissed and claim.confidence >= least]
    dates = read_dates(article, lexicon) if kept else None
    drafts = [draft(claim, article, dates, lexicon) for claim in kept]
    return Extraction(
        candidates=in_language(
            merged(drafts, lambda one, statement: with_criteria(one, text, words.code, lexicon, statement=statement)),
            text,
            words.code,
            lexicon,
            criteria_language,
        ),
        language=words.code,
        language_basis="found" if language == "auto" else "given",
        title=_found(find_title(text)),
        byline=byline,
        published=day,
        extractor=EXTRACTOR,
        extractor_version=EXTRACTOR_VERSION,
        notes=tuple(_notes(byline, day, dates)),
        traces=_traces(article, claims, least, lexicon, drafts) if explain else (),
    )


def _lighter(claim: Claim) -> Claim:
    """The claim without what the scorer looked at, which only traces tell of: it takes much memory in a long text."""
    return claim._replace(features=_NO_FEATURES)


def _published(text: str, language: LanguageLexicon, lexicon: Lexicon) -> date | None:
    words = lexicon.dates.get(language.code)
    return find_published(text, words) if words else None


def _found(value: T | None) -> Inferred[T] | None:
    return Inferred(value, "found") if value is not None else None


def _notes(byline: Inferred[str] | None, day: Inferred[date] | None, dates: ArticleDates | None) -> list[str]:
    notes = []
    if byline is None:
        notes.append("No author was given and the text names none; claims of its own voice have no speaker.")
    if day is None:
        notes.append("No date was given and the text prints none; relative deadlines stay open.")
        if dates is not None and dates.said_on is not None:
            year = dates.said_on.year
            notes.append(
                f"By the years that it looks back on the text is of {year}; its days and months count as such."
            )
    return notes


def _traces(
    article: Article, claims: list[Claim], least: float, lexicon: Lexicon, drafts: list[Draft]
) -> tuple[Trace, ...]:
    """The traces; those of kept claims tell also why the candidate is as sure and as dated as it is."""
    reasons = {one.candidate.quotes[0][0]: _reasons(one, article, lexicon) for one in drafts}
    return tuple(
        replace(trace, fired=trace.fired + reasons.get(trace.span[0], ())) if trace.verdict == "kept" else trace
        for trace in traces_of(article, claims, least, lexicon.scorer)
    )


def _reasons(draft: Draft, article: Article, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    statement = draft.word() if draft.word else None
    criteria = criteria_of(draft.candidate, article.text, article.language.code, lexicon, statement=statement)
    return tuple(reasons_of(draft.candidate, criteria))
