"""Who speaks beside a quotation or a colon, whichever the verb: "Karl Otte:", "„...“, brummt der Wirt"."""

import re
from collections.abc import Iterator, Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.opinion_sources import opinion_before
from registry.domain.extraction.speakers.source_phrases import Source, forward, noun_behind, opening_source, source_at

_NEXT = 3
_LONGEST = 14
_VIEW = frozenset({"view_opens"})
_OPENING = frozenset('"„“«»‚‘')
_CLOSING = frozenset('"“”«»')
_CLOSED = re.compile(r"[\"“”«»]\s*,")


def by_colon(passage: Passage, names: Sequence[Name], language: LanguageLexicon) -> Iterator[Source]:
    """Who begins the sentence before a colon, by name or by an opinion, or of whom it tells before a quotation."""
    tokens = passage.tokens
    start, end, _ = passage.sentence
    if passage.text.find(":", start, end) < 0:
        return
    at = next((i for i, token in enumerate(tokens) if token.text == ":"), 0)
    if not at:
        return
    name = next((n for n in names if n.person and n.first - len(n.roles) <= 0), None)
    if name is not None and name.last + 1 == at:
        yield Source(name, None, None, False, at, "before")
    elif (thought := opinion_before(passage, at, names, language)) is not None:
        yield thought
    elif (set_out := _compared(passage, at, names, language) or _announced(passage, at, names, language)) is not None:
        yield set_out
    elif at < len(tokens) - 1 and tokens[at + 1].text in _OPENING:
        told = opening_source(passage, at, names, language)
        yield from [told] if told is not None else []


def _compared(passage: Passage, colon: int, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """Whose view nothing but a word of comparison sets beside another: "Anders der Forscher Karl Otte:"."""
    tokens = passage.tokens
    if colon > _LONGEST or not language.has("view_compared", tokens[0].low):
        return None
    small = (token.low for token in tokens[1:colon] if not token.is_capital)
    if any(language.may_be_finite(low) or language.is_preterite(low) for low in small):
        return None
    return forward(passage, 1, names, language, colon, "before", colon - 1)


def _announced(passage: Passage, colon: int, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """Whose view the words before the colon announce: "The bank goes further: ...", "Economists are less sure: ..."."""
    if not passage.has_any(_VIEW):
        return None
    at = next((h.first for h in passage.hits if h.word_class == "view_opens" and h.last < colon), 0)
    found = (source_at(passage, i, names, language, at, "before") for i in range(at))
    return next((source for source in found if source is not None), None)


def by_quotation(passage: Passage, names: Sequence[Name], language: LanguageLexicon) -> Iterator[Source]:
    """Who stands behind a closed quotation and a verb, whichever it is: "„...“, brummt der Wirt"."""
    tokens = passage.tokens
    if not language.morphology.verb_last or not _CLOSED.search(passage.text, *passage.sentence[:2]):
        return
    for i in range(1, len(tokens) - 2):
        if tokens[i].text != "," or tokens[i - 1].text not in _CLOSING or not tokens[i + 1].low.isalpha():
            continue
        verb = tokens[i + 1]
        if verb.is_capital or not (language.is_finite(verb.low) or language.is_preterite(verb.low)):
            continue
        source = forward(passage, i + 2, names, language, i + 1, "verb", i + 1 + _NEXT)
        source = source or noun_behind(passage, i + 2, names, language, i + 1, "verb")
        if source is not None:
            yield source
