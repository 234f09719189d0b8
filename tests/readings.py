"""Articles as they were read, with candidates of our choice: no test hangs on the extractor's taste."""

from dataclasses import replace
from datetime import date
from typing import Any

from registry.domain.extraction.candidate import Candidate, Extraction
from registry.domain.reading import Reading
from registry.domain.vocabulary import MadeOnBasis

TEXT = (
    "Thorsten Vale, 10 August 2025. The summit will end without a treaty. "
    "Mark Rutte expects no handshake at all. Prices are likely to fall. "
    "If it rains, the parade will be cancelled."
)
SUMMIT = "The summit will end without a treaty."
RUTTE = "Mark Rutte expects no handshake at all."
PRICES = "Prices are likely to fall."


def candidate(quote: str, text: str = TEXT, **fields: Any) -> Candidate:
    """A candidate for `quote`, which stands in `text`; nothing is known of it but `fields`."""
    start = text.index(quote)
    nothing = Candidate(
        statement=quote, quotes=((start, start + len(quote)),), speaker=None, attributed=False,
        polarity="yes", kind="forecast", condition=None, hedge=None, probability=None, probability_low=None,
        probability_high=None, probability_basis=None, hedge_table_version=None, made_on=None,
        made_on_basis=None, due_from=None, due_on=None, due_text=None, due_rule=None, criteria=None,
        grade="soft", confidence=0.5,
    )  # fmt: skip
    return replace(nothing, **fields)


def extraction(*candidates: Candidate) -> Extraction:
    """What an extractor brings home."""
    return Extraction(candidates, "en", "found", None, None, None, extractor="rules", extractor_version="1")


COLUMN = Reading(
    text=TEXT,
    title="Before the summit",
    outlet="Morning Post",
    language="en",
    byline="Thorsten Vale",
    published_on=date(2025, 8, 10),
    published_basis=MadeOnBasis.printed,
    addresses=("https://example.org/column",),
    extraction=extraction(
        candidate(SUMMIT, speaker="Thorsten Vale", due_on=date(2025, 8, 15), confidence=0.9),
        candidate(RUTTE, speaker="Mark Rutte", attributed=True, due_on=date(2025, 8, 15), confidence=0.8),
        candidate(
            PRICES,
            speaker="Thorsten Vale",
            hedge="likely",
            probability=0.75,
            probability_low=0.6,
            probability_high=0.9,
            probability_basis="hedged",
            hedge_table_version="1",
            confidence=0.7,
        ),
    ),
)
"""A column with a byline and a date: an own forecast, a reported one, and one that is hedged and undated."""

ANONYMOUS = replace(
    COLUMN,
    byline=None,
    published_on=None,
    published_basis=None,
    addresses=(),
    extraction=extraction(candidate(SUMMIT)),
)
"""The same words from nobody, on no day."""
