"""From what a person sends to an article as it was read: its text, the facts, and what was found in it."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol
from urllib.parse import urlsplit

from registry.domain.errors import Invalid, TooLarge
from registry.domain.extraction.candidate import Extraction
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.pipeline import extract
from registry.domain.reading import Reading
from registry.domain.vocabulary import MadeOnBasis
from registry.domain.web_addresses import normalised
from registry.intake.article import read_fetched
from registry.intake.page import Page
from registry.intake.printed_days import prints_day
from registry.intake.text import read_text
from registry.outbound import Fetched
from registry.schemas.articles import LONGEST_ADDRESS, ArticleFacts, ArticleNew

# Some seconds' work; the longest articles that people write are a third of it.
MOST_SEARCHED = 300_000

# More than a person would ever go through, and few enough to be stored while others wait for a moment.
MOST_CANDIDATES = 1000

Fetch = Callable[[str], Fetched]


class Extract(Protocol):
    """Finds the predictions in a text, as `pipeline.extract` does."""

    def __call__(
        self, text: str, *, lexicon: Lexicon, language: str, author: str | None, published: date | None
    ) -> Extraction:
        """The predictions. Raises Invalid for a text that cannot be searched."""


def read_new(new: ArticleNew, *, fetch: Fetch, lexicon: Lexicon, today: date, extractor: Extract = extract) -> Reading:
    """The article that `new` gives as a text or by its address.

    Raises Invalid and NoArticle for what holds no readable text; for addresses what `fetch` raises.
    """
    if new.text is not None:
        page = Page(text=read_text(new.text.encode(), name="The text"))
        return read_page_of(new, page, (new.address,), lexicon, extractor)
    fetched = fetch(str(new.address))
    page = read_fetched(fetched, today=today)
    return read_page_of(new, page, (new.address, fetched.final_url, _own_address(page)), lexicon, extractor)


def read_page_of(
    facts: ArticleFacts,
    page: Page,
    addresses: tuple[str | None, ...],
    lexicon: Lexicon,
    extractor: Extract = extract,
) -> Reading:
    """The article of a page or file; what `facts` say of it overrules what the page says."""
    language = facts.language or page.language
    reading = Reading(
        text=page.text,
        title=facts.title or _line(page.title, 500),
        outlet=facts.outlet or _line(page.outlet, 200),
        language=language,
        byline=facts.byline or _line(page.byline, 200),
        published_on=facts.published_on or page.published_on,
        addresses=_distinct(addresses),
        notes=page.notes,
    )
    if facts.extract:
        reading = _with_candidates(reading, facts, lexicon, extractor)
    return replace(reading, published_basis=_basis(reading, facts))


def find_candidates(
    text: str,
    *,
    language: str | None,
    author: str | None,
    published_on: date | None,
    lexicon: Lexicon,
    extractor: Extract = extract,
) -> Extraction:
    """The predictions in a text, the `MOST_CANDIDATES` surest; without a lexicon the text tells its language.

    Raises TooLarge for more than `MOST_SEARCHED` characters, Invalid where the text is in none of the languages
    at hand.
    """
    if len(text) > MOST_SEARCHED:
        raise TooLarge(
            f"The text has {len(text):,} characters; at most {MOST_SEARCHED:,} are searched for candidates. "
            "Give it in parts."
        )
    known = language if language is not None and language in lexicon.languages else "auto"
    return surest(extractor(text, lexicon=lexicon, language=known, author=author, published=published_on))


def surest(found: Extraction, most: int = MOST_CANDIDATES) -> Extraction:
    """The same with its `most` surest candidates, and a note where there were more."""
    if len(found.candidates) <= most:
        return found
    note = f"Of {len(found.candidates):,} candidates the surest {most:,} were kept."
    return replace(found, candidates=found.candidates[:most], notes=(*found.notes, note))


def _with_candidates(reading: Reading, facts: ArticleFacts, lexicon: Lexicon, extractor: Extract) -> Reading:
    try:
        found = find_candidates(
            reading.text,
            language=reading.language,
            author=facts.author or reading.byline,
            published_on=reading.published_on,
            lexicon=lexicon,
            extractor=extractor,
        )
    except (Invalid, TooLarge) as problem:
        # An article that cannot be searched is still worth keeping; a person may quote from it.
        return replace(reading, notes=(*reading.notes, problem.detail))
    notes = [*reading.notes, *found.notes]
    byline = found.byline.value if found.byline is not None and found.byline.basis == "found" else None
    if reading.byline is None and byline is not None:
        notes.append(f"The byline, {byline}, was found in the text.")
    return replace(
        reading,
        title=reading.title or _line(found.title.value if found.title else None, 500),
        byline=reading.byline or _line(byline, 200),
        language=reading.language or found.language,
        published_on=reading.published_on or (found.published.value if found.published else None),
        notes=tuple(notes),
        extraction=found,
    )


def _basis(reading: Reading, facts: ArticleFacts) -> MadeOnBasis | None:
    if reading.published_on is None:
        return None
    is_found = facts.published_on is None or prints_day(reading.text, facts.published_on)
    return MadeOnBasis.printed if is_found else MadeOnBasis.entered


def _line(value: str | None, most: int) -> str | None:
    if value is None:
        return None
    kept = "".join(" " if unicodedata.category(character) in {"Cc", "Cs"} else character for character in value)
    return " ".join(kept.split())[:most] or None


def _own_address(page: Page) -> str | None:
    # Some sites call their front page the address of every article.
    own = page.canonical_url
    return own if own is not None and urlsplit(own).path.strip("/") else None


def _distinct(addresses: tuple[str | None, ...]) -> tuple[str, ...]:
    named = (normalised(address) for address in addresses if address is not None)
    return tuple(dict.fromkeys(address for address in named if len(address) <= LONGEST_ADDRESS))
