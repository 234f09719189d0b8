"""Phrases of word classes, and an index that finds them all in one pass.

A *word class* is a name such as `future` or `fear` with the phrases that carry it. A phrase is one or more
lower-case words; in it `stem*` stands for any ending, `a|b` for either word, `...` for up to twelve words between,
within the clause, and a capital first letter asks for a capitalised word (a German noun).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from registry.domain.extraction.remembering import Memory
from registry.domain.extraction.tokens import Token

_GAP = "..."
_WIDEST_GAP = 12
_SHORTEST_STEM, _LONGEST_STEM = 3, 30
_MARKS = ".,;:!?…()[]{}<>*_#|/\"„“”«»‚‘’'–—"
_GAP_ENDS = frozenset(",;:.!?")
_LOW, _TEXT = attrgetter("low"), attrgetter("text")
_REOPENS = frozenset(':"„“«»')


class Hit(NamedTuple):
    """A phrase of a word class found at tokens first..last (inclusive)."""

    word_class: str
    first: int
    last: int


class _Word(NamedTuple):
    """One word behind the first with its alternatives, at most `gap` words later; `nouns` must have a capital."""

    gap: int
    words: frozenset[str]
    nouns: frozenset[str]
    stems: tuple[str, ...]
    noun_stems: tuple[str, ...]


class _Phrase(NamedTuple):
    """The words after the first; one of `needs` must stand in the sentence unless none is spelt out."""

    word_class: str
    rest: tuple[_Word, ...]
    needs: frozenset[str]


class _Start(NamedTuple):
    """The phrases that a word begins: alone, with one of the words right behind it, or with words further on."""

    alone: tuple[str, ...]
    followed: Mapping[str, tuple[_Phrase, ...]]
    loose: tuple[_Phrase, ...]


_NO_START = _Start((), {}, ())


def _fits(word: _Word, token: Token) -> bool:
    low = token.low
    if low in word.words or (word.stems and low.startswith(word.stems)):
        return True
    return token.is_capital and (low in word.nouns or low.startswith(word.noun_stems))


def _end_of(rest: tuple[_Word, ...], tokens: Sequence[Token], at: int) -> int | None:
    """Index of the last token when `rest` follows from token `at` on, else None."""
    for word in rest:
        found = _next_fit(word, tokens, at)
        if found is None:
            return None
        at = found + 1
    return at - 1


def _next_fit(word: _Word, tokens: Sequence[Token], at: int) -> int | None:
    """First token that fits, near enough behind `at` and not behind a mark that ends a clause."""
    for i in range(at, min(len(tokens), at + word.gap + 1)):
        if _fits(word, tokens[i]):
            return i
        if tokens[i].low in _GAP_ENDS:
            return None
    return None


def _opening(texts: Sequence[str]) -> list[int]:
    """Where a capital may be that of any word: at the start and behind a mark that begins anew."""
    if _REOPENS.isdisjoint(texts):
        return [0] if texts else []
    return [0, *(i for i, text in enumerate(texts[:-1], 1) if text in _REOPENS)]


def _longer(start: _Start, tokens: Sequence[Token], i: int, present: set[str]) -> list[Hit]:
    """The phrases of more than one word that begin at token i; `present` takes the words of the sentence."""
    follows = start.followed.get(tokens[i + 1][1], ()) if i + 1 < len(tokens) else ()
    if not present:
        present.update(map(_LOW, tokens))
    hits = []
    for word_class, rest, needs in (*follows, *start.loose):
        if needs and needs.isdisjoint(present):
            continue
        if (last := _end_of(rest, tokens, i + 1)) is not None:
            hits.append(Hit(word_class, i, last))
    return hits


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Finds the phrases of many word classes in one pass; the time is linear in the number of tokens."""

    exact: Mapping[str, "_Head"]
    stems: Mapping[str, "_Head"]
    noun_capitals: bool
    _stems_by_head: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _low_stems: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _heads: frozenset[str] = field(init=False, repr=False, compare=False)
    _opening: Memory[_Start] = field(init=False, repr=False, compare=False)
    _needs: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _needs_seen: Memory[tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _inside: Memory[_Start] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the stems by their first letters, shorter ones first: most words begin like none of them."""
        by_head: dict[str, list[str]] = {}
        able = [stem for stem in self.stems if _SHORTEST_STEM <= len(stem) <= _LONGEST_STEM]
        for stem in sorted(able, key=len):
            by_head.setdefault(stem[:_SHORTEST_STEM], []).append(stem)
        object.__setattr__(self, "_stems_by_head", {head: tuple(stems) for head, stems in by_head.items()})
        low: dict[str, tuple[str, ...]] = {}
        for head, stems in by_head.items():
            low[head.lower()] = (*low.get(head.lower(), ()), *(stem.lower() for stem in stems))
        object.__setattr__(self, "_low_stems", low)
        object.__setattr__(self, "_heads", frozenset(map(str.lower, self.exact)))
        object.__setattr__(self, "_needs_seen", Memory(self._needs_behind))
        object.__setattr__(self, "_opening", Memory(partial(self._start, opens=True)))
        object.__setattr__(self, "_inside", Memory(partial(self._start, opens=False)))

    def may_hold(self, text: str) -> bool:
        """Whether a phrase can stand in the text at all: a look at its words that costs less than reading them."""
        low = text.lower().replace("’", "'")
        words = set(low.replace("-", " ").split())
        return any(need in low for needs in map(self._needs_seen.__getitem__, words) if needs for need in needs)

    def _needs_behind(self, word: str) -> tuple[str, ...]:
        """The words of which one must follow a word for a phrase to begin with it, "" where none need."""
        if not self._needs:
            self._needs.update(_needs_of(self.exact, self.stems))
        word = word.strip(_MARKS)
        needs = self._needs.get(word, ()) if word else ()
        return (*needs, "") if word.startswith(self._needs[""]) else needs

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """Every hit, ordered by its first token."""
        hits: list[Hit] = []
        make = tuple.__new__  # Hit(...) goes through one more call, and there are very many hits
        texts = list(map(_TEXT, tokens))
        present: set[str] = set()
        starts = list(map(self._inside.__getitem__, texts))
        for i in _opening(texts):
            starts[i] = self._opening[texts[i]]
        for i, start in enumerate(starts):
            if start is _NO_START:
                continue
            for word_class in start.alone:
                hits.append(make(Hit, (word_class, i, i)))  # noqa: PERF401 - a comprehension is one more call
            if start.loose or (i + 1 < len(tokens) and tokens[i + 1].low in start.followed):
                hits += _longer(start, tokens, i, present)
        return hits

    def _start(self, text: str, opens: bool) -> "_Start":
        low = text.lower().replace("’", "'")
        if low not in self._heads and not low.startswith(self._low_stems.get(low[:_SHORTEST_STEM], ())):
            return _NO_START  # as most words
        heads = self._look_up(text, low, opens)
        if len(heads) < 2:
            return heads[0].start if heads else _NO_START
        return _start_of({id(phrase): phrase for head in heads for phrase in head.phrases}.values())

    def _look_up(self, text: str, low: str, opens: bool) -> list["_Head"]:
        capital = text[0].isupper()
        forms = [low] if not capital or opens or not self.noun_capitals else []
        if capital:
            forms.append(low[:1].upper() + low[1:])
        found = [self.exact[form] for form in forms if form in self.exact]
        for form in forms:
            stems = self._stems_by_head.get(form[:_SHORTEST_STEM], ())
            found += [self.stems[stem] for stem in stems if form.startswith(stem)]
        return found


class _Head:
    """The phrases that one word or stem begins, told apart once, since many words begin with one stem."""

    def __init__(self, phrases: Sequence[_Phrase]) -> None:
        self.phrases = tuple(phrases)

    @cached_property
    def start(self) -> _Start:
        return _start_of(self.phrases)


def _start_of(phrases: Collection[_Phrase]) -> _Start:
    alone, followed, loose = [], defaultdict[str, list[_Phrase]](list), []
    for phrase in phrases:
        if not phrase.rest:
            alone.append(phrase.word_class)
        elif phrase.rest[0].gap or phrase.rest[0].stems or phrase.rest[0].noun_stems:
            loose.append(phrase)
        else:
            for word in phrase.rest[0].words | phrase.rest[0].nouns:
                followed[word].append(phrase)
    return _Start(tuple(alone), {word: tuple(those) for word, those in followed.items()}, tuple(loose))


def _needs_of(exact: Mapping[str, _Head], stems: Mapping[str, _Head]) -> dict[str, tuple[str, ...]]:
    """By lower-case first word the words of which one must follow it; under "" the beginnings of first words."""
    needs: dict[str, tuple[str, ...]] = {"": tuple(stem.lower() for stem in stems)}
    for word, head in exact.items():
        spelt = [need for phrase in head.phrases for need in phrase.needs or ("",)]
        needs[word.lower()] = (*needs.get(word.lower(), ()), *spelt)
    return needs


def build_index(classes: Mapping[str, Iterable[str]], noun_capitals: bool) -> PhraseIndex:
    """Index of phrases by their first word. Raises ValueError for a phrase that begins with a gap or is empty."""
    exact: dict[str, list[_Phrase]] = {}
    stems: dict[str, list[_Phrase]] = {}
    for word_class, phrases in classes.items():
        for phrase in phrases:
            words = phrase.split()
            if not words or words[0] == _GAP:
                raise ValueError(f"{word_class}: a phrase needs a first word: {phrase!r}")
            read = _phrase(word_class, words[1:])
            for first in words[0].split("|"):
                home, key = (stems, first[:-1]) if first.endswith("*") else (exact, first)
                home.setdefault(key, []).append(read)
    return PhraseIndex({k: _Head(v) for k, v in exact.items()}, {k: _Head(v) for k, v in stems.items()}, noun_capitals)


def _phrase(word_class: str, words: Sequence[str]) -> _Phrase:
    rest = tuple(_word(word, after=before) for before, word in pairwise(["", *words]) if word != _GAP)
    spelt = [word for word in rest if not word.stems and not word.noun_stems]
    return _Phrase(word_class, rest, spelt[-1].words | spelt[-1].nouns if spelt else frozenset())


def _word(word: str, after: str) -> _Word:
    """One word of a phrase with its alternatives, read once so that a token is held against all of them at a time."""
    ways = word.split("|")
    nouns = [way for way in ways if way[0].isupper()]
    return _Word(
        _WIDEST_GAP if after == _GAP else 0,
        frozenset(way for way in ways if way not in nouns and not way.endswith("*")),
        frozenset(way.lower() for way in nouns if not way.endswith("*")),
        tuple(way[:-1] for way in ways if way not in nouns and way.endswith("*")),
        tuple(way[:-1].lower() for way in nouns if way.endswith("*")),
    )
