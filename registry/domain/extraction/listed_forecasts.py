"""The items of a text whose headline promises forecasts: "Six bets on 2013", "So leben wir im Jahr 2050"."""

from collections.abc import Sequence

from registry.domain.extraction.answers import is_question
from registry.domain.extraction.article import Article
from registry.domain.extraction.readings import CLAIMING, FRAMING, Reading
from registry.domain.extraction.recognisers.frames import is_perfect, speaks_of_past
from registry.domain.extraction.units import Unit

_TEASER, _FEWEST_WORDS = 3, 3


def promises_forecasts(article: Article) -> bool:
    """Whether headline or teaser say that forecasts follow."""
    top = [passage for passage in article.passages[:_TEASER] if not is_question(passage)]
    return any(hit.word_class == "forecast_title" for passage in top for hit in passage.hits)


def listed_forecast(article: Article, number: int, units: Sequence[Unit] = ()) -> Unit | None:
    """Sentence `number` of such a text as one item, where it begins a line and neither asks nor looks back.

    An item often has no verb at all: "Kein Festnetz mehr". One whose `units` say by a verb or noun of expecting that
    it is a forecast needs no such look.
    """
    passage, language = article.passages[number], article.language
    kind = _item(article, number) if number >= _TEASER else ""
    if not kind or is_question(passage):
        return None
    if any(r.kind in CLAIMING | FRAMING for unit in units for r in unit.readings):
        return None
    if sum(token.is_word for token in passage.tokens) < _FEWEST_WORDS:
        return None
    # "Riverside Air, which lost millions, gets sold" looks back only in an aside.
    told = [c for c in passage.clauses if not c.first or "relative" not in c.opener]
    if any(test(passage.tokens, c, language) for c in told for test in (speaks_of_past, is_perfect)):
        return None
    return Unit(0, len(passage.clauses) - 1, (Reading(kind, 0, 0, None),))


def _item(article: Article, number: int) -> str:
    """The kind of item that the sentence is: "numbered" where a number ("3.") opens its line, "listed" at its start."""
    line, before = article.passages[number].sentence.line, article.passages[number - 1]
    if before.sentence.line != line:
        return "numbered" if article.passages[number].tokens[0].low.isdigit() else "listed"
    bare = not any(token.is_word and not token.low.isdigit() for token in before.tokens)
    return "numbered" if bare and article.passages[number - 2].sentence.line != line else ""
