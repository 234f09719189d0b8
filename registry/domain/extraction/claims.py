"""The spans of an article that may carry a claim, weighed, with the reasons against them."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from registry.domain.extraction.answers import answer_to, is_bare_question
from registry.domain.extraction.article import Article
from registry.domain.extraction.dismissals import dismissals_of
from registry.domain.extraction.features import features_of
from registry.domain.extraction.listed_forecasts import listed_forecast, promises_forecasts
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import CLAIMING, Reading
from registry.domain.extraction.scorer import Scorer
from registry.domain.extraction.units import Unit

# Subjects that make a forecast of a plain present tense where the whole text is about them, and how much of it must be.
_SUBJECTS = ("weather",)
_OF_FUTURE = CLAIMING | {"dated_present", "outcome"}
_FEWEST, _SHARE = 4, 0.2


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
    about = [subject for subject in _SUBJECTS if _is_about(subject, article)]
    promised = promises_forecasts(article)
    for number, passage in enumerate(article.passages):
        if number in answers:
            continue
        answer = answer_to(article.passages, number)
        units = list(passage.units())
        if promised and (listed := listed_forecast(article, number, units)):
            units = [listed]
        elif answer is not None and not units and is_bare_question(passage):
            units = [Unit(0, len(passage.clauses) - 1, ())]
        for unit in units:
            yield _weighed(article, scorer, number, passage, unit, answer, about)


def _is_about(subject: str, article: Article) -> bool:
    """Whether words of the subject stand in a good part of the sentences."""
    times = sum(any(subject in clause.classes for clause in p.clauses) for p in article.passages)
    return times >= max(_FEWEST, _SHARE * len(article.passages))


def _weighed(
    article: Article,
    scorer: Scorer,
    number: int,
    passage: Passage,
    unit: Unit,
    answer: int | None,
    about: Collection[str],
) -> Claim:
    if answer is not None:
        reading = Reading("answered_question", passage.token_range(unit)[0], unit.first, None)
        unit = unit._replace(readings=(*unit.readings, reading))
    features = features_of(passage, unit, number, about)
    # What an interviewer asks of what will be is claimed by the guest who answers it.
    told = answer is not None and any(reading.kind in _OF_FUTURE for reading in unit.readings)
    if not told and article.layout.asked_at(passage.sentence.start):
        dismissed = "asked by the interviewer"
    else:
        dismissed = next(dismissals_of(passage, unit), "")
    confidence = 0.0 if dismissed else scorer.confidence(features, article.language.code)
    return Claim(number, passage, unit, features, confidence, dismissed, answer)
