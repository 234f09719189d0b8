"""Which date rules can begin at a word, told from it and the next one, so that hardly any is tried in vain."""

from collections.abc import Iterator

from registry.domain.extraction.date_tokens import ENGLISH_SUFFIX, NUMBERS, Token
from registry.domain.extraction.date_values import DateRule, DateWords, Element

_MOST_PAIRS = 50_000
_DIGITS = "0"
_ANYTHING = ""
_NONE: frozenset[str] = frozenset()

Step = tuple[frozenset[str], frozenset[str]]


def rules_at(tokens: list[Token], at: int, words: DateWords) -> tuple[DateRule, ...]:
    """The rules that can begin with the two words at a token, in their order; looked up once for each pair."""
    pair = (_shape(tokens[at].low), _shape(tokens[at + 1].low) if at + 1 < len(tokens) else "")
    known = words.rules_by_pair.get(pair)
    if known is None:
        if len(words.rules_by_pair) > _MOST_PAIRS:
            words.rules_by_pair.clear()
        able = _rules_with(pair[0], words)
        known = tuple(rule for rule, behind in able if _ANYTHING in behind or pair[1] in behind)
        words.rules_by_pair[pair] = known
    return known


def _rules_with(word: str, words: DateWords) -> tuple[tuple[DateRule, frozenset[str]], ...]:
    """The rules that can begin with a word, each with the words that can follow; looked up once for each word."""
    known = words.rules_by_word.get(word)
    if known is None:
        if len(words.rules_by_word) > _MOST_PAIRS:
            words.rules_by_word.clear()
        found = [
            (rule, _NONE.union(*(behind for fitting, behind in _first_steps(number, words) if word in fitting)))
            for number, rule in enumerate(words.rules)
        ]
        known = words.rules_by_word[word] = tuple((rule, behind) for rule, behind in found if behind)
    return known


def _first_steps(number: int, words: DateWords) -> tuple[Step, ...]:
    """The elements that rule `number` can begin with: what fits each, and what can stand behind it."""
    known = words.first_steps.get(number)
    if known is None:
        known = words.first_steps[number] = tuple(_steps(words.rules[number].elements, words))
    return known


def _steps(elements: tuple[Element, ...], words: DateWords) -> Iterator[Step]:
    for number, element in enumerate(elements):
        suffix = ENGLISH_SUFFIX if element.word_class == "DAY" else _NONE
        yield _fitting(element, words), _openers(elements[number + 1 :], words) | suffix
        if not element.optional:
            return


def _openers(elements: tuple[Element, ...], words: DateWords) -> frozenset[str]:
    """The words that the elements can begin with, and the sign for anything where they can all be left out."""
    opening: frozenset[str] = frozenset()
    for element in elements:
        opening |= _fitting(element, words)
        if not element.optional:
            return opening
    return opening | {_ANYTHING}


def _fitting(element: Element, words: DateWords) -> frozenset[str]:
    """The words that can stand for an element, numbers as one sign."""
    fitting = {*element.words, *words.classes.get(element.word_class, ())}
    if element.word_class in NUMBERS:
        fitting |= {_DIGITS, *words.classes["NUMBER"], *words.classes["ORDINAL"]}
    return frozenset(map(_shape, fitting))


def _shape(word: str) -> str:
    """The word itself, or one sign for all numbers in figures."""
    return _DIGITS if word.isdigit() else word
