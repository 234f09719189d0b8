"""How a candidate compares with a prediction that it is said to repeat."""

from registry.domain.duplicates import find_repeats
from registry.lexicon.repeats import load_repeats
from registry.schemas.repeats import Likeness, RepeatDifference
from registry.storage.repeats import claim_of
from registry.storage.tables import CandidateRow, PredictionRow

_ONE_AUTHOR = "the author"
"""Whoever accepts the candidate as a repetition says that both are of one author."""


def likeness_of(candidate: CandidateRow, prediction: PredictionRow) -> Likeness | None:
    """What the two have in common and in which parts they differ; None where they are of different events."""
    words = load_repeats()
    language = candidate.language or prediction.language
    if language is None:
        return None
    former, claim = (claim_of(row, _ONE_AUTHOR, language) for row in (prediction, candidate))
    found = next(iter(find_repeats(claim, [former], words)), None)
    if found is None:
        return None
    differences = [RepeatDifference(part=one.part, before=one.before, after=one.after) for one in found.differences]
    return Likeness(relation=found.relation, score=found.score, differences=differences)
