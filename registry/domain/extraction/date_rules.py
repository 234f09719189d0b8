"""Which date rules can begin at a word, told from it and the next one, so that hardly any is tried in vain."""

from collections.abc import Iterator

from registry.domain.extraction.date_tokens import DIGITS, ENGLISH_SUFFIX, NUMBERS, SUFFIXED, Tokens, shape_of
from registry.domain.extraction.date_values import Begun, DateRule, DateWords, Element

_ANYTHING = ""
_NONE: frozenset[str] = frozenset()

Step = tuple[frozenset[str], frozenset[str]]


def rules_at(tokens: Tokens, at: int, words: DateWords) -> tuple[DateRule, ...]:
    """The rules that can begin with the two words at a token, in their order; looked up once for each pair."""
    shapes = tokens.shape
    if not words.rules_by_word:
        words.rules_by_word.update(_by_first_word(words))
    begun = words.rules_by_word.get(shapes[at])
    if begun is None:
        return ()
    second = shapes[at + 1] if at + 1 < len(shapes) else _ANYTHING
    second = second if second in begun.behind else _ANYTHING
    known = begun.known.get(second)
    if known is None:
        known = tuple(rule for rule, behind in begun.rules if _ANYTHING in behind or second in behind)
        begun.known[second] = known
    return known


def may_go_on(tokens: Tokens, at: int, words: DateWords) -> bool:
    """Whether a date expression can begin with the two words at a token; most that can begin one go on otherwise."""
    if not words.seconds:
        words.seconds.update(_second_words(words))
    seconds = words.seconds.get(tokens.shape[at], _NONE)
    second = tokens.shape[at + 1] if at + 1 < len(tokens.shape) else _ANYTHING
    return _ANYTHING in seconds or second in seconds


def _second_words(words: DateWords) -> dict[str, frozenset[str]]:
    """By each word with which an expression can begin those that can follow, and the sign for anything."""
    if not words.rules_by_word:
        words.rules_by_word.update(_by_first_word(words))
    seconds = {word: begun.behind for word, begun in words.rules_by_word.items()}
    for word, frames in words.frames.items():
        after = words.openers if any(len(frame.words) == 1 for frame in frames) else _NONE
        named = [frame.words[1] for frame in frames if len(frame.words) > 1]
        seconds[word] = seconds.get(word, _NONE).union(after, named)
    return seconds | dict.fromkeys(words.classes["PART"], frozenset({_ANYTHING}))


def _by_first_word(words: DateWords) -> dict[str, Begun]:
    """What `rules_at` looks up, for every word that a rule can begin with."""
    behind: dict[str, dict[int, frozenset[str]]] = {}
    for number, rule in enumerate(words.rules):
        for fitting, following in _steps(rule.elements, words):
            for word in fitting:
                of_word = behind.setdefault(word, {})
                of_word[number] = of_word[number] | following if number in of_word else following
    return {
        word: Begun(
            tuple((words.rules[number], following) for number, following in rules.items() if following),
            frozenset().union(*rules.values()),
            {},
        )
        for word, rules in behind.items()
    }


def _steps(elements: tuple[Element, ...], words: DateWords) -> Iterator[Step]:
    for number, element in enumerate(elements):
        suffix = ENGLISH_SUFFIX if element.word_class in SUFFIXED else _NONE
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
        fitting |= {DIGITS, *words.classes["NUMBER"], *words.classes["ORDINAL"]}
    return frozenset(map(shape_of, fitting))
