"""Articles from outside: read, and searched for candidates, before the session is used.

Fetching waits for strangers and extraction takes time; a session that had begun would keep everyone else
from writing.
"""

from datetime import timedelta
from functools import partial
from uuid import UUID

from registry import lexicon, outbound
from registry.api.work import UnitOfWork
from registry.domain.errors import Fault, Invalid
from registry.domain.extraction.candidate import Extraction
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.pipeline import extract
from registry.domain.reading import Reading
from registry.domain.vocabulary import Extractor
from registry.intake.article import read_file
from registry.intake.model_extraction import asking
from registry.intake.reading import Extract, find_candidates, read_new, read_page_of
from registry.schemas.articles import ArticleFacts, ArticleNew, ExtractAgain
from registry.storage.articles import row_of

# Somewhere on earth the next day has begun.
_AHEAD = timedelta(hours=14)


def read_given(work: UnitOfWork, new: ArticleNew) -> Reading:
    """The article that a person gives as text or by its address. Raises what `read_new` raises."""
    fetch = partial(outbound.fetch, network=work.installation.network)
    today, extractor = (work.now + _AHEAD).date(), _extractor(work, new)
    return read_new(new, fetch=fetch, lexicon=_lexicon(work), today=today, extractor=extractor)


def read_upload(work: UnitOfWork, data: bytes, name: str | None, facts: ArticleFacts) -> Reading:
    """The article in a file. Raises Invalid, NoArticle or TooLarge, each with the remedy."""
    extractor = _extractor(work, facts)
    page = read_file(data, name=name, today=(work.now + _AHEAD).date())
    return read_page_of(facts, page, (facts.address,), _lexicon(work), extractor)


def look_again(work: UnitOfWork, article_id: UUID, again: ExtractAgain) -> Extraction:
    """The candidates in an article on record, as the extractor sees them now. Raises Missing and Invalid."""
    extractor = _extractor(work, again)
    with work.installation.reading() as session:
        article = row_of(session, article_id)
        text, language = article.text, again.language or article.language
        author, published_on = again.author or article.byline, again.published_on or article.published_on
    return find_candidates(
        text,
        language=language,
        author=author,
        published_on=published_on,
        lexicon=_lexicon(work),
        extractor=extractor,
    )


def _extractor(work: UnitOfWork, wanted: ArticleFacts | ExtractAgain) -> Extract:
    """The extractor that a person chose. Raises Invalid for a model that nobody has set up."""
    if wanted.extractor == Extractor.rules:
        return partial(extract, criteria_language=wanted.criteria_language)
    endpoint = work.installation.settings.model_endpoint()
    if endpoint is None:
        message = "no language model is set up here; leave this at rules"
        remedy = "Whoever runs this registry sets one up by REGISTRY_MODEL_URL and REGISTRY_MODEL_NAME."
        raise Invalid(f"{message.capitalize()}. {remedy}", [Fault("extractor", message)])
    return asking(endpoint, work.installation.network, wanted.criteria_language)


def _lexicon(work: UnitOfWork) -> Lexicon:
    return lexicon.load(own_hedges=work.installation.settings.hedges_file)
