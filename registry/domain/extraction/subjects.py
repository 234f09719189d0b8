"""Who or what the verb is about: told apart as far as the claim's nature depends on it."""

from collections.abc import Collection, Sequence

from registry.domain.extraction.clauses import MODAL, Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.word_order import first_constituent

_REACH = 3
_LONGEST = 7
_QUOTING = frozenset('"„“”«»')
_VERBS = MODAL | {"copula", "say_verb", "finite_verb"}
_DEPENDENT = frozenset("relative that whether question_word condition_head concession cause purpose_head".split())
_ORDER = ("first_person", "second_person", "indefinite", "impersonal", "pronoun")
_KINDS = frozenset(_ORDER)


def subject_of(hits: Sequence[Hit], clauses: Sequence[Clause], reading: Reading) -> str:
    """The word class of the subject near the verb: a kind of pronoun, else "noun"."""
    clause = clauses[reading.clause]
    if _KINDS.isdisjoint(clause.classes):
        return "noun"
    first, last = max(clause.first, reading.at - _REACH), min(clause.last, reading.at + _REACH)
    near = {h.word_class for h in hits if first <= h.first <= last}
    return next((name for name in _ORDER if name in near), "noun")


def joining(passage: Passage) -> frozenset[int]:
    """The tokens that join a clause to what was said before: "and", "but"."""
    return frozenset(h.first for h in passage.hits if h.word_class in ("joiner", "contrast"))


def shared_subject(passage: Passage, at: int, language: LanguageLexicon) -> range:
    """The tokens before the future or modal verb at token `at` that name its subject.

    "X gives in and will pay", "the dam, built in 1932, will hold". Empty where another word is at `at`, or where the
    clause before does not plainly begin with a subject.
    """
    number = next((n for n, clause in enumerate(passage.clauses) if clause.first <= at <= clause.last), 0)
    classes = {h.word_class for h in passage.hits if h.first == at}
    if not number or classes.isdisjoint(_VERBS | {"perfect"}):
        return range(0)
    verbs = {h.first for h in passage.hits if h.word_class in _VERBS and passage.tokens[h.first].is_word}
    if _is_inserted(passage.clauses, number, verbs):
        first = passage.clauses[number - 2].first
        return range(first + (first in joining(passage)), at)
    return range(0) if classes.isdisjoint(MODAL) else _subject_before(passage, number, at, verbs, language)


def _subject_before(passage: Passage, number: int, at: int, verbs: Collection[int], language: LanguageLexicon) -> range:
    """The subject with which the clause before clause `number` plainly begins, shared by the verb at token `at`."""
    if not _may_share(passage, number, at, language):
        return range(0)
    # "..., she says, and will ...": who says so comes between.
    before = next((c for c in passage.clauses[number - 1 :: -1] if "say_verb" not in c.classes), None)
    if before is None or _is_dependent(before):
        return range(0)
    openers = joining(passage)
    first = next((i for i in range(before.first, before.last) if i not in openers and passage.tokens[i].is_word), at)
    tokens = passage.tokens[first : before.last + 1]
    if not tokens:
        return range(0)
    if language.morphology.verb_last:
        length = first_constituent(tokens, language)
        closes = 0 < length < len(tokens) and _is_verb(tokens[length].low, first + length in verbs, language)
        return range(first, first + length) if closes else range(0)
    if any(h.word_class in ("relative", "question_word") and first < h.first <= before.last for h in passage.hits):
        return range(0)
    found = (i for i, t in enumerate(tokens[: _LONGEST + 1]) if _is_verb(t.low, first + i in verbs, language))
    return range(first, first + next(found, 0))


def _may_share(passage: Passage, number: int, at: int, language: LanguageLexicon) -> bool:
    """Whether the verb goes on with a clause, and neither a quotation nor a verb in front of its own subject begins.

    "Man könnte klagen, müsste man nicht zahlen" has its own.
    """
    mark = passage.clauses[number].mark
    if mark == ":" or passage.tokens[at - 1].text in _QUOTING:
        return False
    own = language.any_of("lone_subjects", "articles")
    follows = passage.tokens[at + 1].low if at + 1 < len(passage.tokens) else ""
    return not language.morphology.verb_last or mark != "," or follows not in own


def _is_inserted(clauses: Sequence[Clause], number: int, verbs: Collection[int]) -> bool:
    """Whether the clause before, between commas, parts clause `number` from the noun phrase that is its subject."""
    if number < 2 or not clauses[number].mark == clauses[number - 1].mark == ",":
        return False
    clause, subject = clauses[number], clauses[number - 2]
    apart = {"joiner", "contrast", "finite_verb"}.isdisjoint(clause.opener)
    return apart and not _is_dependent(subject) and not any(subject.first <= i <= subject.last for i in verbs)


def _is_dependent(clause: Clause) -> bool:
    """Whether the clause hangs on another; at the start of a sentence "die" is an article and no relative."""
    return not clause.opener.isdisjoint(_DEPENDENT if clause.first else _DEPENDENT - {"relative"})


def _is_verb(word: str, known: bool, language: LanguageLexicon) -> bool:
    return known or language.is_finite(word) or language.is_preterite(word)
