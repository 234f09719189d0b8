"""Future and modal verbs, told from the passive, the copula, the past and the noun that look like them."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import MODAL, Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.dated_present import TIMES
from registry.domain.extraction.tokens import Token
from registry.domain.extraction.verb_group import VerbGroup, verb_group

_CONDITIONS = frozenset({"would", "condition_clause", "condition_phrase"})
_DEMANDING = frozenset({"should", "would_must"})
_GOVERNING = MODAL | {"finite_modal"}
_HEADLINE_CAPITALS = 0.6
_ADVERBS_BETWEEN = 4
# "Wird der Antrag abgelehnt, ...", "Werde es kalt, ..."
_OF_CONDITIONS = frozenset({"present_passive", "become"})
_DONE_BY_THEN = frozenset({"future_perfect", "may_perfect"})
_ASKS_IN_FRONT = frozenset({"future", "may"})
# "By May he will have gone" tells what comes, "he will have read it in March" what somebody guesses.
_TO_COME = frozenset({"later", "year"})
_ENDS_ASKING = frozenset('?"”’')
# How far behind the verb the clause may go on; with what a clause of its own begins.
_BEFORE_OPENERS = frozenset({"joiner", "contrast", "negation", "focus"})
_RESUMED, _CLOSING = 4, 2
_SETS_IN = frozenset("that joiner purpose_head condition_head cause concession question_word whether".split())


def modal_verbs(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading for each future or modal verb that is one."""
    modals = [hit for hit in hits if hit.word_class in MODAL]
    for number, clause in enumerate(clauses if modals else ()):
        inside = [h for h in modals if clause.first <= h.first <= clause.last]
        for hit in inside:
            if _governed(hit, inside, tokens, clauses, number, hits, language) or _noun(hit, tokens, language):
                continue
            if language.has("ambiguous_subjunctives", tokens[hit.first].low) and not _unreal(hits):
                continue
            if _contracted_past(tokens, hit.first, language) or _is_guess(hit, hits):
                continue
            group = _group(tokens, hit, hits, clauses, number, language)
            kind = _kind(hit, tokens[hit.first].low, group, clause, language)
            if kind in _OF_CONDITIONS and not number and len(clauses) > 1 and _opens(tokens, hit.first, language):
                continue
            yield Reading(_when_dated(kind, hit, hits, clause), hit.first, number, group.main)


def _when_dated(kind: str, hit: Hit, hits: Sequence[Hit], clause: Clause) -> str:
    """The kind of a reading as a time to come in its clause makes it."""
    if kind == "present_passive" and _is_dated(hits, clause):
        return "future_passive"
    return hit.word_class if kind in _DONE_BY_THEN and _is_dated(hits, clause, _TO_COME) else kind


def _opens(tokens: Sequence[Token], at: int, language: LanguageLexicon) -> bool:
    """Whether a German sentence that asks nothing opens with the verb, so that a condition stands there."""
    first = language.morphology.verb_last and not any(token.is_word for token in tokens[:at])
    return first and "?" not in (tokens[-1].text, tokens[-2].text)


def _said_by_that(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, language: LanguageLexicon) -> bool:
    """Whether "that" opens the clause, or a list that goes on in it ("dass Autos, Züge und Busse ...")."""
    clause = clauses[number]
    if "that" in clause.opener:
        return True
    before = clauses[number - 1]
    if not number or "that" not in before.opener or clause.mark != "," or not tokens[clause.first].is_capital:
        return False
    small = [token.low for token in tokens[before.first + 1 : before.last + 1] if not token.is_capital]
    return not any(map(language.may_be_finite, small))


def _group(
    tokens: Sequence[Token],
    hit: Hit,
    hits: Sequence[Hit],
    clauses: Sequence[Clause],
    number: int,
    language: LanguageLexicon,
) -> VerbGroup:
    """The verbs of the clause, or those that close it behind an insertion ("wird ein Mann, der noch übt, siegen")."""
    own = verb_group(tokens, hit.last, clauses[number].first, clauses[number].last, language)
    if own.main is not None or not language.morphology.verb_last:
        return own
    if _fronted(tokens, hit.first, clauses[number], language):
        return VerbGroup(hit.first - 1, True, False, False)
    for clause in clauses[number + 2 : number + _RESUMED]:
        if clause.mark != "," or not _SETS_IN.isdisjoint(clause.opener):
            continue
        group = verb_group(tokens, clause.first - 1, clause.first, clause.last, language)
        if group.main is None or clause.last - group.main > _CLOSING:
            continue
        if not any(h.word_class in _GOVERNING and clause.first <= h.first < group.main for h in hits):
            return group
    return own


