"""From a claim to a candidate: who says what, how sure, until when, under which condition."""

from dataclasses import dataclass
from datetime import date

from registry.domain.extraction.article import Article
from registry.domain.extraction.candidate import Candidate
from registry.domain.extraction.carried_conditions import condition_for
from registry.domain.extraction.claims import Claim
from registry.domain.extraction.conditions import Condition
from registry.domain.extraction.date_values import DueDate
from registry.domain.extraction.deadlines import ArticleDates, find_deadline
from registry.domain.extraction.dismissals import SHORTEST_QUOTE
from registry.domain.extraction.features import lead_of
from registry.domain.extraction.hedge_table import HedgeReading
from registry.domain.extraction.hedges import hedge_among
from registry.domain.extraction.kinds import kind_of
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.polarity import polarity_of
from registry.domain.extraction.quotations import Span
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.restatements import Draft
from registry.domain.extraction.statements import statement_of
from registry.domain.extraction.units import Unit
from registry.domain.extraction.usable_dates import UP_TO_START

_LONGEST_QUOTE = 600
# Sentences that may be the headline and the teaser; letters by which inflected forms of a word are taken for one.
_TOP, _STEM = 3, 6
_TIMES = frozenset({"weekday", "month", "year"})
_NOTHING: frozenset[str] = frozenset()


def draft(claim: Claim, article: Article, dates: ArticleDates | None, lexicon: Lexicon) -> Draft:
    """The candidate of one claim, statement and criteria still to write, with the words that tell restatements."""
    passage, unit = claim.passage, claim.unit
    lead = lead_of(unit)
    condition = condition_for(article.passages, claim.number, unit, lead)
    quotes = _quotes(claim, article)
    hedge = _hedge(claim, article, lexicon, condition)
    speaker = _speaker(claim, article)
    due = _due(article, dates, lexicon, quotes, condition)
    due_on = due.due_on if due else None
    polarity = _polarity(claim, lead, condition, hedge, due)
    candidate = Candidate(
        statement="",
        quotes=quotes,
        speaker=speaker or article.author,
        attributed=speaker is not None and speaker != article.author,
        polarity=polarity,
        kind=kind_of(passage, unit, lead, condition),
        condition=condition.text if condition else None,
        hedge=hedge.phrase or None if hedge else None,
        probability=hedge.probability if hedge else None,
        probability_low=hedge.low if hedge else None,
        probability_high=hedge.high if hedge else None,
        probability_basis=hedge.basis if hedge else None,
        hedge_table_version=hedge.version if hedge else None,
        made_on=article.published,
        made_on_basis="printed" if article.published else None,
        due_from=due.due_from if due else None,
        due_on=due_on,
        due_text=due.text if due else None,
        due_rule=due.rule if due else None,
        criteria=None,
        grade=grade_of(due_on),
        confidence=round(claim.confidence, 4),
        due_place=(due.start, due.end) if due and due.start < due.end else None,
        due_precision=due.precision if due else None,
        due_inferred=due.inferred if due else False,
        due_alternative=due.other_ending(article.published) if due else None,
    )
    at_top = claim.number < _TOP and len(article.passages) > 2 * _TOP
    word = _Wording(claim, lead, article)
    return Draft(candidate, _content(claim, article), _figures(claim), at_top=at_top, word=word)


def _speaker(claim: Claim, article: Article) -> str | None:
    """Who claims it; of what an interviewer asks, who answers."""
    if claim.answer is None or not article.layout.asked_at(claim.passage.sentence.start):
        return article.voices.speaker_of(claim.number, claim.unit)
    answer = Unit(0, len(article.passages[claim.answer].clauses) - 1, ())
    return article.voices.speaker_of(claim.answer, answer)


@dataclass(frozen=True, slots=True)
class _Wording:
    """Words the statement of a claim when it is called; a long text holds very many, and this is the smallest."""

    claim: Claim
    lead: Reading | None
    article: Article

    def __call__(self) -> str:
        number, voices = self.claim.number, self.article.voices
        antecedent, sources = voices.before(number), voices.named_in(number)
        return statement_of(self.claim.passage, self.claim.unit, self.lead, self.article.language, antecedent, sources)


def _polarity(
    claim: Claim, lead: Reading | None, condition: Condition | None, hedge: HedgeReading | None, due: DueDate | None
) -> str:
    """What the hedge says; only "does not expect" is read off the verb, since it denies what is expected.

    What happens "at the earliest" in the autumn does not happen before it.
    """
    own = polarity_of(claim.passage, lead, condition.span if condition else None)
    if due is not None and due.rule.endswith(UP_TO_START):
        return "no"
    if lead is not None and "little" in claim.passage.clauses[lead.clause].classes:
        return "no"
    if hedge is None or (lead is not None and lead.kind == "expect" and own == "no"):
        return own
    return hedge.polarity


def grade_of(due_on: date | None) -> str:
    """The grade: "sharp" with a deadline, else "soft"."""
    return "sharp" if due_on else "soft"


def _quotes(claim: Claim, article: Article) -> tuple[Span, ...]:
    start, end = claim.passage.span(claim.unit)
    own = (start, min(end, start + _LONGEST_QUOTE))
    if claim.answer is None:
        return (own,)
    sentence = article.passages[claim.answer].sentence
    if sentence.end - sentence.start < SHORTEST_QUOTE and sentence.end - start <= _LONGEST_QUOTE:
        # "No." alone is no quote that anybody could find again.
        return ((start, sentence.end),)
    return (own, (sentence.start, min(sentence.end, sentence.start + _LONGEST_QUOTE)))


def _hedge(claim: Claim, article: Article, lexicon: Lexicon, condition: Condition | None = None) -> HedgeReading | None:
    """How sure the claim is, read off its words outside a condition that is a clause with its verb first."""
    first, last = claim.passage.token_range(claim.unit)
    tokens = claim.passage.tokens[first : last + 1]
    if condition is not None and condition.how == "inverted":
        start, end = condition.span
        tokens = [token for token in tokens if not start <= token.start < end] or tokens
    if claim.answer is not None:
        tokens = article.passages[claim.answer].tokens
    return hedge_among(article.text, tokens, article.language.code, lexicon.hedges, plain=True)


def _due(
    article: Article,
    dates: ArticleDates | None,
    lexicon: Lexicon,
    quotes: tuple[Span, ...],
    condition: Condition | None,
) -> DueDate | None:
    if dates is None:
        return None
    spans = [condition.span] if condition and condition.how != "subject" else []
    words = lexicon.dates[article.language.code]
    return find_deadline(dates, quotes, words, lexicon.events, spans)


def _figures(claim: Claim) -> frozenset[str]:
    """Numbers, weekdays and months in the words of the claim: what differs in them is another claim."""
    first, last = claim.passage.token_range(claim.unit)
    tokens = claim.passage.tokens
    told = {token.low for token in tokens[first : last + 1] if token.low[0].isdigit()}
    told |= {tokens[h.last].low for h in claim.passage.hits if h.word_class in _TIMES and first <= h.first <= last}
    return frozenset(told) if told else _NOTHING


def _content(claim: Claim, article: Article) -> frozenset[str]:
    first, last = claim.passage.token_range(claim.unit)
    tokens = claim.passage.tokens[first : last + 1]
    empty = article.language.any_of("function_words")
    words = [t.low for t in tokens if t.is_word and len(t.low) > 3 and t.low not in empty]
    return frozenset(words) if words else _NOTHING
