"""Which judgement of a prediction holds, and what a judgement must carry to be accepted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from registry.domain.vocabulary import AnnulReason, JudgementRole, Outcome


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's recorded verdict on a prediction, as far as it decides what holds.

    `share` is the part that came true, for `partly` alone; `reason` goes with `annulled` alone.
    """

    id: UUID
    role: JudgementRole
    outcome: Outcome
    judge_id: UUID
    created_at: datetime
    share: float | None = None
    reason: AnnulReason | None = None
    known_on: date | None = None
    retracted_at: datetime | None = None

    def stands_at(self, instant: datetime) -> bool:
        """Whether it had been given, and not yet retracted, at that instant."""
        is_retracted = self.retracted_at is not None and self.retracted_at <= instant
        return self.created_at <= instant and not is_retracted


def standing(judgements: Iterable[Judgement], as_of: datetime | None = None) -> list[Judgement]:
    """The unretracted judgements, oldest first; with `as_of`, those that stood at that instant.

    Judgements of the same instant keep the order of their ids, which grow with time.
    """
    kept = (j for j in judgements if (j.retracted_at is None if as_of is None else j.stands_at(as_of)))
    return sorted(kept, key=lambda judgement: (judgement.created_at, judgement.id))


def in_force(judgements: Iterable[Judgement], as_of: datetime | None = None) -> Judgement | None:
    """The judgement that holds: the latest unretracted decision, else the latest unretracted verdict.

    A second judgement never holds. None while nothing does.
    """
    left = standing(judgements, as_of)
    return _latest(left, JudgementRole.decision) or _latest(left, JudgementRole.verdict)


def disputed(judgements: Iterable[Judgement], as_of: datetime | None = None) -> bool:
    """Whether an unretracted second judgement is unlike the verdict in force and no decision has settled it.

    Unlike means another outcome or another share. Of one judge's seconds only the latest speaks.
    """
    left = standing(judgements, as_of)
    verdict = _latest(left, JudgementRole.verdict)
    if verdict is None or _latest(left, JudgementRole.decision) is not None:
        return False
    seconds = {j.judge_id: j for j in left if j.role is JudgementRole.second}
    return any(not alike(second, verdict) for second in seconds.values())


def alike(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements come to the same outcome and share."""
    return (one.outcome, one.share) == (other.outcome, other.share)


def outcome_value(outcome: Outcome | None, share: float | None) -> float | None:
    """The outcome in [0, 1] that scores are computed with; None for what cannot be scored.

    yes is 1, no is 0, partly is its share; ambiguous, annulled and undecided have none.
    """
    match outcome:
        case Outcome.yes:
            return 1.0
        case Outcome.no:
            return 0.0
        case Outcome.partly:
            return share
        case _:
            return None


def _latest(judgements: Sequence[Judgement], role: JudgementRole) -> Judgement | None:
    return next((judgement for judgement in reversed(judgements) if judgement.role is role), None)
