"""Whose words a headline gives: those of the source that the text below it names for the same."""

from collections.abc import Sequence

from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.source_phrases import Source

_REACH = 5
_SHORTEST, _STEM = 4, 5
_LEAST = 2


def lead_of(k: int, passages: Sequence[Passage], sources: Sequence[Sequence[tuple[Source, str]]]) -> int | None:
    """The sentence of the lead that tells with a source what the headline, sentence k, says in other words; else None.

    They must share two content words, or more where the headline is long.
    """
    if passages[k].sentence.line or len(passages) < _LEAST:
        return None
    words = _content(passages[k])
    for i in range(k + 1, min(len(passages), k + 1 + _REACH)):
        if (
            sources[i]
            and passages[i].sentence.line
            and len(words & _content(passages[i])) >= max(_LEAST, len(words) // 2)
        ):
            return i
    return None


def _content(passage: Passage) -> set[str]:
    return {t.low[:_STEM] for t in passage.tokens if t.is_word and (len(t.low) >= _SHORTEST or t.text[0].isdigit())}
