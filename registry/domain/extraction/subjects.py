"""Who or what the verb is about: told apart as far as the claim's nature depends on it."""

from collections.abc import Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading

_REACH = 3
_ORDER = ("first_person", "second_person", "indefinite", "impersonal", "pronoun")


def subject_of(hits: Sequence[Hit], clauses: Sequence[Clause], reading: Reading) -> str:
    """The word class of the subject near the verb: a kind of pronoun, else "noun"."""
    clause = clauses[reading.clause]
    near = {
        h.word_class for h in hits if clause.first <= h.first <= clause.last and abs(h.first - reading.at) <= _REACH
    }
    return next((name for name in _ORDER if name in near), "noun")
