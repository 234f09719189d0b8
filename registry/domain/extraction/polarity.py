"""Whether a claim says that something will or will not happen."""

from registry.domain.extraction.passage import Passage
from registry.domain.extraction.quotations import Span
from registry.domain.extraction.readings import Reading

_DENYING = frozenset({"negation", "hedge_neg"})


def polarity_of(passage: Passage, lead: Reading | None, condition: Span | None) -> str:
    """Answers "no" when a negation stands in the clause of the leading reading, outside of the condition.

    What a phrase spares denies nothing: "nobody doubts", "does not rule out", "not by two but by three".
    """
    if lead is None:
        return "yes"
    clause = passage.clauses[lead.clause]
    if _DENYING.isdisjoint(clause.classes):
        return "yes"
    spared = [h for h in passage.hits if h.word_class == "no_denial"]
    count = sum(
        h.word_class in _DENYING
        and clause.first <= h.first <= clause.last
        and not _in(passage, h.first, condition)
        and not any(one.first <= h.first <= one.last for one in spared)
        for h in passage.hits
    )
    return "no" if count % 2 else "yes"


def _in(passage: Passage, token: int, span: Span | None) -> bool:
    return span is not None and span[0] <= passage.tokens[token].start < span[1]
