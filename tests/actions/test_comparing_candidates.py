from typing import Any
from uuid import UUID

from registry.actions.comparing_candidates import likeness_of
from registry.storage.tables import CandidateRow, PredictionRow
from tests.databases import NOW

WINDS = "The winds will reach the northern harbour."


def on_record(**fields: Any) -> PredictionRow:
    return PredictionRow(**({"statement": WINDS, "language": "en", "polarity": "yes"} | fields))


def found(**fields: Any) -> CandidateRow:
    usual = {"statement": WINDS, "language": "en", "quotes": [], "extractor": "rules", "extractor_version": "1"}
    return CandidateRow(**(usual | fields), article_id=UUID(int=1), created_at=NOW)


def test_the_same_words_are_wholly_alike() -> None:
    likeness = likeness_of(found(), on_record())
    assert likeness is not None
    assert (likeness.relation, likeness.score, likeness.differences) == ("restates", 1.0, [])


def test_a_moved_probability_is_told_with_both_values() -> None:
    likeness = likeness_of(found(probability=0.4), on_record(probability=0.9))
    assert likeness is not None
    [moved] = likeness.differences
    assert (likeness.relation, moved.part, moved.before, moved.after) == ("changed", "probability", "0.90", "0.40")


def test_the_language_of_one_does_for_both_and_none_for_neither() -> None:
    assert likeness_of(found(language=None), on_record()) is not None
    assert likeness_of(found(), on_record(language=None)) is not None
    assert likeness_of(found(language=None), on_record(language=None)) is None


def test_claims_of_other_events_or_languages_are_like_nothing() -> None:
    assert likeness_of(found(statement="Rents in the capital double."), on_record()) is None
    assert likeness_of(found(language="fr"), on_record(language="fr")) is None
