"""The spans of an article that may carry a claim, weighed, with the reasons against them."""

from collections.abc import Iterator
from typing import NamedTuple

from registry.domain.extraction.answers import answer_to
from registry.domain.extraction.article import Article
from registry.domain.extraction.dismissals import dismissals_of
from registry.domain.extraction.features import features_of
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.scorer import Scorer
from registry.domain.extraction.units import Unit


class Claim(NamedTuple):
    """One unit of sentence `number` with its confidence; `dismissed` names what rules it out, "" if nothing does.

    `answer` is the number of the sentence that answers it where it is a question.
    """

    number: int
    passage: Passage
    unit: Unit
    features: dict[str, float]
    confidence: float
    dismissed: str
    answer: int | None


def claims_of(article: Article, scorer: Scorer) -> Iterator[Claim]:
    """Every unit of the article that points to the future, in order."""
    answers = {answer for k in range(len(article.passages)) if (answer := answer_to(article.passages, k)) is not None}
    for number, passage in enumerate(article.passages):
        if number in answers:
            continue
        answer = answer_to(article.passages, number)
        for unit in passage.units():
            yield _weighed(article, scorer, number, passage, unit, answer)


def _weighed(article: Article, scorer: Scorer, number: int, passage: Passage, unit: Unit, answer: int | None) -> Claim:
    if answer is not None:
        reading = Reading("answered_question", passage.token_range(unit)[0], unit.first, None)
        unit = unit._replace(readings=(*unit.readings, reading))
    features = features_of(passage, unit, number)
    if article.layout.asked_at(passage.sentence.start):
        dismissed = "asked by the interviewer"
    else:
        dismissed = next(dismissals_of(passage, unit), "")
    confidence = 0.0 if dismissed else scorer.confidence(features, article.language.code)
    return Claim(number, passage, unit, features, confidence, dismissed, answer)
