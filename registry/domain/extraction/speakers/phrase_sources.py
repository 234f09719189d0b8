"""Who is named as the source by a phrase and no verb: "laut X", "X zufolge", "according to X", "in their view"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.speakers.impersonal_sources import by_circle
from registry.domain.extraction.speakers.owned_views import gives_view
from registry.domain.extraction.speakers.quoted_names import quoted_name_behind
from registry.domain.extraction.speakers.source_phrases import Source, backward, forward, noun_behind

_PHRASES = frozenset({"source_before", "source_around", "source_after", "source_own"})
_SIGNS = _PHRASES | {"circle_verb"}


def phrase_sources(passage: Passage, names: Sequence[Name], language: LanguageLexicon) -> Iterator[Source]:
    """The sources that phrases such as "laut", "zufolge" and "in the view of" name."""
    if not passage.has_any(_SIGNS):
        return
    marked = [h for h in passage.hits if h.word_class == "report_marker"]
    for hit in passage.hits:
        if hit.word_class == "circle_verb" and (circle := by_circle(passage, hit, names, language)) is not None:
            yield circle
        if hit.word_class not in _PHRASES or any(m.first <= hit.first and hit.last <= m.last for m in marked):
            continue
        source = _of_phrase(hit, passage, names, language)
        if source is not None:
            yield source


def _of_phrase(hit: Hit, passage: Passage, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """The source that a phrase names: before it ("zufolge"), behind it ("laut"), inside it, or with a pronoun."""
    at = hit.first
    if hit.word_class == "source_own":
        words = {token.low for token in passage.tokens[at : hit.last + 1]}
        body = not words.isdisjoint(language.any_of("body_owners"))
        if body and not gives_view(passage, at, language):
            return None
        many = not words.isdisjoint(language.any_of("theirs"))
        return Source(None, None, None, True, at, "before", many=many, body=body)
    if hit.word_class == "source_around":
        return forward(passage, at + 1, names, language, at, "before", hit.last)
    if hit.word_class == "source_after":
        if not language.noun_capitals and not gives_view(passage, at - 1, language):
            return None
        return backward(passage, at - 1, names, language, at, "after")
    if language.has("so_words", passage.tokens[at].low) and not _so_names(passage, hit.last, language):
        return None
    paper = quoted_name_behind(passage.text, passage.tokens, hit.last + 1, language)
    if paper is not None:
        return Source(None, None, paper, False, at, "before")
    source = forward(passage, hit.last + 1, names, language, at, "before")
    return source or noun_behind(passage, hit.last + 1, names, language, at, "before")


def _so_names(passage: Passage, at: int, language: LanguageLexicon) -> bool:
    """German "so" names a source only behind a mark or at the end: ", so der Minister"."""
    tokens = passage.tokens
    if at + 1 >= len(tokens) or (at and tokens[at - 1].is_word):
        return False
    follows = tokens[at + 1]
    return follows.is_capital or language.has("articles", follows.low)
