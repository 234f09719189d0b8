"""Why each sentence with a future or modal verb became a candidate or not."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.answers import answer_to
from registry.domain.extraction.article import Article
from registry.domain.extraction.candidate import Trace
from registry.domain.extraction.claims import Claim
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import CLAIMING, Reading
from registry.domain.extraction.scorer import Scorer

_SHOWN = 6
_FAMILIES = {
    "lead": "led by", "reading": "led by", "word": "speaks of", "outside": "beside it", "opens": "opens with",
    "under": "hangs on", "under_that": "hangs on", "verb": "verb of", "subject": "subject", "text": "a text about",
}  # fmt: skip
_IN_WORDS = {
    "no_claiming_verb": "no future or modal verb", "length": "long", "short": "too short", "open_end": "no full stop",
    "any": "rare as predictions are", "at_the_top": "first sentences", "indirect_question": "an indirect question",
}  # fmt: skip


def traces_of(article: Article, claims: Sequence[Claim], least: float, scorer: Scorer) -> Iterator[Trace]:
    """A trace for each claim, and for each sentence whose future or modal verb gave none."""
    covered = {claim.number for claim in claims}
    for claim in claims:
        yield _of_claim(article, claim, least, scorer)
    for number, passage in enumerate(article.passages):
        if number not in covered and any(c.modal for c in passage.clauses):
            fired = tuple(_fired(passage, passage.readings))
            span = (passage.sentence.start, passage.sentence.end)
            answers = number and answer_to(article.passages, number - 1) == number
            why = "the answer to the question before it" if answers else f"no claim: {_why_none(passage.readings)}"
            yield Trace(span, why, 0.0, fired)


def _of_claim(article: Article, claim: Claim, least: float, scorer: Scorer) -> Trace:
    verdict = "kept"
    if claim.dismissed:
        verdict = f"dismissed: {claim.dismissed}"
    elif claim.confidence < least:
        moved = scorer.strongest(claim.features, article.language.code, _SHOWN)
        against = ", ".join(dict.fromkeys(in_words(name) for name, weight in moved if weight < 0))
        verdict = f"confidence {claim.confidence:.2f} is below {least:.2f}" + (f" ({against})" if against else "")
    fired = tuple(_fired(claim.passage, claim.unit.readings))
    return Trace(claim.passage.span(claim.unit), verdict, claim.confidence, fired)


def in_words(feature: str) -> str:
    """A feature's name as a reader understands it ("word:past" as "speaks of past")."""
    if feature in _IN_WORDS:
        return _IN_WORDS[feature]
    family, _, name = feature.partition(":")
    told = f"{_FAMILIES[family]} {name}" if family in _FAMILIES and name else feature
    return told.replace("&", " with ").replace(">", " of ").replace("_", " ")


def _fired(passage: Passage, readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    for reading in readings:
        words = passage.tokens[reading.at].text
        if reading.verb is not None:
            words += f" ... {passage.tokens[reading.verb].text}"
        yield reading.kind, words


def _why_none(readings: Sequence[Reading]) -> str:
    kinds = sorted({reading.kind for reading in readings})
    if not kinds:
        return "its verb is no future or modal verb here"
    if CLAIMING.isdisjoint(kinds):
        return f"only {', '.join(kinds)}"
    return "no span of its own"
