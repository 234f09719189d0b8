"""Whose words a sentence goes on with that names no source: "The dam was old, she said. It would not last"."""

from collections.abc import Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.source_phrases import Source

_MEMORY = 5


def told_on(
    k: int,
    passages: Sequence[Passage],
    sources: Sequence[Sequence[tuple[Source, str]]],
    language: LanguageLexicon,
) -> str | None:
    """The speaker of the report in past tense that sentence k goes on with; None where it is no such sentence.

    What somebody "said" is told on in the tenses of the past: "would" for "will", "was likely" for "is likely".
    """
    if not _is_backshifted(passages[k], language):
        return None
    line = passages[k].sentence.line
    for i in range(k - 1, max(-1, k - 1 - _MEMORY), -1):
        if passages[i].sentence.line != line and not (i == k - 1 and _is_paragraph(i, passages)):
            return None
        if sources[i]:
            told = [name for source, name in sources[i] if _is_told(source, passages[i], language)]
            return told[-1] if told else None
    return None


def _is_paragraph(i: int, passages: Sequence[Passage]) -> bool:
    """Whether sentence i is a paragraph by itself, as news agencies write."""
    line = passages[i].sentence.line
    return not i or passages[i - 1].sentence.line != line


def _is_backshifted(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the future of the sentence is seen from the past, and nothing in it is said in the present."""
    classes = {h.word_class for h in passage.hits}
    if "backshift" not in classes or not classes.isdisjoint(("future", "first_person")):
        return False
    return not any(language.has("present_finites", token.low) for token in passage.tokens)


def _is_told(source: Source, passage: Passage, language: LanguageLexicon) -> bool:
    return source.how == "verb" and language.is_preterite(passage.tokens[source.at].low)
