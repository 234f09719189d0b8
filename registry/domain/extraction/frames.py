"""What stands around a claim and is no part of it: "Ada Hale said that", "meint Jonas Roth", "it is likely that"."""

from collections.abc import Sequence
from typing import NamedTuple

from registry.domain.extraction.asides import KEPT, MINE, asides_of, turns
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import CLAIMING, Reading
from registry.domain.extraction.speakers.source_phrases import Source
from registry.domain.extraction.tokens import Token
from registry.domain.extraction.units import Unit

_FRAMES = frozenset("say say_verb expect opinion fear hedge_high hedge_mid hedge_low expect_noun".split())
_TURNING = frozenset({"negation", "hedge_neg", "little", "hope", "demand"})
_DEPENDENT = frozenset({"concession", "cause", "relative"})
_NEAR = 4
_MOST_OF_SOURCE = 6


class Framed(NamedTuple):
    """Where the claim begins and which tokens inside belong to a frame.

    Its verb stands at the end of its clause (`subordinate`) behind a "that", or in front (`inverted`) behind "laut X".
    """

    start: int
    dropped: frozenset[int]
    subordinate: bool = False
    inverted: bool = False


def frame_of(
    passage: Passage, unit: Unit, lead: Reading | None, sources: Sequence[Source], language: LanguageLexicon
) -> Framed:
    """The frame of a unit whose leading reading is `lead`; `sources` are those named in its sentence."""
    first, _ = passage.token_range(unit)
    if lead is None:
        return Framed(first, frozenset())
    dropped = frozenset(i for piece in asides_of(passage, unit, lead, sources, language) for i in piece)
    if _hangs_on_denial(passage, unit, language):
        return Framed(passage.clauses[unit.first - 1].first, dropped)
    behind = _behind_that(passage, first, lead, language)
    if behind is not None:
        return Framed(behind, dropped, subordinate=True)
    verb = _behind_source(passage, first, lead, sources, language) if language.morphology.verb_last else None
    if verb is not None:
        return Framed(verb, dropped, inverted=True)
    return Framed(_behind_verb(passage, first, lead, sources, language) or first, dropped)


def _hangs_on_denial(passage: Passage, unit: Unit, language: LanguageLexicon) -> bool:
    """Whether the unit is a "that" clause whose sense the clause before it turns: "Niemand glaubt, | dass ..."."""
    if not unit.first or "that" not in passage.clauses[unit.first].opener:
        return False
    before = passage.clauses[unit.first - 1]
    return not before.classes.isdisjoint(_TURNING) or turns(passage, before.first, before.last + 1, language)


def _behind_source(
    passage: Passage, first: int, lead: Reading, sources: Sequence[Source], language: LanguageLexicon
) -> int | None:
    """The verb behind a source that opens the claim: "Laut Jonas Roth wird ...", "Jonas Roth zufolge bleibt ..."."""
    if _opens_with_source(passage, first, lead, sources):
        return lead.at
    tokens = passage.tokens
    for source in sources:
        if source.how == "after" and first < source.at <= first + _MOST_OF_SOURCE:
            told, reach = tokens[first : source.at], 1
        elif source.how == "before" and source.at == first:
            told, reach = tokens[:0], _MOST_OF_SOURCE
        else:
            continue
        behind = range(source.at + 1, min(len(tokens), source.at + 1 + reach))
        verb = next((i for i in behind if not tokens[i].is_word or _is_finite(tokens[i], language)), None)
        if verb is not None and tokens[verb].is_word and all(token.is_word for token in told):
            return verb
    return None


def _is_finite(token: Token, language: LanguageLexicon) -> bool:
    return not token.is_capital and language.may_be_finite(token.low) and not language.is_participle(token.low)


def _opens_with_source(passage: Passage, first: int, lead: Reading, sources: Sequence[Source]) -> bool:
    """Whether nothing but the source stands before the leading verb: "Laut Jonas Roth wird ..."."""
    opens = any(s.how == "before" and s.at == first for s in sources)
    between = passage.tokens[first + 1 : lead.at]
    return opens and lead.kind in CLAIMING and len(between) <= _MOST_OF_SOURCE and all(t.is_word for t in between)


def _behind_that(passage: Passage, first: int, lead: Reading, language: LanguageLexicon) -> int | None:
    """The token behind the "that" of a frame, else None."""
    verb_last = language.morphology.verb_last
    thats = [h.first for h in passage.hits if h.word_class == "that" and h.first >= first]
    if first and thats and verb_last and _opens_with_that(passage, first, thats[0], language):
        return thats[0] + 1
    that = next((at for at in thats if verb_last or at < lead.at), 0)
    joined = [at for at in thats if that < at < lead.at and passage.has_at(at - 1, "joiner")]
    if joined and not verb_last and _is_frame(passage, first, that, language):
        # "said that A was so and that B will be": B is what is claimed.
        return joined[-1] + 1
    if not that or language.has("so_words", passage.tokens[that - 1].low):
        return None
    if not _is_frame(passage, first, that, language):
        return None
    near = any(h.word_class in _FRAMES and that - _NEAR <= h.last < that for h in passage.hits)
    return that + 1 if near or verb_last else None


def _opens_with_that(passage: Passage, first: int, that: int, language: LanguageLexicon) -> bool:
    """Whether the unit begins with "dass" or "so dass", cut off from what stands before."""
    return that == first or (that == first + 1 and language.has("so_words", passage.tokens[first].low))


def _is_frame(passage: Passage, first: int, behind: int, language: LanguageLexicon) -> bool:
    """Whether tokens first..behind-1 frame what follows and can go without changing its sense."""
    classes = {h.word_class for h in passage.hits if first <= h.first < behind}
    claims = any(r.kind in CLAIMING and first <= r.at < behind for r in passage.readings)
    claims = claims or turns(passage, first, behind, language)
    return not claims and not classes.isdisjoint(_FRAMES) and classes.isdisjoint(KEPT)


def _behind_verb(
    passage: Passage, first: int, lead: Reading, sources: Sequence[Source], language: LanguageLexicon
) -> int | None:
    """The token behind "she said" or "I think" in the clause of a claim that follows without a mark."""
    if lead.kind not in CLAIMING or language.morphology.verb_last:
        return None
    verbs = {s.at for s in sources if s.how == "verb"}
    mine = {h.last + 1 for h in passage.hits if h.word_class == "first_person"}
    for hit in passage.hits:
        says = hit.word_class == "say_verb" and hit.first in verbs
        says = says or (hit.word_class in MINE and hit.first in mine)
        clause = passage.clauses[lead.clause]
        if says and clause.opener.isdisjoint(_DEPENDENT) and clause.first <= hit.first and hit.last + 1 < lead.at:
            bare = not language.has("takes_object", passage.tokens[hit.last].low)
            bare = bare and not language.has("prepositions", passage.tokens[hit.last + 1].low)
            return hit.last + 1 if bare and _is_frame(passage, first, hit.last + 1, language) else None
    return None
