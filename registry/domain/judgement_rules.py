"""What a judgement must carry before it is accepted: outcome, evidence, days, and a judge who may give it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit
from uuid import UUID

from registry.domain.due import day_of, zone_named
from registry.domain.errors import Fault, Invalid
from registry.domain.judging import Judgement, in_force, standing
from registry.domain.vocabulary import AnnulReason, JudgementRole, Outcome

CITATION_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a judgement rests on; at least one of the four.

    An address, an archived address, a citation in words (10 characters or more once trimmed), or the name of
    the import that brought the outcome along.
    """

    url: str | None = None
    archived_url: str | None = None
    citation: str | None = None
    imported_with: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement as somebody is about to give it."""

    role: JudgementRole
    outcome: Outcome
    judge_id: UUID
    evidence: Evidence
    share: float | None = None
    reason: AnnulReason | None = None
    known_on: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What has to be known of the prediction that is judged."""

    made_on: date
    time_zone: str
    withdrawn: bool = False
    conditional: bool = False


def judgement_faults(draft: Draft, about: Judged, earlier: Iterable[Judgement], now: datetime) -> tuple[Fault, ...]:
    """Every rule that the draft breaks at `now`, given the prediction and its earlier judgements.

    Empty when it may be recorded. Invalid when the prediction's time zone is unknown.
    """
    found = [
        *_outcome_faults(draft, about),
        *_evidence_faults(draft.evidence),
        *_known_on_faults(draft.known_on, about, now),
        *_role_faults(draft, list(earlier)),
    ]
    if about.withdrawn:
        found.insert(0, Fault("prediction", "it was withdrawn, and withdrawn predictions are not judged"))
    return tuple(found)


def check_judgement(draft: Draft, about: Judged, earlier: Iterable[Judgement], now: datetime) -> None:
    """Raise Invalid with a fault for every rule that the draft breaks."""
    faults = judgement_faults(draft, about, earlier, now)
    if faults:
        raise Invalid("This judgement cannot be recorded as it stands.", faults)


def _outcome_faults(draft: Draft, about: Judged) -> Iterator[Fault]:
    if draft.outcome is Outcome.partly:
        # A share of 0 or 1 is a plain no or yes, and would otherwise escape the count of calls.
        if draft.share is None or not 0 < draft.share < 1:
            yield Fault("share", "partly needs the share that came true, above 0 and below 1 (0 is no, 1 is yes)")
    elif draft.share is not None:
        yield Fault("share", f"only partly has a share; leave it out for {draft.outcome}")
    if draft.outcome is Outcome.annulled:
        if draft.reason is None:
            reasons = tuple(AnnulReason)
            yield Fault("reason", f"annulled needs a reason: one of {', '.join(reasons)}", reasons)
    elif draft.reason is not None:
        yield Fault("reason", f"only annulled has a reason; leave it out for {draft.outcome}")
    if draft.reason is AnnulReason.condition_not_met and not about.conditional:
        yield Fault("reason", "this prediction has no condition that could have failed")


def _evidence_faults(evidence: Evidence) -> Iterator[Fault]:
    for where, address in (("evidence_url", evidence.url), ("archived_url", evidence.archived_url)):
        if address and not _is_web_address(address):
            yield Fault(where, "give a full address that starts with http:// or https://")
    citation = (evidence.citation or "").strip()
    if evidence.url or evidence.archived_url or evidence.imported_with or len(citation) >= CITATION_LENGTH:
        return
    wanted = f"give an address, an archived address, or a citation of at least {CITATION_LENGTH} characters"
    yield Fault("citation" if citation else "evidence_url", f"a judgement needs evidence: {wanted}")


def _known_on_faults(known_on: date | None, about: Judged, now: datetime) -> Iterator[Fault]:
    if known_on is None:
        return
    today = day_of(now, zone_named(about.time_zone))
    if known_on > today:
        yield Fault("known_on", f"{known_on} lies in the future; today is {today} in {about.time_zone}")
    if known_on < about.made_on:
        yield Fault("known_on", f"{known_on} lies before the day it was said, {about.made_on}")


def _role_faults(draft: Draft, earlier: list[Judgement]) -> Iterator[Fault]:
    if draft.role is JudgementRole.verdict:
        return
    if in_force(earlier) is None:
        yield Fault("role", f"there is no verdict yet that a {draft.role} could follow; give the verdict first")
    elif draft.role is JudgementRole.second and draft.judge_id == _judge_of_verdict(earlier):
        yield Fault("role", "a second judgement must come from another person than the verdict")


def _judge_of_verdict(earlier: list[Judgement]) -> UUID | None:
    verdicts = [j.judge_id for j in standing(earlier) if j.role is JudgementRole.verdict]
    return verdicts[-1] if verdicts else None


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
