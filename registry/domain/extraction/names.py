"""Names of people and institutions in a sentence, told by their capitals, titles and roles."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, takewhile
from operator import attrgetter
from typing import NamedTuple

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.speakers.noun_attributes import name_as_subject
from registry.domain.extraction.tokens import Token

_TEXT, _IS_CAPITAL = attrgetter("text"), attrgetter("is_capital")
_APPOSED = 7


class Name(NamedTuple):
    """A name at tokens first..last (inclusive); `roles` are the lower-case roles and titles around it.

    `person` is true where a given name, a role or a title tells that it is nobody's institution.
    """

    text: str
    first: int
    last: int
    roles: tuple[str, ...]
    person: bool

    @property
    def surname(self) -> str:
        """The last word of the name, without a possessive ending."""
        return self.text.split()[-1]


class NameRun(NamedTuple):
    """Capitalised words at tokens first..last (inclusive), the titles around them left out but kept as `roles`.

    `titled` is true where a title or role stands behind them, `doubtful` where the capital may only be that of the
    sentence's first word.
    """

    first: int
    last: int
    roles: tuple[str, ...]
    titled: bool
    doubtful: bool = False


def is_role(word: str, language: LanguageLexicon) -> bool:
    """Whether the lower-case `word` is a role, alone or as the end of a compound ("wirtschaftsminister")."""
    return language.roles[word]


def find_names(
    tokens: Sequence[Token], language: LanguageLexicon, known: frozenset[str] = frozenset()
) -> Iterator[Name]:
    """Runs of capitalised words that can be a name.

    A single word counts only behind a title or role, or when it is among the `known` surnames (lower case).
    """
    return names_in(tokens, name_runs(tokens, language), language, known)


def names_in(
    tokens: Sequence[Token], runs: Iterable[NameRun], language: LanguageLexicon, known: frozenset[str]
) -> Iterator[Name]:
    """The names in the runs of capitalised words, which are looked for only once."""
    for run in runs:
        if not _is_alone(run) or _is_known(tokens[run.last], language, known):
            yield from _name_in(tokens, run, language, known)


def _is_alone(run: NameRun) -> bool:
    """Whether it is one word that nothing beside it tells to be a name."""
    first, last, roles, titled, doubtful = run
    return first == last and (doubtful or not roles or titled)


def _is_known(token: Token, language: LanguageLexicon, known: frozenset[str]) -> bool:
    return bool(known) and plain_surname(token.text, language, known) in known


def name_runs(tokens: Sequence[Token], language: LanguageLexicon) -> Iterator[NameRun]:
    """Each run of capitalised words in which more than titles stands."""
    behind = 0
    starts = list(compress(count(), map(_IS_CAPITAL, tokens)))
    if "-" in "".join(map(_TEXT, tokens)):
        starts = [i for i, token in enumerate(tokens) if token.is_capital or "-" in token.text]
    for i in starts:
        if i < behind or not language.nameable[tokens[i].text]:
            continue
        if not i and _adjective_first(tokens[i], language):
            yield NameRun(0, 0, (), False, doubtful=True)
            continue
        last = _end_of_run(tokens, i, language)
        yield from _untitled(tokens, i, last, language)
        behind = last + 1


def _end_of_run(tokens: Sequence[Token], i: int, language: LanguageLexicon) -> int:
    last = i
    particles = language.any_of("name_particles")
    for j in range(i + 1, min(len(tokens), i + 9)):
        if language.nameable[tokens[j].text]:
            last = j
            continue
        joins = tokens[j].low == "." or tokens[j].low in particles
        if not joins or not _inside_name(tokens, i, j, last, language):
            break
    return last


def _adjective_first(token: Token, language: LanguageLexicon) -> bool:
    """Whether the capital of the sentence's first word may hide an adjective ("Viele Bauern")."""
    if language.titles[token.low]:
        return False
    pattern = language.morphology.adjective
    return (
        pattern is not None and pattern.fullmatch(token.low) is not None and not language.has("given_names", token.low)
    )


def _inside_name(tokens: Sequence[Token], i: int, j: int, last: int, language: LanguageLexicon) -> bool:
    """Whether token j goes on with the name i..last: a particle behind its first word, or an initial's full stop."""
    if tokens[j].text == ".":
        return j == last + 1 and len(tokens[last].text) <= 2
    if language.has("partitive", tokens[j].low) and not language.noun_capitals:
        return j == last + 1 and (i == last or language.has("groups", tokens[last].low))
    words = sum(language.nameable[t.text] and not language.titles[t.low] for t in tokens[i : last + 1])
    if j > last + 1:
        return words == 1 or not language.noun_capitals
    return words == 1 and (language.has("given_names", tokens[last].low) or not language.noun_capitals)


def _untitled(tokens: Sequence[Token], first: int, last: int, language: LanguageLexicon) -> Iterator[NameRun]:
    if first == last:
        if not language.titles[tokens[first].low] and tokens[first].is_word:
            yield NameRun(first, last, _roles_near(tokens, first, last, language), titled=False)
        return
    marked = [i for i in range(first, last + 1) if language.titles[tokens[i].low]]
    start = marked[-1] + 1 if marked and marked[-1] < last else first
    stop = marked[0] - 1 if marked and marked[-1] == last else last
    while start <= stop and not (tokens[start].is_word and language.nameable[tokens[start].text]):
        start += 1
    if start <= stop:
        roles = tuple(tokens[i].low for i in marked) or _roles_near(tokens, first, last, language)
        yield NameRun(start, stop, roles, stop < last)


