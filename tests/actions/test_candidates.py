from datetime import date
from uuid import uuid4

import pytest
from sqlmodel import Session, col, select

from registry.actions import articles, authors, candidates, judgements
from registry.actions.accepting_candidates import accept
from registry.actions.acting import Actor
from registry.domain.errors import Conflict, Missing
from registry.domain.vocabulary import Outcome
from registry.schemas.authors import AuthorNew
from registry.schemas.candidates import CandidateAccept, CandidateAccepted
from registry.schemas.judgements import JudgementNew
from registry.storage.predictions import row_of as prediction_of
from registry.storage.tables import CandidateRow, EventRow, MentionRow
from tests.databases import NOW
from tests.readings import COLUMN, PRICES, RUTTE, SUMMIT


@pytest.fixture
def inbox(session: Session, actor: Actor) -> dict[str, CandidateRow]:
    new = [AuthorNew(name="Thorsten Vale"), AuthorNew(name="Mark Rutte")]
    authors.add_all(session, actor, new, now=NOW)
    articles.add(session, actor, COLUMN, now=NOW)
    return {row.statement: row for row in session.exec(select(CandidateRow))}


def take(session: Session, actor: Actor, row: CandidateRow, **body: object) -> CandidateAccepted:
    return accept(session, actor, row.id, CandidateAccept.model_validate(body), now=NOW, zone="UTC")


def test_a_rejected_candidate_keeps_the_reason(session: Session, actor: Actor, inbox: dict[str, CandidateRow]) -> None:
    rejected = candidates.reject(session, actor, inbox[SUMMIT].id, "a wish, not a forecast", now=NOW)
    assert (rejected.state, rejected.rejected_reason, rejected.decided_at) == (
        "rejected",
        "a wish, not a forecast",
        NOW,
    )
    with pytest.raises(Conflict, match="rejected before"):
        candidates.reject(session, actor, inbox[SUMMIT].id, "again", now=NOW)


def test_many_are_rejected_together_or_not_at_all(
    session: Session, actor: Actor, inbox: dict[str, CandidateRow]
) -> None:
    candidates.reject(session, actor, inbox[SUMMIT].id, "a wish", now=NOW)
    everything = [row.id for row in inbox.values()]
    with pytest.raises(Conflict) as refused:
        candidates.reject_all(session, actor, everything, "off topic", now=NOW)
    assert [fault.suggestions for fault in refused.value.faults] == [(str(inbox[SUMMIT].id),)]
    assert {inbox[RUTTE].state, inbox[PRICES].state} == {"waiting"}
    rest = [inbox[RUTTE].id, inbox[PRICES].id, inbox[RUTTE].id]
    rejected = candidates.reject_all(session, actor, rest, "off topic", now=NOW)
    assert {row.state for row in rejected} == {"rejected"}
    assert len(rejected) == 2


def test_a_rejection_can_be_undone(session: Session, actor: Actor, inbox: dict[str, CandidateRow]) -> None:
    candidates.reject(session, actor, inbox[SUMMIT].id, "a wish", now=NOW)
    opened = candidates.reopen(session, actor, inbox[SUMMIT].id, now=NOW)
    assert (opened.state, opened.rejected_reason, opened.decided_at, opened.version) == (
        "waiting",
        None,
        None,
        3,
    )
    with pytest.raises(Conflict, match="waits"):
        candidates.reopen(session, actor, inbox[SUMMIT].id, now=NOW)


def test_an_undone_acceptance_withdraws_its_prediction_and_may_be_repeated(
    session: Session, actor: Actor, inbox: dict[str, CandidateRow]
) -> None:
    made = take(session, actor, inbox[SUMMIT]).prediction
    opened = candidates.reopen(session, actor, inbox[SUMMIT].id, now=NOW)
    assert (opened.state, opened.prediction_id) == ("waiting", None)
    withdrawn = prediction_of(session, made.id)
    assert (withdrawn.withdrawn_at, withdrawn.withdrawn_reason) == (NOW, "entered in error")
    assert take(session, actor, inbox[SUMMIT]).prediction.id != made.id


def test_an_undone_repetition_takes_its_mention_away_and_history_keeps_it(
    session: Session, actor: Actor, inbox: dict[str, CandidateRow]
) -> None:
    made = take(session, actor, inbox[SUMMIT]).prediction
    take(session, actor, inbox[RUTTE], repeats=str(made.id))
    with pytest.raises(Conflict, match="repetitions"):
        candidates.reopen(session, actor, inbox[SUMMIT].id, now=NOW)
    candidates.reopen(session, actor, inbox[RUTTE].id, now=NOW)
    assert [row.quote for row in session.exec(select(MentionRow))] == [SUMMIT]
    verbs = [row.verb for row in session.exec(select(EventRow).where(col(EventRow.noun) == "mention"))]
    assert sorted(verbs) == ["mentioned", "mentioned", "removed"]
    candidates.reopen(session, actor, inbox[SUMMIT].id, now=NOW)
    assert prediction_of(session, made.id).withdrawn_at == NOW


def test_what_was_judged_since_is_not_undone(session: Session, actor: Actor, inbox: dict[str, CandidateRow]) -> None:
    made = take(session, actor, inbox[SUMMIT]).prediction
    verdict = JudgementNew(outcome=Outcome.yes, known_on=date(2025, 8, 12), citation="press statement")
    judgements.judge(session, actor, made.id, verdict, now=NOW)
    with pytest.raises(Conflict, match="judged"):
        candidates.reopen(session, actor, inbox[SUMMIT].id, now=NOW)


def test_a_candidate_that_nobody_found_is_missing(session: Session, actor: Actor) -> None:
    with pytest.raises(Missing):
        candidates.reject(session, actor, uuid4(), "no such thing", now=NOW)
