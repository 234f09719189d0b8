"""Who is named in a sentence as the source of what it says: "sagte X", "laut X", "X expects", "X zufolge"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.speakers.clause_sources import clause_sources
from registry.domain.extraction.speakers.definite_nouns import definite_behind
from registry.domain.extraction.speakers.impersonal_sources import by_place
from registry.domain.extraction.speakers.noun_phrases import is_owner
from registry.domain.extraction.speakers.parted_subjects import subject_across
from registry.domain.extraction.speakers.phrase_sources import phrase_sources
from registry.domain.extraction.speakers.quoted_names import quoted_name_before
from registry.domain.extraction.speakers.quoted_sources import by_colon, by_quotation
from registry.domain.extraction.speakers.source_phrases import (
    Source,
    backward,
    forward,
    is_plain_word,
    noun_behind,
    source_at,
)
from registry.domain.extraction.tokens import Token

_NEXT = 3
_OPENING = frozenset('"„“«»‚‘')
_CLOSING = frozenset('"“”«»')
_VERBS = frozenset({"say_verb", "source_verb", "tag_verb"})
_PRONOUNS = frozenset({"person_pronoun", "first_person", "group_pronoun"})
_NOT = frozenset({"not"})
_TAGGED = 5
_HANGING = frozenset("relative that whether question_word condition_head concession cause reporting_as".split())
_NO_VOICE = frozenset({"condition_head", "question_word", "whether"})


def sources_of(
    passage: Passage, names: Sequence[Name], language: LanguageLexicon, capitals: frozenset[str]
) -> list[Source]:
    """All sources named in the sentence, in order.

    `names` are those of the sentence, `capitals` the lower-case forms of the words that the article writes with a
    capital inside of sentences.
    """
    found = [
        *by_colon(passage, names, language),
        *phrase_sources(passage, names, language),
        *_by_verb(passage, names, language, capitals),
    ]
    at = {source.at for source in found}
    found += [source for source in clause_sources(passage, names, language) if source.at not in at]
    if not found:
        found = list(by_quotation(passage, names, language))
    return sorted(found, key=lambda s: s.at)


def _by_verb(
    passage: Passage, names: Sequence[Name], language: LanguageLexicon, capitals: frozenset[str]
) -> Iterator[Source]:
    verbs = {r.verb for r in passage.readings if r.verb is not None}
    for hit in passage.hits:
        if hit.word_class not in _VERBS or hit.first in verbs or not _finite(passage, hit, language):
            continue
        if hit.word_class == "tag_verb" and not _tags(passage, hit.first):
            continue
        clause = next((c for c in passage.clauses if c.first <= hit.first <= c.last), None)
        if clause is None or not _gives_voice(passage, clause, language):
            continue
        source = _as_it(passage, clause, hit, language) or _subject(passage, clause, hit, names, language, capitals)
        if source is not None:
            yield source


def _tags(passage: Passage, at: int) -> bool:
    """Whether a quotation ends right before the verb or its subject: "“It will,” Ada Hale continued"."""
    return any(token.text in _CLOSING for token in passage.tokens[max(0, at - _TAGGED) : at])


def _gives_voice(passage: Passage, clause: Clause, language: LanguageLexicon) -> bool:
    """Whether who speaks in the clause says what it holds: not in conditions and questions, but behind "where"."""
    of_place = clause.mark == "," and language.has("relative_places", passage.tokens[clause.first].low)
    return of_place or _NO_VOICE.isdisjoint(clause.opener) or "reporting_as" in clause.opener


def _finite(passage: Passage, hit: Hit, language: LanguageLexicon) -> bool:
    """Whether the form is neither an infinitive with its mark nor the participle of a passive."""
    at = hit.first
    before = [t.low for t in passage.tokens[max(0, at - 3) : at]]
    if hit.word_class == "source_verb" and before and language.has("articles", before[-1]):
        return False
    if before and before[-1] == language.morphology.infinitive_mark:
        return False
    low = passage.tokens[at].low
    if language.has("told_what_to_do", low) and _before_infinitive(passage, at, language):
        return False
    if hit.word_class == "say_verb" and language.has("noun_verbs", low) and not _subject_before(passage, at, language):
        return False
    if language.morphology.verb_last:
        clause = next((c for c in passage.clauses if c.first <= at <= c.last), None)
        around = [t.low for t in passage.tokens[clause.first : clause.last + 1]] if clause else before
        closes = clause is None or not any(t.is_word for t in passage.tokens[at + 1 : clause.last + 1])
        if closes and clause is not None and _is_infinitive(passage, clause, at, low, language):
            return False
        passive = any(language.has("passive_finites", b) for b in around)
        return not (passive and (closes or language.is_participle(low)))
    helping = language.any_of("present_auxiliaries", "passive_finites")
    near = [i for i in range(max(0, at - 2), at) if passage.tokens[at - 1].is_word or i == at - 1]
    return not any(passage.tokens[i].low in helping and not (i and is_owner(passage, i - 1)) for i in near)


def _before_infinitive(passage: Passage, at: int, language: LanguageLexicon) -> bool:
    """Whether "to" follows, so that the form is the participle of a headline: "thousands told to leave"."""
    behind = passage.tokens[at + 1 : at + 2]
    return bool(behind) and behind[0].low == language.morphology.infinitive_mark


def _is_infinitive(passage: Passage, clause: Clause, at: int, low: str, language: LanguageLexicon) -> bool:
    """Whether the form that closes a clause is the infinitive of a verb before an aside ("wird, ..., verkünden")."""
    if clause.mark != "," or at - clause.first < _NEXT or not _HANGING.isdisjoint(clause.opener):
        return False
    return language.is_infinitive(low) and any(c.modal for c in passage.clauses if c.last < clause.first)


def _subject_before(passage: Passage, at: int, language: LanguageLexicon) -> bool:
    """Whether a name, a group or a personal pronoun stands directly before a form that is a noun as well."""
    if not at:
        return False
    before = passage.tokens[at - 1]
    pronoun = any(h.first == at - 1 and h.word_class in _PRONOUNS for h in passage.hits)
    helped = before.text == "," or before.low in language.any_of("groups", "perfect_finites", "person_nouns")
    many = language.has("counting", before.low) or (at > 1 and language.has("negated_auxiliaries", before.low))
    low = passage.tokens[at].low
    plural = not language.noun_capitals and before.low.endswith("s") and not low.endswith("s")
    return pronoun or before.is_capital or helped or many or (plural and not language.is_participle(low))


def _subject(
    passage: Passage,
    clause: Clause,
    hit: Hit,
    names: Sequence[Name],
    language: LanguageLexicon,
    capitals: frozenset[str],
) -> Source | None:
    at = hit.first
    before = passage.tokens[at - 1] if at > clause.first else None
    place = by_place(passage, clause, at, names, language)
    if place is not None or any(language.has("no_source", word) for word in _beside(passage, clause, at, language)):
        return place
    if before is not None and at - 1 == clause.first and _lone_subject(before, language, capitals):
        return source_at(passage, at - 1, names, language, at, "verb") or Source(
            None, None, before.text, False, at, "verb"
        )
    source = None if _quoted_before(passage, at) else subject_across(passage, clause, at, names, language)
    close = _right_behind(passage, clause, hit, names, language) if source is None else None
    return close or _around_verb(passage, clause, at, source, names, language)


def _around_verb(
    passage: Passage, clause: Clause, at: int, source: Source | None, names: Sequence[Name], language: LanguageLexicon
) -> Source | None:
    """The subject before the verb, else behind it, else before its clause, where `source` is none yet."""
    paper = quoted_name_before(passage.text, passage.tokens, at - 1, language) if source is None else None
    if paper is not None:
        return Source(None, None, paper, False, at, "verb")
    opens = at == clause.first or (at == clause.first + 1 and not passage.tokens[clause.first].is_word)
    if source is None and not opens:
        source = backward(passage, at - 1, names, language, at, "verb", clause.first)
    if source is None and language.morphology.verb_last:
        source = _unlisted_behind(passage, at, names, language)
    if source is None and (opens or language.morphology.verb_last):
        source = _behind(passage, clause, at, names, language)
    if source is None and opens and at > 1:
        if _quoted_before(passage, at) or _follows_article(passage, at, language):
            return noun_behind(passage, at + 1, names, language, at, "verb")
        source = backward(passage, at - 1, names, language, at, "verb")
    return source


def _as_it(passage: Passage, clause: Clause, hit: Hit, language: LanguageLexicon) -> Source | None:
    """The institution that "it" before a verb of saying means ("it now expects"), no thing that shows something."""
    first = hit.first - 1
    while first > clause.first and language.has("before_verb", passage.tokens[first].low):
        first -= 1
    if first < clause.first or not language.has("body_pronouns", passage.tokens[first].low):
        return None
    says = hit.word_class == "say_verb" and not language.has("figure_verbs", passage.tokens[hit.first].low)
    return Source(None, None, None, True, hit.first, "verb", body=True) if says else None


def _right_behind(
    passage: Passage, clause: Clause, hit: Hit, names: Sequence[Name], language: LanguageLexicon
) -> Source | None:
    """The subject close behind its verb where verbs come second, and not the noun of the verb's own phrase."""
    at = hit.first
    if not language.morphology.verb_last or _person_before(clause, at, names):
        return None
    behind = forward(passage, at + 1, names, language, at, "verb", min(clause.last, at + _NEXT))
    if behind is None or (behind.group and passage.tokens[hit.last].text in behind.group.split()):
        return None
    return behind if _speaks(behind) else None


