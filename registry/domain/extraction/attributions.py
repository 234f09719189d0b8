"""Who is named in a sentence as the source of what it says: "sagte X", "laut X", "X expects", "X zufolge"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name, is_role
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.tokens import Token

_REACH = 8
_BACK = 12
_CLOSE = 4
_NEXT = 3
_MEASURE = 4
_NO_VOICE = frozenset({"condition_head", "question_word", "whether"})


class Source(NamedTuple):
    """A source named at tokens first..last: a `name`, else a `role` (one word), a `group` (its words) or a pronoun.

    `at` is the token of the word that makes it one (the verb, "laut"); `how` is "verb", "before" or "after".
    """

    name: Name | None
    role: str | None
    group: str | None
    pronoun: bool
    at: int
    how: str


def sources_of(
    passage: Passage, names: Sequence[Name], language: LanguageLexicon, capitals: frozenset[str]
) -> list[Source]:
    """All sources named in the sentence, in order.

    `names` are those of the sentence, `capitals` the lower-case forms of the words that the article writes with a
    capital inside of sentences.
    """
    found = [*_by_preposition(passage, names, language), *_by_verb(passage, names, language, capitals)]
    return sorted(found, key=lambda s: s.at)


def _by_preposition(passage: Passage, names: Sequence[Name], language: LanguageLexicon) -> Iterator[Source]:
    for hit in passage.hits:
        if hit.word_class == "source_before":
            if language.has("so_words", passage.tokens[hit.first].low) and not _so_names(passage, hit.last, language):
                continue
            source = _forward(passage, hit.last + 1, names, language, hit.first, "before")
        elif hit.word_class == "source_after":
            source = _backward(passage, hit.first - 1, names, language, hit.first, "after")
        else:
            continue
        if source is not None:
            yield source


def _so_names(passage: Passage, at: int, language: LanguageLexicon) -> bool:
    """German "so" names a source only behind a mark or at the end: ", so der Minister"."""
    tokens = passage.tokens
    if at + 1 >= len(tokens) or (at and tokens[at - 1].is_word):
        return False
    follows = tokens[at + 1]
    return follows.is_capital or language.has("articles", follows.low)


def _by_verb(
    passage: Passage, names: Sequence[Name], language: LanguageLexicon, capitals: frozenset[str]
) -> Iterator[Source]:
    verbs = {r.verb for r in passage.readings if r.verb is not None}
    for hit in passage.hits:
        if hit.word_class != "say_verb" or hit.first in verbs or not _finite(passage, hit.first, language):
            continue
        clause = next((c for c in passage.clauses if c.first <= hit.first <= c.last), None)
        if clause is None or not _NO_VOICE.isdisjoint(clause.opener):
            continue
        source = _subject(passage, clause, hit.first, names, language, capitals)
        if source is not None:
            yield source


def _finite(passage: Passage, at: int, language: LanguageLexicon) -> bool:
    """Whether the form is neither an infinitive with its mark nor the participle of a passive."""
    before = [t.low for t in passage.tokens[max(0, at - 3) : at]]
    if before and before[-1] == language.morphology.infinitive_mark:
        return False
    low = passage.tokens[at].low
    if language.has("noun_verbs", low) and not _subject_before(passage, at, language):
        return False
    if language.morphology.verb_last:
        clause = next((c for c in passage.clauses if c.first <= at <= c.last), None)
        around = [t.low for t in passage.tokens[clause.first : clause.last + 1]] if clause else before
        closes = clause is None or not any(t.is_word for t in passage.tokens[at + 1 : clause.last + 1])
        passive = any(language.has("passive_finites", b) for b in around)
        return not (passive and (closes or language.is_participle(low)))
    return not any(language.has("present_auxiliaries", b) or language.has("passive_finites", b) for b in before[-2:])


def _subject_before(passage: Passage, at: int, language: LanguageLexicon) -> bool:
    """Whether a name, a group or a personal pronoun stands directly before a form that is a noun as well."""
    if not at:
        return False
    before = passage.tokens[at - 1]
    pronoun = any(h.first == at - 1 and h.word_class in ("person_pronoun", "first_person") for h in passage.hits)
    return pronoun or before.is_capital or language.has("groups", before.low)


def _subject(
    passage: Passage,
    clause: Clause,
    at: int,
    names: Sequence[Name],
    language: LanguageLexicon,
    capitals: frozenset[str],
) -> Source | None:
    before = passage.tokens[at - 1] if at > clause.first else None
    if before is not None and language.has("no_source", before.low):
        return None
    if before is not None and at - 1 == clause.first and _lone_subject(before, language, capitals):
        return _source_at(passage, at - 1, names, language, at, "verb") or Source(
            None, None, before.text, False, at, "verb"
        )
    behind = _forward(passage, at + 1, names, language, at, "verb", min(clause.last, at + _NEXT))
    if language.morphology.verb_last and _speaks(behind) and not _person_before(clause, at, names):
        return behind
    opens = at == clause.first or (at == clause.first + 1 and not passage.tokens[clause.first].is_word)
    if not opens:
        source = _backward(passage, at - 1, names, language, at, "verb", clause.first)
        if source is not None:
            return source
    source = _forward(passage, at + 1, names, language, at, "verb", clause.last)
    if source is None and opens and at > 1:
        source = _backward(passage, at - 1, names, language, at, "verb")
    return source


def _speaks(source: Source | None) -> bool:
    """Whether the source is a group or a person, and no mere thing."""
    return source is not None and (source.group is not None or (source.name is not None and source.name.person))


def _person_before(clause: Clause, at: int, names: Sequence[Name]) -> bool:
    return any(n.person and clause.first <= n.first < at for n in names)


def _forward(
    passage: Passage,
    start: int,
    names: Sequence[Name],
    language: LanguageLexicon,
    at: int,
    how: str,
    stop: int | None = None,
) -> Source | None:
    """The noun phrase that begins at or soon behind token `start`."""
    tokens = passage.tokens
    end = min(len(tokens) - 1, start + _REACH, stop if stop is not None else len(tokens))
    for i in range(start, end + 1):
        if i > start and (tokens[i].text in ",;:" or language.has("prepositions", tokens[i].low)):
            break
        source = _source_at(passage, i, names, language, at, how)
        if source is not None:
            return source
    return None


def _backward(
    passage: Passage,
    start: int,
    names: Sequence[Name],
    language: LanguageLexicon,
    at: int,
    how: str,
    floor: int = 0,
) -> Source | None:
    """The noun phrase nearest before token `start`, names before roles before groups before pronouns."""
    low = max(floor, start - (_CLOSE if how == "after" else _BACK))
    if how == "after":
        return next(
            (s for i in range(start, low, -1) if (s := _source_at(passage, i, names, language, at, how))),
            None,
        )
    inside = [n for n in names if low <= n.first and n.last <= start and not _oblique(passage, n.first, language)]
    if inside:
        return Source(inside[0], None, None, False, at, how)
    for i in range(low, start + 1):
        source = _source_at(passage, i, names, language, at, how)
        if source is not None and source.name is None and not _oblique(passage, i, language):
            return source
    if start >= floor and not any(n.first <= start <= n.last for n in names):
        found = _noun_before(passage, start, language, at)
        if found is not None:
            return found
    earlier = [n for n in names if n.person and n.last < floor and not _oblique(passage, n.first, language)]
    return Source(earlier[-1], None, None, False, at, how) if earlier else None


def _noun_before(passage: Passage, i: int, language: LanguageLexicon, at: int) -> Source | None:
    """A noun directly before the verb, whatever it means: "Kritiker warnen", "many commentators believe"."""
    token = passage.tokens[i]
    if (
        _oblique(passage, i, language)
        or _plain_word(token.low, language)
        or not token.is_word
        or language.has("no_source", token.low)
    ):
        return None
    if any(t.text[0].isdigit() for t in passage.tokens[max(0, i - _MEASURE) : i]):
        return None
    noun = token.is_capital if language.noun_capitals else token.low.endswith("s") and len(token.low) > 3
    return Source(None, None, _group_words(passage, i, language), False, at, "verb") if noun else None


def _oblique(passage: Passage, first: int, language: LanguageLexicon) -> bool:
    """Whether a preposition stands before the name, so that it is not the subject ("in Berlin")."""
    before = [t.low for t in passage.tokens[max(0, first - 2) : first]]
    return any(language.has("prepositions", b) or language.has("oblique_articles", b) for b in before[-1:] + before[:1])


def _source_at(
    passage: Passage, i: int, names: Sequence[Name], language: LanguageLexicon, at: int, how: str
) -> Source | None:
    token = passage.tokens[i]
    name = next((n for n in names if n.first - len(n.roles) <= i <= n.last), None)
    if name is not None:
        return Source(name, None, None, False, at, how)
    role = is_role(token.low, language) and (token.is_capital or not language.noun_capitals)
    if role and i and language.has("one_of_them", passage.tokens[i - 1].low):
        return Source(None, token.low, None, False, at, how)
    if language.has("groups", token.low):
        return Source(None, None, _group_words(passage, i, language), False, at, how)
    if role:
        return Source(None, token.low, None, False, at, how)
    if any(h.first == i and h.word_class == "person_pronoun" for h in passage.hits):
        return Source(None, None, None, True, at, how)
    return None


def _group_words(passage: Passage, i: int, language: LanguageLexicon) -> str:
    """The group with the adjective or place that stands directly before it ("Tory MPs", "russische Experten")."""
    tokens = passage.tokens
    first = i
    verbs = {h.first for h in passage.hits if h.word_class == "say_verb"}
    while first > max(0, i - 2) and first - 1 not in verbs and _attributive(tokens[first - 1], language):
        first -= 1
    last = i
    if (
        i + 2 < len(tokens)
        and language.has("and_words", tokens[i + 1].low)
        and language.has("groups", tokens[i + 2].low)
    ):
        last = i + 2
    return passage.text[tokens[first].start : tokens[last].end]


def _lone_subject(token: Token, language: LanguageLexicon, capitals: frozenset[str]) -> bool:
    """Whether one capitalised word directly before the verb is its subject ("Israel befürchtet")."""
    return token.is_capital and token.low in capitals and not _plain_word(token.low, language)


def _plain_word(word: str, language: LanguageLexicon) -> bool:
    return word in language.any_of("function_words", "articles", "prepositions", "not_sources", "person_pronouns")


def _attributive(token: Token, language: LanguageLexicon) -> bool:
    """Whether the word before a group belongs to its name."""
    plain = language.any_of("articles", "prepositions", "not_names", "function_words")
    return token.is_word and token.low not in plain
