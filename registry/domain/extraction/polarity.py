"""Whether a claim says that something will or will not happen."""

from registry.domain.extraction.passage import Passage
from registry.domain.extraction.quotations import Span
from registry.domain.extraction.readings import Reading


def polarity_of(passage: Passage, lead: Reading | None, condition: Span | None) -> str:
    """Answers "no" when a negation stands in the clause of the leading reading, outside of the condition."""
    if lead is None:
        return "yes"
    clause = passage.clauses[lead.clause]
    count = sum(
        h.word_class in ("negation", "hedge_neg")
        and clause.first <= h.first <= clause.last
        and not _in(passage, h.first, condition)
        for h in passage.hits
    )
    return "no" if count % 2 else "yes"


def _in(passage: Passage, token: int, span: Span | None) -> bool:
    return span is not None and span[0] <= passage.tokens[token].start < span[1]
