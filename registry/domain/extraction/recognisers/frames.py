"""Words that carry or frame a claim without a modal verb: expecting, fearing, threatening, hedging."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.tokens import Token

_FRAMES = {
    "expect": "expect", "expect_noun": "expect_noun", "fear": "fear", "threaten": "threaten",
    "hedge_mid": "hedge", "hedge_low": "hedge", "hedge_neg": "hedge",
}  # fmt: skip


def frames(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading for each such word; `_past` is added where its clause speaks of the past."""
    framing = [hit for hit in hits if hit.word_class in _FRAMES]
    for number, clause in enumerate(clauses if framing else ()):
        past: bool | None = None
        for hit in framing:
            if clause.first <= hit.first <= clause.last:
                if past is None:
                    past = speaks_of_past(tokens, clause, language)
                kind = _FRAMES[hit.word_class]
                told = past and not _after_auxiliary(tokens, hit.first, language)
                yield Reading(f"{kind}_past" if told else kind, hit.first, number, None)


def speaks_of_past(tokens: Sequence[Token], clause: Clause, language: LanguageLexicon) -> bool:
    """Whether a finite verb of the clause is in the past tense; "is expected" is not."""
    is_preterite = language.is_preterite
    for i in range(clause.first, clause.last + 1):
        text, low, _, _ = tokens[i]
        if text[0].islower() and is_preterite(low) and not _after_auxiliary(tokens, i, language):
            return True
    return False


def _after_auxiliary(tokens: Sequence[Token], i: int, language: LanguageLexicon) -> bool:
    return any(language.has("present_auxiliaries", tokens[j].low) for j in range(max(0, i - 3), i))


def is_perfect(tokens: Sequence[Token], clause: Clause, language: LanguageLexicon) -> bool:
    """Whether "has" and a participle make a past of the clause, though its form is of the present."""
    forms = [low for text, low, _, _ in tokens[clause.first : clause.last + 1] if not text[0].isupper()]
    return not language.any_of("perfect_finites").isdisjoint(forms) and any(map(language.is_participle, forms))
