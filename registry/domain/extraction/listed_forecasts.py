"""The items of a text whose headline promises forecasts: "Six bets on 2013", "So leben wir im Jahr 2050"."""

from registry.domain.extraction.answers import is_question
from registry.domain.extraction.article import Article
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import is_perfect, speaks_of_past
from registry.domain.extraction.units import Unit

_TEASER, _FEWEST_WORDS = 3, 3


def promises_forecasts(article: Article) -> bool:
    """Whether headline or teaser say that forecasts follow."""
    top = [passage for passage in article.passages[:_TEASER] if not is_question(passage)]
    return any(hit.word_class == "forecast_title" for passage in top for hit in passage.hits)


def listed_forecast(article: Article, number: int) -> Unit | None:
    """Sentence `number` of such a text as one item, where it begins a line and neither asks nor looks back.

    An item often has no verb at all: "Kein Festnetz mehr".
    """
    passage, language = article.passages[number], article.language
    if number < _TEASER or passage.sentence.line == article.passages[number - 1].sentence.line or is_question(passage):
        return None
    if sum(token.is_word for token in passage.tokens) < _FEWEST_WORDS:
        return None
    if any(test(passage.tokens, c, language) for c in passage.clauses for test in (speaks_of_past, is_perfect)):
        return None
    return Unit(0, len(passage.clauses) - 1, (Reading("listed", 0, 0, None),))
