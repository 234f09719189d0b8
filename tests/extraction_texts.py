"""Short texts read the way the extractor reads them, for the tests of its parts."""

from datetime import date
from functools import cache

from registry.domain.extraction.article import Article, read_article
from registry.domain.extraction.claims import Claim, claims_of
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage, read_passage
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.sentences import split_sentences
from registry.lexicon import load


@cache
def lexicon() -> Lexicon:
    return load()


def language(code: str) -> LanguageLexicon:
    return lexicon().languages[code]


def passage(code: str, text: str) -> Passage:
    """The first sentence of the text."""
    return read_passage(text, split_sentences(text, language(code))[0], language(code))


def article(code: str, text: str, author: str | None = None, published: date | None = None) -> Article:
    return read_article(text, language(code), author, published)


def claims(code: str, text: str) -> list[Claim]:
    return list(claims_of(article(code, text), lexicon().scorer))


def readings(code: str, text: str) -> list[tuple[str, str]]:
    """Kind and word of every reading of the first sentence."""
    read = passage(code, text)
    return [(reading.kind, read.tokens[reading.at].text) for reading in read.readings]


def reading(code: str, text: str, kind: str) -> tuple[Passage, Reading]:
    """The first sentence and its first reading of that kind."""
    read = passage(code, text)
    return read, next(r for r in read.readings if r.kind == kind)