def _is_guess(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether the verb only begins a phrase of guessing ("kann gut sein, dass ...")."""
    return hit.word_class == "can" and any(h.first == hit.first and h.word_class == "hedge_low" for h in hits)


def _contracted_past(tokens: Sequence[Token], at: int, language: LanguageLexicon) -> bool:
    """Whether the contracted verb is that of a past: "she'd gone" is "she had gone", "he'd a cold" "he had a cold"."""
    if not language.has("contracted_pasts", tokens[at].low):
        return False
    behind = [token.low for token in tokens[at + 1 : at + 1 + _ADVERBS_BETWEEN]]
    if behind and language.has("articles", behind[0]):
        return True
    verb = next((low for low in behind if not (language.has("between_verbs", low) or low.endswith("ly"))), "")
    return language.is_participle(verb) and not language.has("unchanged_participles", verb)


def _kind(hit: Hit, low: str, group: VerbGroup, clause: Clause, language: LanguageLexicon) -> str:
    infinitive, passive = group.infinitive, group.passive
    # "hätte" governs no bare infinitive, so what looks like one tells of the past: "hätte behalten".
    had = language.has("perfect_subjunctives", low) and group.main is not None
    if group.perfect or had or (hit.word_class == "would_irreg" and passive):
        return f"{hit.word_class}_perfect"
    if "should" in clause.opener and hit.first - clause.first <= 1 and _BEFORE_OPENERS.isdisjoint(clause.opener):
        return "inverted_condition"
    if hit.word_class in _DEMANDING and passive and language.morphology.verb_last and "then" not in clause.classes:
        # "Das sollte geprüft werden" asks for an act, and in the past tells a plan.
        return f"{hit.word_class}_passive"
    if hit.word_class == "future" and language.morphology.verb_last and not infinitive:
        return "present_passive" if passive else "become"
    return "future_passive" if passive and hit.word_class == "future" else hit.word_class


def _is_dated(hits: Sequence[Hit], clause: Clause, times: frozenset[str] = TIMES) -> bool:
    """Whether a time to come makes a future of a verb ("wird am Freitag unterzeichnet", "will have gone by then")."""
    return any(hit.word_class in times and clause.first <= hit.first <= clause.last for hit in hits)


def _fronted(tokens: Sequence[Token], at: int, clause: Clause, language: LanguageLexicon) -> bool:
    """Whether an infinitive stands before its verb ("Gewinnen wird keiner"); a plural may as well be the subject."""
    before = next((i for i in range(clause.first, at) if tokens[i].is_word), at)
    low = tokens[before].low
    if before != at - 1 or not language.is_infinitive(low) or language.is_participle(low):
        return False
    return not tokens[before].is_capital or not tokens[at].low.endswith("n")


def _governed(
    hit: Hit,
    inside: Sequence[Hit],
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    number: int,
    hits: Sequence[Hit],
    language: LanguageLexicon,
) -> bool:
    """Whether the verb is an infinitive under another one ("könnte gebaut werden", "zu werden")."""
    if not language.morphology.verb_last:
        return any(h.first < hit.first <= h.last for h in inside)
    low, clause = tokens[hit.first].low, clauses[number]
    if not language.is_infinitive(low):
        return False
    if hit.first and tokens[hit.first - 1].low == language.morphology.infinitive_mark:
        return True
    behind = sum(t.is_word for t in tokens[hit.first + 1 : clause.last + 1])
    if not behind and not _said_by_that(tokens, clauses, number, language):
        return len(inside) > 1 or "finite_modal" in clause.classes
    return behind <= 1 and any(
        h.first != hit.first and h.word_class in _GOVERNING and clause.first <= h.first <= clause.last for h in hits
    )


def _noun(hit: Hit, tokens: Sequence[Token], language: LanguageLexicon) -> bool:
    """Whether a noun or name has the form of the verb ("in May", "his will"); in a headline all words have capitals."""
    if not hit.first:
        # A verb of the future that opens an English sentence asks; else "Will" is a man and "May" a month or a wish.
        return not language.noun_capitals and hit.word_class in _ASKS_IN_FRONT and tokens[-1].low not in _ENDS_ASKING
    if language.has("determiners", tokens[hit.first - 1].low):
        return True
    if language.noun_capitals or not tokens[hit.first].is_capital or not tokens[hit.first - 1].is_word:
        return False
    words = [t for t in tokens if t.is_word]
    return sum(t.is_capital for t in words) < _HEADLINE_CAPITALS * len(words)


def _unreal(hits: Sequence[Hit]) -> bool:
    """Whether a condition or another subjunctive makes a subjunctive of a form that is the past tense as well."""
    return any(hit.word_class in _CONDITIONS for hit in hits)
