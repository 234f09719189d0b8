"""One prediction as a track record sees it."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from registry.domain.errors import Fault, Invalid
from registry.domain.judging import outcome_value
from registry.domain.scoring import EVENS
from registry.domain.vocabulary import Kind, MadeOnBasis, Outcome, ProbabilityBasis, Status


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A prediction with its outcome: everything that a score is computed from.

    `probability` is of the statement as worded, in [0, 1]; hedged and assumed ones stand at the middle of
    their band. `probability_low` and `probability_high` are the ends of the band; where they are missing
    the band is the probability itself. `baseline` is the recorded probability of somebody who knows no
    more than everyone. `outcome` is given exactly when `status` is resolved (a withdrawn row may keep its
    own). `author`, `question`, `sense`, `statement` and `due_on` only join rows of several authors for
    peer scores.

    Invalid when status and outcome contradict each other, or partly lacks its share.
    """

    status: Status
    kind: Kind = Kind.forecast
    outcome: Outcome | None = None
    share: float | None = None
    probability: float | None = None
    probability_low: float | None = None
    probability_high: float | None = None
    probability_basis: ProbabilityBasis | None = None
    baseline: float | None = None
    late: bool = False
    made_on: date | None = None
    made_on_basis: MadeOnBasis = MadeOnBasis.entered
    author: Hashable = None
    question: Hashable = None
    sense: int = 1
    statement: str = ""
    due_on: date | None = None
    known_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse rows that would break the identities between the counts."""
        if self.status is Status.resolved and self.outcome is None:
            raise _contradiction("outcome", "a resolved prediction has an outcome")
        if self.status in (Status.open, Status.due) and self.outcome is not None:
            raise _contradiction("outcome", f"a prediction that is {self.status} has no outcome yet")
        if self.outcome is Outcome.partly and self.share is None:
            raise _contradiction("share", "partly needs the share that came true")

    @property
    def value(self) -> float | None:
        """The outcome in [0, 1]; None where nothing can be scored."""
        return outcome_value(self.outcome, self.share)

    @property
    def band(self) -> tuple[float, float]:
        """Low and high end of the probability; both are the probability itself where no band is given.

        Only meaningful where there is a probability.
        """
        middle = EVENS if self.probability is None else self.probability
        low = middle if self.probability_low is None else self.probability_low
        high = middle if self.probability_high is None else self.probability_high
        return low, high

    @property
    def baseline_or_evens(self) -> float:
        """The recorded baseline, else 0.5."""
        return EVENS if self.baseline is None else self.baseline

    @property
    def lead_days(self) -> int | None:
        """Days from the prediction to its outcome (to `due_on` where `known_on` is missing), 0 or more.

        None where a day is missing.
        """
        end = self.known_on or self.due_on
        if self.made_on is None or end is None:
            return None
        return max(0, (end - self.made_on).days)

    @property
    def counts_for_ranks(self) -> bool:
        """False for what only somebody's own word dates before its outcome: late, with basis `entered`."""
        return not (self.late and self.made_on_basis is MadeOnBasis.entered)


def _contradiction(where: str, message: str) -> Invalid:
    return Invalid(f"A row of a track record contradicts itself: {message}.", [Fault(where, message)])