def _name_in(tokens: Sequence[Token], run: NameRun, language: LanguageLexicon, known: frozenset[str]) -> Iterator[Name]:
    start, stop, roles, titled, doubtful = run
    owned = _is_owned(tokens, start, stop, language)
    stop -= owned
    stop = start if not owned and _owns_what_follows(tokens, start, stop, language, known) else stop
    if start == stop and not known and (doubtful or not roles or titled):
        return
    surname = tokens[stop].low.removesuffix("s") if owned else plain_surname(tokens[stop].text, language, known)
    if start == stop and surname not in known and (doubtful or not roles or titled):
        return
    given = _given_name(tokens, start, stop, language)
    roles += tuple(token.low for token in tokens[start:given])
    start = given
    words = [t.text for t in tokens[start : stop + 1]]
    words[-1] = words[-1][: len(surname)]
    person = bool(roles) or language.has("given_names", words[0].lower()) or surname in known
    if not person and start and start < stop:
        words = name_as_subject(tokens[start - 1].low, words, language)
    yield Name(" ".join(words).replace(" .", "."), start, stop, roles, person)


def _owns_what_follows(
    tokens: Sequence[Token], start: int, stop: int, language: LanguageLexicon, known: frozenset[str]
) -> bool:
    """Whether a known surname in the genitive stands before the noun of what it owns ("nach Lohrs Worten")."""
    low = tokens[start].low
    if start == stop or not language.noun_capitals or not low.endswith("s"):
        return False
    return low[:-1] in known and tokens[stop].low not in known


def _is_owned(tokens: Sequence[Token], start: int, stop: int, language: LanguageLexicon) -> bool:
    """Whether a name in the genitive stands before what its bearer thinks ("Karl Ottes Prognose")."""
    return start < stop and language.has("opinions", tokens[stop].low) and tokens[stop - 1].low.endswith("s")


def _given_name(tokens: Sequence[Token], start: int, stop: int, language: LanguageLexicon) -> int:
    """Where a given name stands behind a capitalised noun, else `start`: "UN-Sondergesandte Karl Otte"."""
    if not language.noun_capitals or language.has("given_names", tokens[start].low):
        return start
    return next((i for i in range(start + 1, stop) if language.has("given_names", tokens[i].low)), start)


def plain_surname(word: str, language: LanguageLexicon, known: frozenset[str]) -> str:
    """The surname in lower case, the German genitive's s taken off where the form without it is known."""
    low = word.lower()
    if low in known or not low.endswith("s"):
        return low
    return low[:-1] if language.noun_capitals and low[:-1] in known else low


def _roles_near(tokens: Sequence[Token], first: int, last: int, language: LanguageLexicon) -> tuple[str, ...]:
    """Roles in lower case before the name, or behind a comma after it ("Jane Doe, chief economist at ...")."""
    near = tokens[max(0, first - 3) : first]
    before = _roles_in(near, language)
    before = _roles_in(_phrase_of(near, language), language) if before else before
    if near and language.has("titles", near[-1].low):
        before.append(near[-1].low)
    elif not before and near and near[-1].text == ",":
        before = _role_before_comma(tokens, first - 1, language)
    if before or last + 1 >= len(tokens) or tokens[last + 1].text != ",":
        return tuple(before)
    if first == last and near and language.has("place_names_behind", near[-1].low):
        return ()
    apposed = takewhile(lambda t: not _speaks(t.low, language), tokens[last + 2 : last + 6])
    return tuple(t.low for t in apposed if is_role(t.low, language))[:1]


def _roles_in(tokens: Sequence[Token], language: LanguageLexicon) -> list[str]:
    roles = language.roles
    return [t.low for t in tokens if not t.is_capital and roles[t.low]]


def _phrase_of(near: Sequence[Token], language: LanguageLexicon) -> Sequence[Token]:
    """What follows the last preposition: "a hydrologist at Stellenbosch" makes no person of the place."""
    return near[next((i for i in range(len(near), 0, -1) if language.has("prepositions", near[i - 1].low)), 0) :]


def _speaks(word: str, language: LanguageLexicon) -> bool:
    """Whether the word behind a name's comma is a verb, so that what follows is no apposition (", sagt der Ökonom")."""
    return language.is_preterite(word) or language.is_finite(word) or language.has("finites", word)


def _role_before_comma(tokens: Sequence[Token], comma: int, language: LanguageLexicon) -> list[str]:
    """The role that a name behind a comma explains ("the chief of the bank, Jane Doe, ...")."""
    for i in range(max(0, comma - _APPOSED), comma):
        if is_role(tokens[i].low, language) and not tokens[i + 1].is_capital and _begins_phrase(tokens, i, language):
            return [tokens[i].low]
    return []


def _begins_phrase(tokens: Sequence[Token], i: int, language: LanguageLexicon) -> bool:
    """Whether an article stands before the role, alone or before one more word."""
    return any(language.has("articles", t.low) for t in tokens[max(0, i - 2) : i])
