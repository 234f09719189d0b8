"""What a statement says, stripped of how it says it: content words in base form, numbers, and nothing of the hedge."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from registry.domain.extraction.date_values import DateWords
from registry.domain.extraction.dates import find_due_dates

_TOKEN = re.compile(r"\d+(?:[., \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[., \u00a0\u202f]\d{3})+(?:[.,]\d+)?")
_GIVEN_NAME_WEIGHT = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class RepeatWords:
    """Words of one language for comparing claims; see the comments of `registry/lexicon/repeats.toml`.

    `dates` finds the date expressions, which are compared by the due dates and not as words. Two values are the
    same only if they are one object, so that forms can be remembered by it.
    """

    language: str
    empty: frozenset[str]
    denials: frozenset[str]
    particles: frozenset[str]
    opposites: frozenset[frozenset[str]]
    alike: tuple[frozenset[str], ...]
    numbers: Mapping[str, float]
    scales: Mapping[str, float]
    decimal_comma: bool
    dates: DateWords | None


@dataclass(frozen=True, slots=True)
class Term:
    """A content word in base form; a given name before a surname weighs less than the rest."""

    lemma: str
    weight: float


@dataclass(frozen=True, slots=True)
class StatementForm:
    """Content words and numbers of a statement, in its own order, and whether its words deny the event."""

    terms: tuple[Term, ...]
    numbers: tuple[float, ...]
    denied: bool = False


@lru_cache(maxsize=20_000)
def form_of(statement: str, words: RepeatWords) -> StatementForm:
    """The form of a statement: without dates, hedges, denials and function words."""
    tokens = [match.group() for match in _TOKEN.finditer(_without_dates(statement, words))]
    numbers, rest = _numbers(_parted(tokens, words), words)
    lemmas = [_lemma(token, words.language) for token in rest]
    void = words.empty | words.denials
    terms = [
        Term(lemma, _weight(rest, at))
        for at, lemma in enumerate(lemmas)
        if lemma not in void and rest[at].lower() not in void
    ]
    denials = sum(bool({lemma, token.lower()} & words.denials) for lemma, token in zip(lemmas, rest, strict=True))
    return StatementForm(_with_particle(terms, rest, words), numbers, denials % 2 == 1)


def _without_dates(statement: str, words: RepeatWords) -> str:
    if words.dates is None:
        return statement
    for due in reversed(find_due_dates(statement, None, words.dates)):
        statement = statement[: due.start] + " " + statement[due.end :]
    return statement


def _parted(tokens: Sequence[str], words: RepeatWords) -> list[str]:
    """Hyphened words: German ones fall apart ("Alaska-Gipfel"), English ones grow together ("cease-fire")."""
    parted: list[str] = []
    for token in tokens:
        pieces = token.split("-")
        if len(pieces) == 1 or token[0].isdecimal():
            parted.append(token)
        elif words.language == "de":
            parted += [piece for piece in pieces if len(piece) > 1]
        else:
            parted.append("".join(pieces))
    return parted


def _numbers(tokens: Sequence[str], words: RepeatWords) -> tuple[tuple[float, ...], list[str]]:
    """Numbers with their scale ("2,5 Millionen") taken out of the tokens, in ascending order."""
    numbers: list[float] = []
    rest: list[str] = []
    scaled = False
    for at, token in enumerate(tokens):
        value = _value(token, words)
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        if scaled:
            scaled = False
        elif value is not None:
            scaled = following in words.scales
            numbers.append(value * words.scales[following] if scaled else value)
        else:
            rest.append(token)
    return tuple(sorted(numbers)), rest


def _value(token: str, words: RepeatWords) -> float | None:
    if not token[0].isdecimal():
        return words.numbers.get(token.lower()) if token.lower() not in words.empty else None
    plain = token.replace("\u00a0", " ").replace("\u202f", " ")
    groups, decimal = (" .", ",") if words.decimal_comma else (" ,", ".")
    if _GROUPED.fullmatch(token):
        plain = "".join(mark for mark in plain if mark not in groups)
    plain = plain.replace(decimal, ".").replace(",", ".")
    return float(plain if plain.count(".") < 2 else plain.replace(".", ""))


@lru_cache(maxsize=20_000)
def _lemma(token: str, language: str) -> str:
    """The base form, lower case; a word that the dictionary does not know stays as it is."""
    bare = token.replace("’", "'").removesuffix("'s")
    return simplemma.lemmatize(bare, lang=language).lower()


def _weight(tokens: Sequence[str], at: int) -> float:
    """A capitalised word before another capitalised one is likely a given name or a title."""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    return _GIVEN_NAME_WEIGHT if tokens[at][0].isupper() and following[:1].isupper() else 1.0


def _with_particle(terms: list[Term], tokens: Sequence[str], words: RepeatWords) -> tuple[Term, ...]:
    """Join a verb with the prefix at the end of a German main clause: "stimmt … zu" becomes "zustimmen"."""
    last = tokens[-1].lower() if tokens else ""
    if last not in words.particles:
        return tuple(terms)
    kept = [term for term in terms if term.lemma != last]
    for at, term in enumerate(kept):
        joined = last + term.lemma
        if term.lemma.endswith("n") and simplemma.is_known(joined, lang=words.language):
            kept[at] = Term(joined, term.weight)
            break
    return tuple(kept)
