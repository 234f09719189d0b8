"""One prediction of a language model's answer, checked against the article and completed by the rules."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from registry.domain.errors import Invalid
from registry.domain.extraction.article import Article
from registry.domain.extraction.candidate import Candidate, Span
from registry.domain.extraction.candidate_criteria import with_criteria
from registry.domain.extraction.deadlines import ArticleDates
from registry.domain.extraction.drafting import grade_of
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.model_certainty import certainty_of, sound_share
from registry.domain.extraction.model_windows import window_of
from registry.domain.extraction.restatements import Draft
from registry.domain.names import fold
from registry.domain.quoting import place_of_words
from registry.domain.vocabulary import Kind, Polarity

BREAKS_SCHEMA = "it breaks the schema"
NO_SUCH_QUOTE = "a quote does not stand in the text"
ODD_QUOTE = "a quote is shorter than 10 or longer than 600 characters"
NO_SUCH_CONDITION = "its condition is not of the text"

_MOST_QUOTES = 5
_QUOTE_LENGTH = range(10, 601)
_LONGEST_STATEMENT = 1000
_LONGEST_NAME = 200
_UNSURE = 0.5
_ENDING = 2
_STEM = 4
_SHARED = 2
_CONTENT_WORD = re.compile(r"[^\W_]{4,}")


class Part(NamedTuple):
    """The part [start, end) of the article that the model was shown, and what the rules know of all of it."""

    span: Span
    article: Article
    dates: ArticleDates | None
    lexicon: Lexicon


def draft_of(item: Mapping[str, Any], part: Part) -> Draft:
    """The candidate of one prediction. Raises Invalid with the rule that it breaks."""
    article, language = part.article, part.article.language.code
    polarity, kind = _one_of(item, "polarity", Polarity), _one_of(item, "kind", Kind)
    quotes = _quotes(item.get("quotes"), part)
    quoted = " ".join(article.text[start:end] for start, end in quotes)
    condition, condition_place = _condition(item, part)
    speaker, is_other = _speaker(_line(item, "speaker"), article)
    sure = certainty_of(item.get("probability"), _line(item, "hedge"), polarity, quoted, language, part.lexicon.hedges)
    window = window_of(
        (item.get("due_from"), item.get("due_on")),
        _standing(_line(item, "due_text"), part),
        quotes,
        condition_place,
        part.dates,
        part.lexicon,
        language,
    )
    candidate = Candidate(
        statement=_statement(item, quoted),
        quotes=quotes,
        speaker=speaker,
        attributed=is_other,
        polarity=polarity,
        kind=_kind(kind, condition),
        condition=condition,
        hedge=sure.hedge,
        probability=sure.probability,
        probability_low=sure.low,
        probability_high=sure.high,
        probability_basis=sure.basis,
        hedge_table_version=sure.version,
        made_on=article.published,
        made_on_basis="printed" if article.published else None,
        due_from=window.due_from,
        due_on=window.due_on,
        due_text=window.text,
        due_rule=window.rule,
        criteria=None,
        grade=grade_of(window.due_on),
        confidence=_confidence(item.get("confidence")),
        due_precision=window.precision,
        due_inferred=window.inferred,
        due_alternative=window.alternative,
    )
    judged = with_criteria(candidate, article.text, language, part.lexicon)
    return Draft(judged, _content_words(candidate.statement))


def _one_of(item: Mapping[str, Any], name: str, words: type[Polarity] | type[Kind]) -> str:
    value = item.get(name)
    if not isinstance(value, str) or value not in list(words):
        raise Invalid(BREAKS_SCHEMA)
    return value


def _line(item: Mapping[str, Any], name: str) -> str | None:
    value = item.get(name)
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _quotes(value: object, part: Part) -> tuple[Span, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= _MOST_QUOTES:
        raise Invalid(BREAKS_SCHEMA)
    if not all(isinstance(quote, str) for quote in value):
        raise Invalid(BREAKS_SCHEMA)
    if any(len(quote) not in _QUOTE_LENGTH for quote in value):
        raise Invalid(ODD_QUOTE)
    places = [place_of_words(quote, part.article.text, *part.span) for quote in value]
    found = [place for place in places if place is not None]
    if len(found) < len(places):
        raise Invalid(NO_SUCH_QUOTE)
    if any(end - start not in _QUOTE_LENGTH for start, end in found):
        raise Invalid(ODD_QUOTE)
    return tuple(dict.fromkeys(found))


def _statement(item: Mapping[str, Any], quoted: str) -> str:
    """The model's sentence where it speaks of what is quoted; else the quote itself."""
    statement = _line(item, "statement")
    if statement is None:
        raise Invalid(BREAKS_SCHEMA)
    own = _stems(quoted)
    is_about_it = len(own & _stems(statement)) >= min(_SHARED, len(own))
    return statement if is_about_it and len(statement) <= _LONGEST_STATEMENT else " ".join(quoted.split())


def _speaker(name: str | None, article: Article) -> tuple[str | None, bool]:
    """Who predicts, and whether it is another than the author; a name that the text does not hold is left open."""
    if name is None or (article.author is not None and fold(name) == fold(article.author)):
        return article.author, False
    text = f" {fold(article.text)}"
    # A name may stand in the text with another ending: "der Europäischen Zentralbank".
    is_there = all(f" {word[: max(_STEM, len(word) - _ENDING)]}" in text for word in fold(name).split())
    return (name if is_there and fold(name) and len(name) <= _LONGEST_NAME else None), True


def _condition(item: Mapping[str, Any], part: Part) -> tuple[str | None, Span | None]:
    """The condition, and where it stands; told in other words, half of them at least must be the article's."""
    words = _line(item, "condition")
    if words is None:
        return None, None
    text = part.article.text
    place = place_of_words(words, text, *part.span)
    if place is not None:
        return text[slice(*place)], place
    stems = _stems(words)
    if len(words) > _LONGEST_STATEMENT or not stems or 2 * len(stems & _stems(text[slice(*part.span)])) < len(stems):
        # Dropping the condition alone would make the claim say more than its speaker did.
        raise Invalid(NO_SUCH_CONDITION)
    return words, None


def _kind(kind: str, condition: str | None) -> str:
    if condition is not None:
        return Kind.conditional.value
    return Kind.forecast.value if kind == Kind.conditional else kind


def _standing(words: str | None, part: Part) -> str | None:
    place = place_of_words(words, part.article.text, *part.span) if words else None
    return part.article.text[place[0] : place[1]] if place else None


def _confidence(value: object) -> float:
    share = sound_share(value)
    return _UNSURE if share is None else share


def _content_words(statement: str) -> frozenset[str]:
    return frozenset(_CONTENT_WORD.findall(statement.lower()))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _content_words(text))
