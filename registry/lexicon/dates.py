"""Reads the date words of a language (`dates_*.toml`) into frozen values."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from registry.domain.errors import Invalid
from registry.domain.extraction.date_tokens import DIGITS
from registry.domain.extraction.date_values import DateRule, DateWords, Element, Frame
from registry.domain.extraction.dates import MAKERS

_HERE = Path(__file__).parent
_FRAME_KINDS = frozenset({"in", "by", "before", "after", "from", "since", "within", "span", "part", "bare", "around"})
_NUMBER_CLASSES = frozenset({"DAY", "MON", "YEAR", "COUNT", "YY", "NTH"})

_WORDS = (
    "capitalised", "lower_case", "glue", "joiners", "counted", "reports", "conditions", "futures", "weather",
    "auxiliaries", "superlatives", "pasts", "compared", "not_compared", "day_verbs", "day_followers",
    "leading_over", "sequence", "main_verbs", "beginnings", "passives", "hanging", "joining", "indefinite",
)  # fmt: skip
_PHRASES = (
    "later", "back", "back_to_day", "previews", "after", "past_endings", "not_before", "no_conditions", "percent",
    "lasting",
)  # fmt: skip


@cache
def load_date_words(language: str, folder: Path = _HERE) -> DateWords:
    """The date words of a language ("de", "en"). Raises Invalid where there are none or they are faulty."""
    path = folder / f"dates_{language}.toml"
    if not path.is_file():
        raise Invalid(f"There are no date words for the language {language!r}; {path.name} would hold them.")
    try:
        return read_date_words(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as fault:
        raise Invalid(f"{path.name} does not hold date words: {fault}") from fault


def read_date_words(data: Mapping[str, Any]) -> DateWords:
    """Date words from parsed TOML, rules with the narrowest frames first.

    Raises ValueError for a rule with an unknown maker, frame or word class, KeyError for a missing table.
    """
    lists: dict[str, Any] = {name: frozenset(data[name]) for name in _WORDS}
    lists |= {name: tuple(data[name]) for name in _PHRASES}
    classes = {name: dict(_expanded(table)) for name, table in data["classes"].items()}
    for name, suffix in product(list(classes["WEEKDAY"]), data["weekday_suffixes"]):
        classes["WEEKDAY"][name + suffix] = classes["WEEKDAY"][name]
    rules = [_rule(name, row, classes) for name, row in data["rules"].items()]
    rules += [rule for words, name in data["holidays"].items() for rule in _holiday_rules(words, name)]
    frames = tuple(_frames(data))
    return DateWords(
        language=data["language"],
        classes=classes,
        frames=_by_first_word(frames),
        rules=tuple(sorted(rules, key=lambda rule: len(rule.frames))),
        openers=_openers(rules, frames, classes),
        year_references=_by_opening(data["year_references"]),
        unless_followed={word: frozenset(after) for word, after in data["unless_followed"].items()},
        next_is_following_week=bool(data["next_is_following_week"]),
        loose=dict(data["loose"]),
        **lists,
    )


def _by_opening(references: Mapping[str, int]) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    grouped: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for words, distance in references.items():
        grouped.setdefault(words.split()[0], []).append((tuple(words.split()), distance))
    return {word: tuple(group) for word, group in grouped.items()}


def _expanded(table: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Each ending after the first bar: "tag||e" gives tag and tage, "nächst|e|en" nächste and nächsten."""
    for pattern, value in table.items():
        stem, *endings = pattern.split("|")
        for ending in endings or [""]:
            yield stem + ending, value


def _rule(name: str, row: list[str], classes: Mapping[str, Any]) -> DateRule:
    maker, pattern, where = row
    make, _, argument = maker.partition(":")
    if make not in MAKERS:
        raise ValueError(f"rule {name} names the unknown maker {make}")
    frames = frozenset(where.split()) - {"with-year"}
    if frames == {"bare"}:
        frames = _FRAME_KINDS
    elif frames == {"bare-only"}:
        frames = frozenset({"bare"})
    if unknown := frames - _FRAME_KINDS:
        raise ValueError(f"rule {name} names unknown frames {sorted(unknown)}")
    elements = tuple(_element(word, name, classes) for word in pattern.split())
    if "in" in frames:
        frames |= {"range"} if elements[0].word_class == "YEAR" else {"range", "around"}
    return DateRule(name, make, elements, frames, "with-year" in where, argument)


def _element(word: str, rule: str, classes: Mapping[str, Any]) -> Element:
    optional = word.endswith("?")
    body = word.removesuffix("?")
    if not body.isupper():
        return Element(frozenset(body.split("|")), "", optional)
    if body not in classes and body not in _NUMBER_CLASSES:
        raise ValueError(f"rule {rule} uses the unknown word class {body}")
    return Element(frozenset(), body, optional)


def _holiday_rules(words: str, name: str) -> Iterator[DateRule]:
    elements = tuple(Element(frozenset({word}), "", False) for word in words.split())
    year = Element(frozenset(), "YEAR", True)
    frames = _FRAME_KINDS - {"bare"} if len(elements) == 1 else _FRAME_KINDS
    yield DateRule(f"holiday {words}", "holiday", (*elements, year), frames, argument=name)


def _frames(data: Mapping[str, Any]) -> Iterator[Frame]:
    """Every frame alone and behind each leading word ("noch im", "only in")."""
    for kind, phrases in data["frames"].items():
        for phrase in phrases:
            yield Frame(tuple(phrase.split()), kind)
            for lead in data["leads"]["words"]:
                yield Frame((*lead.split(), *phrase.split()), kind)
    for lead in data["leads"]["words"]:
        yield Frame(tuple(lead.split()), "in")


def _by_first_word(frames: tuple[Frame, ...]) -> dict[str, tuple[Frame, ...]]:
    grouped: dict[str, list[Frame]] = {}
    for frame in frames:
        grouped.setdefault(frame.words[0], []).append(frame)
    return {word: tuple(group) for word, group in grouped.items()}


def _openers(rules: list[DateRule], frames: tuple[Frame, ...], classes: Mapping[str, Any]) -> frozenset[str]:
    opening = {frame.words[0] for frame in frames}
    for rule in rules:
        for element in rule.elements:
            opening |= element.words | set(classes.get(element.word_class, ()))
            if not element.optional:
                break
    return frozenset({DIGITS} | opening | set(classes["PART"]) | set(classes["ORDINAL"]) | set(classes["NUMBER"]))
