"""Three articles to read: two German ones and an English one, of invented places and people."""

import hashlib
from datetime import datetime
from pathlib import Path

from registry.domain.extraction.knowledge import Lexicon
from registry.domain.reading import Reading
from registry.intake.article import read_file
from registry.intake.reading import read_page_of
from registry.schemas.articles import ArticleFacts

FOLDER = Path(__file__).with_name("articles")
OUTLET = "The Invented Gazette"


def read_examples(lexicon: Lexicon, now: datetime) -> list[Reading]:
    """The example articles with the candidates found in them. Needs no database."""
    facts = ArticleFacts(outlet=OUTLET)
    pages = [read_file(file.read_bytes(), name=file.name, today=now.date()) for file in _files()]
    return [read_page_of(facts, page, (), lexicon) for page in pages]


def example_digests() -> list[str]:
    """SHA-256 of each example's text, by which it is known again."""
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in _files()]


def _files() -> list[Path]:
    return sorted(FOLDER.glob("*.txt"))
