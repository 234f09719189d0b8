"""Rows of a track record for Hypothesis: sound, but otherwise as odd as they come."""

from dataclasses import replace

from hypothesis import strategies as st

from registry.domain.record_rows import RecordRow
from registry.domain.vocabulary import Kind, MadeOnBasis, Outcome, Status

# Twelve decimals are what scores read; within them a negation is exact.
decimals = st.one_of(
    st.integers(0, 10**2).map(lambda k: k / 10**2),
    st.integers(0, 10**6).map(lambda k: k / 10**6),
    st.integers(0, 10**12).map(lambda k: k / 10**12),
)
values = st.one_of(st.sampled_from([0.0, 1.0]), decimals)


@st.composite
def rows(draw: st.DrawFn, status: Status | None = None) -> RecordRow:
    """Any row, or any row of that status."""
    status = status or draw(st.sampled_from(Status))
    outcome = draw(st.sampled_from(Outcome)) if status is Status.resolved else None
    ends = sorted(draw(st.lists(decimals, min_size=3, max_size=3)))
    shape = draw(st.sampled_from(["absent", "stated", "banded"]))
    return RecordRow(
        status=status,
        kind=draw(st.sampled_from(Kind)),
        outcome=outcome,
        share=draw(st.integers(1, 99)) / 100 if outcome is Outcome.partly else None,
        probability=None if shape == "absent" else ends[1],
        probability_low=ends[0] if shape == "banded" else None,
        probability_high=ends[2] if shape == "banded" else None,
        baseline=draw(st.none() | decimals),
        late=draw(st.booleans()),
        made_on_basis=draw(st.sampled_from(MadeOnBasis)),
    )


def turned(number: float | None) -> float | None:
    """1 minus the number, to twelve decimals."""
    return None if number is None else round(1 - number, 12)


def negated(row: RecordRow) -> RecordRow:
    """The same prediction, its statement worded as the negation."""
    opposite = {Outcome.yes: Outcome.no, Outcome.no: Outcome.yes}
    return replace(
        row,
        outcome=None if row.outcome is None else opposite.get(row.outcome, row.outcome),
        share=turned(row.share),
        probability=turned(row.probability),
        probability_low=turned(row.probability_high),
        probability_high=turned(row.probability_low),
        baseline=turned(row.baseline),
        sense=-row.sense,
    )
