"""The words of a language as frozen values: an argument of every function here, never a global."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from re import Pattern

from registry.domain.extraction.phrases import PhraseIndex, build_index
from registry.domain.extraction.remembering import Memory, remembered

_NONE: frozenset[str] = frozenset()
_TAIL = 3
_LONGEST_ROLE = 50
_ROLE_ENDINGS = ("", ("n", "s"), ("en", "es"), "nen")
_LAST_OF_ENDINGS = ("n", "s")


@dataclass(frozen=True, slots=True)
class Morphology:
    """How verb forms look in a language; patterns match whole lower-case words.

    `verb_last` says that governed verbs close the clause (German); `infinitive_mark` is the word before an infinitive
    that no finite verb governs ("zu").
    """

    verb_last: bool = False
    infinitive_mark: str = ""
    infinitive: Pattern[str] | None = None
    participle: Pattern[str] | None = None
    preterite: Pattern[str] | None = None
    finite: Pattern[str] | None = None
    adjective: Pattern[str] | None = None
    subjunctive: Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class LanguageLexicon:
    """One language: the index of its word classes, plain sets of words, and the forms of its verbs.

    `margins` finds the words of what surrounds an article: notices, credits, lists of further reading.
    """

    code: str
    index: PhraseIndex
    words: Mapping[str, frozenset[str]]
    noun_capitals: bool
    morphology: Morphology
    groups_seen: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    roles: Memory[bool] = field(init=False, repr=False, compare=False)
    titles: Memory[bool] = field(init=False, repr=False, compare=False)
    nameable: Memory[bool] = field(init=False, repr=False, compare=False)
    participles: Memory[bool] = field(init=False, repr=False, compare=False)
    preterites: Memory[bool] = field(init=False, repr=False, compare=False)
    margins: PhraseIndex = field(default_factory=lambda: build_index({}, noun_capitals=False), repr=False)
    indicatives_seen: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    direct_forms: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    direct_tails: set[str] = field(default_factory=set, repr=False, compare=False)
    tails: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    unions: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Begin to remember what is asked of very many words; `nameable` knows them as they are written."""
        asked = {
            "roles": self._is_role,
            "titles": lambda word: self.has("titles", word) or self.roles[word],
            "nameable": self._can_name,
            "participles": self._is_participle,
            "preterites": self._is_preterite,
        }
        for name, ask in asked.items():
            object.__setattr__(self, name, Memory(ask))

    def has(self, word_set: str, word: str) -> bool:
        """Whether the lower-case `word` is in the plain set `word_set` of the language file."""
        return word in self.words.get(word_set, _NONE)

    def any_of(self, *word_sets: str) -> frozenset[str]:
        """The words of several plain sets together."""
        joined = self.unions.get(word_sets)
        if joined is None:
            joined = self.unions[word_sets] = _NONE.union(*(self.words.get(name, _NONE) for name in word_sets))
        return joined

    def tails_of(self, word_set: str) -> frozenset[str]:
        """The last letters of the words of a plain set: a quick look before all endings of a word are tried."""
        tails = self.tails.get(word_set)
        if tails is None:
            tails = self.tails[word_set] = frozenset(known[-_TAIL:] for known in self.words.get(word_set, _NONE))
        return tails

    def may_end(self, word: str, word_set: str) -> bool:
        """Whether the lower-case `word` ends like one of a plain set."""
        return word[-_TAIL:] in self.tails_of(word_set)

    def is_infinitive(self, word: str) -> bool:
        """Whether the lower-case `word` looks like an infinitive."""
        return self._looks(self.morphology.infinitive, word, "not_infinitives")

    def is_participle(self, word: str) -> bool:
        """Whether the lower-case `word` is listed as a past participle or looks like one."""
        return self.participles[word]

    def is_preterite(self, word: str) -> bool:
        """Whether the lower-case `word` is listed as a past tense or looks like one."""
        return self.preterites[word]

    def _is_participle(self, word: str) -> bool:
        return self.has("participles", word) or self._looks(self.morphology.participle, word, "not_participles")

    def _is_preterite(self, word: str) -> bool:
        looks = self._looks(self.morphology.preterite, word, "not_preterites")
        return looks or self.has("preterites", word) or self._prefixed_preterite(word)

    def _prefixed_preterite(self, word: str) -> bool:
        """Whether a listed past tense stands behind a prefix ("unterging"); not so a participle ("vertrieben")."""
        if self.has("participles", word) or self.has("not_preterites", word):
            return False
        if not self.may_end(word, "preterites"):
            return False
        prefixes = [word[:cut] for cut in range(1, len(word)) if self.has("preterites", word[cut:])]
        if not self.any_of("separable").isdisjoint(prefixes):
            return not (self.is_participle(word) and word.endswith("en"))
        return not self.any_of("inseparable").isdisjoint(prefixes) and not word.endswith("en")

    def is_adjective(self, word: str) -> bool:
        """Whether the lower-case `word` looks like an adjective before its noun."""
        return self._looks(self.morphology.adjective, word, "not_adjectives")

    def is_subjunctive(self, word: str) -> bool:
        """Whether the lower-case `word` looks like a subjunctive, or a plural, and is none of the small words."""
        closed = self.any_of("noun_openers", "function_words", "prepositions", "articles", "not_infinitives")
        return self._looks(self.morphology.subjunctive, word, "not_adjectives") and word not in closed

    def indicative(self, word: str) -> str:
        """The form that says directly what the lower-case `word` reports ("werde": "wird"); "" where there is none."""
        known = self.indicatives_seen.get(word)
        if known is None:
            known = remembered(self.indicatives_seen, word, self._direct(word))
        return known

    def _direct(self, word: str) -> str:
        if not self.direct_forms:
            pairs = sorted(self.words.get("indicatives", _NONE), reverse=True)
            self.direct_forms.update({"": ""} | dict(pair.split() for pair in pairs))
            self.direct_tails.update(form[-_TAIL:] for form in self.direct_forms)
        if word in self.direct_forms:
            return self.direct_forms[word]
        if word[-_TAIL:] not in self.direct_tails:
            return ""
        able = [cut for cut in range(1, len(word)) if self.has("separable", word[:cut])]
        return next((word[:cut] + told for cut in able if (told := self.direct_forms.get(word[cut:], ""))), "")

    def is_finite(self, word: str) -> bool:
        """Whether the lower-case `word` looks like a verb in the third person of the present."""
        return self.has("finites", word) or self._looks(self.morphology.finite, word, "not_finites")

    def may_be_finite(self, word: str) -> bool:
        """Whether the lower-case `word` is an auxiliary or looks like a finite verb."""
        return self.has("auxiliaries", word) or self.is_finite(word)

    def _is_role(self, word: str) -> bool:
        """Whether a word is a role, alone or as the end of a compound, also in the plural and the genitive."""
        if len(word) > _LONGEST_ROLE:
            return False
        suffixes = self.any_of("role_suffixes")
        forms = [word]
        if word.endswith(_LAST_OF_ENDINGS):
            forms += [word[:-cut] for cut in (1, 2, 3) if word.endswith(_ROLE_ENDINGS[cut])]
        if not suffixes.isdisjoint(forms):
            return True
        if not self.noun_capitals:
            return "-" in word and word.rsplit("-", 1)[1] in suffixes
        tails = self.tails_of("role_suffixes")
        forms = [form for form in forms if form[-_TAIL:] in tails]
        return not suffixes.isdisjoint([form[cut:] for form in forms for cut in range(1, len(form) - 3)])

    def _can_name(self, text: str) -> bool:
        """Whether a word as it is written can be part of a name."""
        if not (text[0].isupper() or text.rpartition("-")[2][:1].isupper()):
            return False
        low = text.lower().replace("’", "'")
        return low not in self.any_of("not_names", "prepositions", "articles", "function_words")

    def _looks(self, pattern: Pattern[str] | None, word: str, exceptions: str) -> bool:
        return pattern is not None and pattern.fullmatch(word) is not None and not self.has(exceptions, word)
