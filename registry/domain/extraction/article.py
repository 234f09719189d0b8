"""An article, read once: sentences, layout, voices and dates, for all its claims to draw on."""

from dataclasses import dataclass
from datetime import date

from registry.domain.extraction.deadlines import ArticleDates, read_article_dates
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.layout import Layout, read_layout
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage, read_passage
from registry.domain.extraction.sentences import split_sentences
from registry.domain.extraction.speakers import Voices, listen


@dataclass(frozen=True, slots=True)
class Article:
    """The text and what was read from it; `dates` is None for a language without a date grammar."""

    text: str
    language: LanguageLexicon
    passages: tuple[Passage, ...]
    layout: Layout
    voices: Voices
    dates: ArticleDates | None
    author: str | None
    published: date | None


def read_article(
    text: str, language: LanguageLexicon, lexicon: Lexicon, author: str | None, published: date | None
) -> Article:
    """Read the text; furniture (comment rules, credits, notices) is left out of the passages."""
    layout = read_layout(text, language)
    kept = [s for s in split_sentences(text, language) if not layout.is_furniture(s.start)]
    passages = tuple(read_passage(text, sentence, language) for sentence in kept)
    voices = listen(passages, text, layout, language)
    words = lexicon.dates.get(language.code)
    spans = [(s.start, s.end) for s in kept]
    dates = read_article_dates(text, spans, published, words, lexicon.events) if words else None
    return Article(text, language, passages, layout, voices, dates, author, published)