def _unlisted_behind(passage: Passage, at: int, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """Who stands right behind the verb with an article, if no list of roles and groups knows the noun."""
    known = forward(passage, at + 1, names, language, at, "verb", at + _NEXT)
    found = definite_behind(passage, at, names, language)
    return found if known is None or (found is not None and known.role != found.role) else None


def _follows_article(passage: Passage, at: int, language: LanguageLexicon) -> bool:
    """Whether the subject's article follows a verb of telling behind a comma (", teilte die Bahn mit")."""
    tokens = passage.tokens
    comes = at + 1 < len(tokens) and language.has("subject_articles", tokens[at + 1].low)
    return comes and tokens[at - 1].text == "," and passage.has_at(at, "say")


def _behind(
    passage: Passage, clause: Clause, at: int, names: Sequence[Name], language: LanguageLexicon
) -> Source | None:
    """The subject behind its verb; whom somebody told something is none."""
    bids = not language.morphology.verb_last and not any(token.is_word for token in passage.tokens[:at])
    if bids or language.has("takes_object", passage.tokens[at].low):
        return None
    return forward(passage, at + 1, names, language, at, "verb", clause.last)


def _quoted_before(passage: Passage, at: int) -> bool:
    return any(token.text in _CLOSING for token in passage.tokens[max(0, at - 2) : at])


def _beside(passage: Passage, clause: Clause, at: int, language: LanguageLexicon) -> Iterator[str]:
    """The word before the verb or, where the verb comes before its subject, the one behind it ("ist man ...").

    Who does "not expect" something says so; who does "not say" it does not.
    """
    low = passage.tokens[at - 1].low
    if at > clause.first and not (low in _NOT and language.has("believing", passage.tokens[at].low)):
        yield low
    if at < clause.last and language.morphology.verb_last:
        yield passage.tokens[at + 1].low


def _speaks(source: Source) -> bool:
    """Whether the source is a group or a person, and no mere thing."""
    named = source.name is not None and source.name.person
    return (source.group is not None and source.role is None) or source.pronoun or named


def _person_before(clause: Clause, at: int, names: Sequence[Name]) -> bool:
    return any(n.person and clause.first <= n.first < at for n in names)


def _lone_subject(token: Token, language: LanguageLexicon, capitals: frozenset[str]) -> bool:
    """Whether one capitalised word directly before the verb is its subject ("Israel befürchtet")."""
    return token.is_capital and token.low in capitals and not is_plain_word(token.low, language)
