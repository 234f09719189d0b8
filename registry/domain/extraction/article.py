"""An article, read once: sentences, layout, voices and dates, for all its claims to draw on."""

from dataclasses import dataclass
from datetime import date

from registry.domain.extraction.deadlines import ArticleDates, read_article_dates
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.layout import Layout, read_layout
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage, read_passage
from registry.domain.extraction.sentences import split_sentences
from registry.domain.extraction.speakers.voices import Voices, listen


@dataclass(frozen=True, slots=True)
class Article:
    """The text and what was read from it."""

    text: str
    language: LanguageLexicon
    passages: tuple[Passage, ...]
    layout: Layout
    voices: Voices
    author: str | None
    published: date | None


def read_article(text: str, language: LanguageLexicon, author: str | None, published: date | None) -> Article:
    """Read the text; furniture (comment rules, credits, notices) is left out of the passages."""
    layout = read_layout(text, language)
    kept = [s for s in split_sentences(text, language) if not layout.is_furniture(s.start)]
    passages = tuple(read_passage(text, sentence, language) for sentence in kept)
    voices = listen(passages, text, layout, language, author)
    return Article(text, language, passages, layout, voices, author, published)


def read_dates(article: Article, lexicon: Lexicon) -> ArticleDates | None:
    """The dates and events of the article, None for a language without a date grammar."""
    words = lexicon.dates.get(article.language.code)
    if words is None:
        return None
    spans = [(p.sentence.start, p.sentence.end) for p in article.passages]
    return read_article_dates(article.text, spans, article.published, words, lexicon.events)
