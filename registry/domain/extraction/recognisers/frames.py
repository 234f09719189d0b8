"""Words that carry or frame a claim without a modal verb: expecting, fearing, threatening, hedging."""

from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import attrgetter

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.tokens import Token

FRAMES = {
    "expect": "expect", "expect_noun": "expect_noun", "fear": "fear", "threaten": "threaten",
    "hedge_mid": "hedge", "hedge_low": "hedge", "hedge_neg": "hedge", "revise": "expect", "believe": "believe",
}  # fmt: skip
"""By word class the kind of reading that it gives."""
_LOW = attrgetter("low")
# A forecast that was put up or down yesterday is what is forecast now.
_TO_COME = frozenset({"later", "year", "horizon"})
# English puts what somebody said into the past together with the saying.
_SHIFTED = frozenset({"hedge", "threaten"})
_TIMELESS = frozenset({"revise"})


def frames(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading for each such word; `_past` is added where its clause is past, `_perfect` where what it guesses is."""
    framing = [hit for hit in hits if hit.word_class in FRAMES]
    for number, clause in enumerate(clauses if framing else ()):
        past: bool | None = None
        for hit in framing:
            if clause.first <= hit.first <= clause.last:
                if past is None:
                    past = speaks_of_past(tokens, clause, language)
                kind = FRAMES[hit.word_class]
                if kind == "believe" and not _has_content(clauses, number):
                    continue
                told = past and hit.word_class not in _TIMELESS and not _after_auxiliary(tokens, hit.first, language)
                if told:
                    told = not _is_reported(tokens, hits, hit, clause, language)
                elif _looks_back(tokens, hits, clauses, number, kind, language):
                    kind = f"{kind}_perfect"
                yield Reading(f"{kind}_past" if told else kind, hit.first, number, None)


def _looks_back(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    clauses: Sequence[Clause],
    number: int,
    kind: str,
    language: LanguageLexicon,
) -> bool:
    """Whether a frame in the present is about what has been: "Sie glaubt, dass er gelogen hat"."""
    if kind == "believe":
        return _tells_past(tokens, clauses, number, language)
    clause = clauses[number]
    if kind != "hedge" or clause.modal or not language.morphology.verb_last:
        return False
    return is_perfect(tokens, clause, language) and not _is_timed(hits, clause)


def _is_reported(
    tokens: Sequence[Token], hits: Sequence[Hit], frame: Hit, clause: Clause, language: LanguageLexicon
) -> bool:
    """Whether the past is that of English words reported: "she said the dam was likely to burst"."""
    if language.morphology.verb_last or FRAMES[frame.word_class] not in _SHIFTED or "pluperfect" in clause.classes:
        return False
    says = (h.first for h in hits if h.word_class == "say_verb" and not frame.first <= h.first <= frame.last)
    return any(language.is_preterite(tokens[at].low) for at in says)


def _tells_past(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, language: LanguageLexicon) -> bool:
    """Whether what is believed is over: "Sie glaubt, dass er gelogen hat"."""
    content = clauses[number + 1] if number + 1 < len(clauses) and "that" in clauses[number + 1].opener else clauses[0]
    if content.modal or content is clauses[number]:
        return False
    return is_perfect(tokens, content, language) or speaks_of_past(tokens, content, language)


def _is_timed(hits: Sequence[Hit], clause: Clause) -> bool:
    return any(h.word_class in _TO_COME and clause.first <= h.first <= clause.last for h in hits)


def _has_content(clauses: Sequence[Clause], number: int) -> bool:
    """Whether what is believed stands in a clause with "dass" behind, or at the head of the sentence before."""
    behind = number + 1 < len(clauses) and "that" in clauses[number + 1].opener
    return behind or (number == 1 and "that" in clauses[0].opener)


def speaks_of_past(tokens: Sequence[Token], clause: Clause, language: LanguageLexicon) -> bool:
    """Whether a finite verb of the clause is in the past tense; "is expected" is not."""
    inside = map(_LOW, tokens[clause.first : clause.last + 1])
    for i in compress(count(clause.first), map(language.preterites.__getitem__, inside)):
        if not tokens[i].text[0].islower() or _after_auxiliary(tokens, i, language):
            continue
        if not _attributive(tokens, i, clause, language) and not _completes(tokens, i, clause, language):
            return True
    return False


def _completes(tokens: Sequence[Token], i: int, clause: Clause, language: LanguageLexicon) -> bool:
    """Whether the form is the participle beside a verb of the present ("geht bald verloren")."""
    if not language.morphology.verb_last or not language.has("participles", tokens[i].low):
        return False
    closes = not any(token.is_word for token in tokens[i + 1 : clause.last + 1])
    before = (token.low for token in tokens[clause.first : i] if not token.is_capital)
    return closes and any(language.may_be_finite(low) or language.indicative(low) for low in before)


def _attributive(tokens: Sequence[Token], i: int, clause: Clause, language: LanguageLexicon) -> bool:
    """Whether the form stands before its noun as a participle: "von 340 notierten Firmen"."""
    if not language.noun_capitals or language.has("preterites", tokens[i].low) or not clause.first < i < clause.last:
        return False
    before = tokens[i - 1]
    opens = (
        before.low[0].isdigit() or language.has("noun_openers", before.low) or language.has("prepositions", before.low)
    )
    return tokens[i + 1].is_capital and opens


def _after_auxiliary(tokens: Sequence[Token], i: int, language: LanguageLexicon) -> bool:
    at = next(
        (j for j in range(i - 1, max(0, i - 3) - 1, -1) if language.has("present_auxiliaries", tokens[j].low)), None
    )
    if at is None or tokens[at].is_word:
        return at is not None
    # "Monday's fire burned": a noun follows what is no verb but a genitive.
    return all(language.has("between_verbs", t.low) or t.low.endswith("ly") for t in tokens[at + 1 : i])


def is_perfect(tokens: Sequence[Token], clause: Clause, language: LanguageLexicon) -> bool:
    """Whether "has" (of a change "is") and a participle make a past of the clause, though its form is present."""
    forms = [t.low for t in tokens[clause.first : clause.last + 1] if not t.is_capital]
    if not language.any_of("perfect_finites").isdisjoint(forms):
        # "Gesehen hat man ihn kaum": a participle that opens the clause has a capital.
        fronted = language.has("perfect_finites", forms[0]) and language.is_participle(tokens[clause.first].low)
        return fronted or any(map(language.is_participle, forms))
    been = language.any_of("perfect_participles")
    return not language.any_of("being_finites").isdisjoint(forms) and not been.isdisjoint(forms)
