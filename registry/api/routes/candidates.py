"""Candidates: predictions found in articles, waiting for a person."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from registry.actions import accepting_candidates, candidates
from registry.api.paging import Paging
from registry.api.preconditions import IfVersion
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.domain.vocabulary import CandidateState
from registry.schemas.candidates import (
    Candidate,
    CandidateAccept,
    CandidateAccepted,
    CandidateReject,
    CandidatesReject,
)
from registry.schemas.pages import Page
from registry.storage import candidates as stored
from registry.storage.candidates import CandidateSort

router = registry_router("candidates")


@router.get("/candidates")
def list_candidates(
    work: Work,
    paging: Paging,
    state: CandidateState | None = None,
    article: Annotated[UUID | None, Query(description="Id of an article.")] = None,
    language: Annotated[str | None, Query(pattern="^[a-z]{2}$", description="Such as `de`.")] = None,
    q: Annotated[str | None, Query(max_length=200, description="Words of the statement.")] = None,
    sort: CandidateSort = CandidateSort.latest,
) -> Page[Candidate]:
    """The inbox: `state=waiting` for what nobody has decided on; the latest or the surest first."""
    found = stored.search(
        work.session,
        state=state,
        article_id=article,
        language=language,
        q=q,
        sort=sort,
        cursor=paging.cursor,
        limit=paging.limit,
    )
    return Page[Candidate](items=stored.present(work.session, found.rows), next_cursor=found.next_cursor)


@router.get("/candidates/{candidate_id}")
def read_candidate(work: Work, candidate_id: UUID) -> Candidate:
    """One candidate. `missing` says what a prediction needs and the text does not give."""
    return stored.present(work.session, [stored.row_of(work.session, candidate_id)])[0]


@router.post("/candidates/{candidate_id}/accept", status_code=201)
def accept_candidate(
    work: Work, candidate_id: UUID, accept: CandidateAccept, if_version: IfVersion
) -> CandidateAccepted:
    """Put a candidate on record, corrected by `changes`; its quotes become mentions of the prediction.

    With `repeats` it adds its quotes to a prediction on record instead. Refused (409) where the candidate was
    decided on before.
    """
    accepted = accepting_candidates.accept(
        work.session,
        work.actor,
        candidate_id,
        accept,
        if_version=if_version,
        now=work.now,
        zone=work.installation.settings.time_zone,
    )
    work.created_at(f"/predictions/{accepted.prediction.id}")
    return accepted


@router.post("/candidates/{candidate_id}/reject")
def reject_candidate(work: Work, candidate_id: UUID, reject: CandidateReject, if_version: IfVersion) -> Candidate:
    """Keep a candidate off the record; the reason stays with it."""
    return candidates.reject(work.session, work.actor, candidate_id, reject.reason, if_version=if_version, now=work.now)


@router.post("/candidates/{candidate_id}/reopen")
def reopen_candidate(work: Work, candidate_id: UUID, if_version: IfVersion) -> Candidate:
    """Undo a decision. The prediction or mention that an acceptance made is taken back, unless judged."""
    return candidates.reopen(work.session, work.actor, candidate_id, if_version=if_version, now=work.now)


@router.post("/candidates/reject")
def reject_candidates(work: Work, reject: CandidatesReject) -> list[Candidate]:
    """Keep several candidates off the record for one reason: all of them, or none."""
    return candidates.reject_all(work.session, work.actor, reject.ids, reject.reason, now=work.now)
