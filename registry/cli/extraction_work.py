"""Reading texts and finding predictions in them, several at a time."""

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from registry.cli.asking_model import endpoint_in_settings
from registry.cli.clock import utc_now
from registry.cli.progress import progress
from registry.cli.refusals import complain
from registry.domain.errors import Fault, Invalid, Missing, RegistryError
from registry.domain.extraction.candidate import Candidate, Extraction
from registry.domain.extraction.pipeline import extract
from registry.intake.text import read_text
from registry.lexicon import load
from registry.settings import read_settings

if TYPE_CHECKING:
    from registry.domain.extraction.knowledge import Lexicon
    from registry.intake.model_extraction import ByModel
    from registry.outbound.model import ModelEndpoint

PLAIN_ENDINGS = {".txt", ".md"}
ENDINGS = {*PLAIN_ENDINGS, ".html", ".htm", ".xhtml"}
WORTH_A_POOL = 8
"""Fewer texts than this are read sooner by one process than several are started."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the caller knows of the texts, and what they want of them.

    `model` is asked where it is not left to the rules; criteria are in `criteria_language`, else in the text's.
    `threshold` is the least confidence of a candidate, the rules' own where it is left out.
    """

    author: str | None
    published: date | None
    language: str
    explain: bool
    today: date
    model: "ModelEndpoint | None" = None
    criteria_language: str | None = None
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text, and what its page says of it."""

    text: str
    byline: str | None = None
    published_on: date | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """One source: what was found in it, or why it was refused; `by_model` where a model was asked."""

    source: str
    text: str = ""
    notes: tuple[str, ...] = ()
    extraction: Extraction | None = None
    refusal: str | None = None
    by_model: "ByModel | None" = None

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The predictions found, surest first."""
        return self.extraction.candidates if self.extraction is not None else ()


def wanted_of(
    author: str | None,
    published: str | None,
    language: str,
    explain: bool,
    extractor: str = "rules",
    criteria_language: str | None = None,
    threshold: float | None = None,
) -> Wanted:
    """The options, checked.

    Raises Invalid for a day that is none or a threshold for a model, Unready for a model that nobody set up.
    """
    if threshold is not None and extractor == "model":
        message = "a model weighs nothing; leave it out, or take the rules"
        raise Invalid(f"--threshold: {message}.", [Fault("threshold", message)])
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError as problem:
        message = f"“{published}” is no day; write the day as YYYY-MM-DD"
        raise Invalid(f"--published: {message}.", [Fault("published", message)]) from problem
    name = " ".join(author.split()) if author else None
    model = endpoint_in_settings() if extractor == "model" else None
    return Wanted(name or None, day, language, explain, utc_now().date(), model, criteria_language, threshold)


def sources_in(sources: Sequence[str]) -> list[str]:
    """The same sources with each folder replaced by the texts in it. Raises Missing for what is not there."""
    named: list[str] = []
    for source in sources:
        path = Path(source)
        if source == "-" or _is_address(source) or path.is_file():
            named.append(source)
        elif path.is_dir():
            inside = sorted(str(file) for file in path.rglob("*") if file.suffix.lower() in ENDINGS)
            if not inside:
                raise Missing(f"The folder {source} holds no text ({', '.join(sorted(ENDINGS))}).")
            named += inside
        else:
            raise Missing(f"There is no file {source}. Give a file, a folder, an address, or - for piped text.")
    return named


def read_all(sources: Sequence[str], wanted: Wanted) -> list[Read]:
    """Every source in its order. Of several, each that is refused is complained of and the others go on."""
    if len(sources) == 1:
        return [read_one(sources[0], wanted)]
    work = partial(_read_or_refuse, wanted=wanted)
    with progress("extracting", len(sources)) as advance:
        # A model is waited for, not computed, and a local one answers one question at a time.
        if len(sources) < WORTH_A_POOL or "-" in sources or wanted.model is not None:
            found = [advance(work(source)) for source in sources]
        else:
            with ProcessPoolExecutor(min(os.cpu_count() or 1, len(sources))) as pool:
                found = [advance(one) for one in pool.map(work, sources)]
    for one in found:
        if one.refusal is not None:
            complain(Invalid(f"{one.source}: {one.refusal}"))
    return found


def read_one(source: str, wanted: Wanted) -> Read:
    """One source. Raises what reading and fetching raise."""
    article, lexicon = _article(source, wanted.today), load(own_hedges=read_settings().hedges_file)
    # A page may name a language that nobody speaks here; the text itself then tells which it is.
    named = article.language if article.language in lexicon.languages else None
    language = wanted.language if wanted.language != "auto" else named or "auto"
    if wanted.model is not None:
        return _read_by_model(source, article, language, wanted, wanted.model, lexicon)
    extraction = extract(
        article.text,
        lexicon=lexicon,
        language=language,
        author=wanted.author or article.byline,
        published=wanted.published or article.published_on,
        threshold=wanted.threshold,
        explain=wanted.explain,
        criteria_language=wanted.criteria_language,
    )
    return Read(source, article.text, (*article.notes, *extraction.notes), extraction)


def _read_by_model(
    source: str, article: Article, language: str, wanted: Wanted, model: "ModelEndpoint", lexicon: "Lexicon"
) -> Read:
    from registry.intake.model_extraction import extract_by_model

    found = extract_by_model(
        article.text,
        endpoint=model,
        lexicon=lexicon,
        language=language,
        author=wanted.author or article.byline,
        published=wanted.published or article.published_on,
        explain=wanted.explain,
        criteria_language=wanted.criteria_language,
    )
    return Read(source, article.text, (*article.notes, *found.extraction.notes), found.extraction, by_model=found)


def _read_or_refuse(source: str, wanted: Wanted) -> Read:
    try:
        return read_one(source, wanted)
    except RegistryError as problem:
        return Read(source, refusal=problem.detail)


def _article(source: str, today: date) -> Article:
    if Path(source).suffix.lower() in PLAIN_ENDINGS and not _is_address(source):
        return Article(read_text(_bytes_of(source), name=source))
    # What reads pages takes a second to import; plain text does not wait for it.
    from registry.intake.article import read_fetched, read_file
    from registry.outbound import fetch

    if _is_address(source):
        page = read_fetched(fetch(source), today=today)
    else:
        page = read_file(_bytes_of(source), name=None if source == "-" else source, today=today)
    return Article(page.text, page.byline, page.published_on, page.language, page.notes)


def _bytes_of(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as problem:
        raise Missing(f"The file {source} cannot be read ({problem.strerror}).") from problem


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))
