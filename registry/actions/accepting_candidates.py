"""Accepting candidates: a person puts on record what was found."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from registry.actions import mentions, predictions
from registry.actions.acting import Actor
from registry.actions.candidates import decide, for_decision
from registry.actions.comparing_candidates import likeness_of
from registry.actions.composing_predictions import compose, quotes_of
from registry.domain.errors import Fault, Invalid
from registry.domain.names import fold
from registry.domain.vocabulary import CandidateState
from registry.schemas.candidates import CandidateAccept, CandidateAccepted, CandidateCorrection
from registry.schemas.predictions import Prediction
from registry.storage import candidates as stored
from registry.storage.articles import row_of as article_of
from registry.storage.author_names import known_as
from registry.storage.predictions import row_of as prediction_of
from registry.storage.presenting_predictions import present
from registry.storage.tables import ArticleRow, CandidateRow, PredictionRow


def accept(
    session: Session,
    actor: Actor,
    candidate_id: UUID,
    accept: CandidateAccept,
    *,
    if_version: int | None = None,
    now: datetime,
    zone: str,
) -> CandidateAccepted:
    """Make a prediction of a candidate, or one more mention of a prediction on record (`repeats`).

    Of a repetition the answer tells in which parts the candidate, as found, differs from the prediction. Raises
    Missing, Stale, Conflict where it was decided on before or is on record already, UnknownAuthor, and
    Invalid for what is missing or wrong.
    """
    row = for_decision(session, candidate_id, if_version)
    article = article_of(session, row.article_id)
    likeness = None
    if accept.repeats is not None:
        repeated = prediction_of(session, accept.repeats)
        likeness = likeness_of(row, repeated)
        prediction = _repeat(session, actor, row, article, accept, repeated, now)
    else:
        prediction = _record(session, actor, row, article, accept, now, zone)
    row.prediction_id = prediction.id
    decide(session, actor, row, CandidateState.accepted, "accepted", now)
    return CandidateAccepted(candidate=stored.present(session, [row])[0], prediction=prediction, likeness=likeness)


def _record(
    session: Session,
    actor: Actor,
    row: CandidateRow,
    article: ArticleRow,
    accept: CandidateAccept,
    now: datetime,
    zone: str,
) -> Prediction:
    author = accept.author or stored.speaker_in(row, article)
    if author is None:
        message = "the text does not say whose prediction this is; name the author"
        raise Invalid(f"Who predicts? {message.capitalize()}.", [Fault("author", message)])
    quotes = quotes_of(row, article, _reporter(session, accept, article, author))
    new = compose(row, article, accept, author, quotes)
    found_by = (row.extractor, row.extractor_version)
    try:
        return predictions.record(session, actor, new, now=now, zone=zone, found_by=found_by)
    except Invalid as problem:
        raise type(problem)(problem.detail, [_placed(fault) for fault in problem.faults]) from problem


def _placed(fault: Fault) -> Fault:
    """The fault of a prediction, named by the field of this request that mends it."""
    field = fault.where.partition(".")[0]
    where = f"changes.{fault.where}" if field in CandidateCorrection.model_fields else fault.where
    return Fault(where, fault.message, fault.suggestions)


def _repeat(
    session: Session,
    actor: Actor,
    row: CandidateRow,
    article: ArticleRow,
    accept: CandidateAccept,
    repeated: PredictionRow,
    now: datetime,
) -> Prediction:
    changed = [f"changes.{name}" for name in sorted(accept.changes.model_fields_set)]
    changed += sorted(accept.model_fields_set & _NOT_OF_A_REPETITION)
    if changed:
        message = "a repetition adds a mention and changes nothing; leave this out, or leave out `repeats`"
        raise Invalid("A repetition changes nothing.", [Fault(name, message) for name in changed])
    reporter = accept.reported_by or (article.byline if row.attributed else None)
    for quote in quotes_of(row, article, reporter):
        added = mentions.add(session, actor, repeated.id, quote, now=now)
        row.mention_id = row.mention_id or added.id
    return present(session, [repeated], now)[0]


_NOT_OF_A_REPETITION = {"author", "collection", "question", "tags", "revises"}


def _reporter(session: Session, accept: CandidateAccept, article: ArticleRow, author: str) -> str | None:
    """Who reported the author's words, if that is someone else."""
    byline = accept.reported_by or article.byline
    if byline is None or fold(byline) == fold(author):
        return None
    known = known_as(session, [byline, author])
    is_one = byline in known and author in known and known[byline].id == known[author].id
    return None if is_one else byline
