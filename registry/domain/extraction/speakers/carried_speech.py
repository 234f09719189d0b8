"""Whose words a sentence goes on with that names no source: "The dam was old, she said. It would not last"."""

from collections.abc import Container, Sequence

from registry.domain.extraction.clauses import MODAL
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.source_phrases import Source

_MEMORY, _FORECASTER, _OPENING = 5, 3, 6
_SHORT, _ANSWERED, _ENOUGH = 10, 2, 4
_FIRST = frozenset({"first_person"})
_AUTHORS = frozenset({"first_person", "report_marker"})
_CLAIMS = MODAL | {"expect", "be_expected", "say_verb"}
_BACKSHIFT, _OWN_VOICE = frozenset({"backshift"}), frozenset({"future", "first_person"})
_WEATHER = frozenset({"weather"})
_THINKS = frozenset({"say_verb", "opinion", "expect"})
_VIEW, _GESTURE, _FUTURE = frozenset({"view_opens"}), frozenset({"gesture"}), frozenset({"future", "would"})


def told_on(
    k: int,
    passages: Sequence[Passage],
    sources: Sequence[Sequence[tuple[Source, str]]],
    language: LanguageLexicon,
) -> str | None:
    """The speaker of the report in past tense that sentence k goes on with; None where it is no such sentence.

    What somebody "said" is told on in the tenses of the past: "would" for "will", "was likely" for "is likely".
    """
    if not _is_backshifted(passages[k], language):
        return None
    line = passages[k].sentence.line
    for i in range(k - 1, max(-1, k - 1 - _MEMORY), -1):
        if passages[i].sentence.line != line and not (i == k - 1 and _is_paragraph(i, passages)):
            return None
        if sources[i]:
            told = [name for source, name in sources[i] if _is_told(source, passages[i], language)]
            return told[-1] if told else None
    return None


def told_openly(
    k: int,
    passages: Sequence[Passage],
    sources: Sequence[Sequence[tuple[Source, str]]],
    persons: Sequence[Sequence[str]],
    language: LanguageLexicon,
) -> str | None:
    """The person whose words sentence k goes on with in the tense of direct speech: "she says. The well will run dry".

    Nothing in such a sentence tells that it is reported, so signs around it are added up: a pronoun that spoke right
    before, brevity, the end of a paragraph, and, twice, that the same person or an answer to them follows.
    """
    if not k or language.noun_capitals or not passages[k].has_any(_CLAIMS):
        return None
    line = passages[k].sentence.line
    if not sources[k - 1]:
        return _told_next(k, passages, sources, persons, language)
    source, name = sources[k - 1][-1]
    if passages[k - 1].sentence.line != line or source.how != "verb" or not (source.pronoun or source.name):
        return None
    strange = any(person != name for person in persons[k])
    if strange or source.many or source.body or passages[k].has_any(_AUTHORS) or _contrasts(passages[k], language):
        return None
    ends = k + 1 == len(passages) or passages[k + 1].sentence.line != line
    signs = source.pronoun + (len(passages[k].tokens) <= _SHORT) + ends
    signs += _ANSWERED * (k + 1 < len(passages) and _answers(k + 1, name, passages, sources, language))
    return name if signs >= _ENOUGH else None


def _told_next(
    k: int,
    passages: Sequence[Passage],
    sources: Sequence[Sequence[tuple[Source, str]]],
    persons: Sequence[Sequence[str]],
    language: LanguageLexicon,
) -> str | None:
    """Whom the sentence before names alone, where the one behind says more of the same: "It will be high, he said"."""
    line = passages[k].sentence.line
    if k + 1 == len(passages) or not sources[k + 1] or passages[k + 1].sentence.line != line:
        return None
    source, name = sources[k + 1][0]
    same = passages[k - 1].sentence.line == line and set(persons[k - 1]) == {name} and not persons[k]
    more = source.pronoun and source.how == "verb" and language.has("taken_up", passages[k + 1].tokens[0].low)
    return name if same and more and not _contrasts(passages[k], language) else None


def _contrasts(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the author puts something against what was said, or asks."""
    return passage.tokens[-1].text == "?" or any(language.has("objections", token.low) for token in passage.tokens)


def _answers(
    i: int,
    name: str,
    passages: Sequence[Passage],
    sources: Sequence[Sequence[tuple[Source, str]]],
    language: LanguageLexicon,
) -> bool:
    """Whether sentence i is by the same person, or judges what was said before it ("the mayor considers that ...")."""
    if any(told == name for _, told in sources[i]):
        return True
    return any(language.has("judged", token.low) for token in passages[i].tokens)


def forecaster_near(
    k: int,
    passages: Sequence[Passage],
    sources: Sequence[Sequence[tuple[Source, str]]],
    persons: Container[str],
    language: LanguageLexicon,
) -> str | None:
    """Who speaks before sentence k, which is of the weather, or of it right behind; no passer-by without a name."""
    line = passages[k].sentence.line
    at = next((i for i in range(k - 1, max(-1, k - _FORECASTER), -1) if sources[i]), None)
    source, told = sources[at][0] if at is not None else (None, None)
    if source is not None and source.role is not None and told not in persons:
        at = told = None
    if at is not None and passages[at].sentence.line == line:
        return told
    after = sources[k + 1] if k + 1 < len(passages) and passages[k + 1].sentence.line == line else []
    opens = after and after[0][0].at < _OPENING and not passages[k].has_any(_FIRST)
    if opens and _watches_weather(after[0][1], language):
        return after[0][1]
    return told if at is not None and passages[at].has_any(_WEATHER) else None


def _watches_weather(name: str, language: LanguageLexicon) -> bool:
    return any(language.has("weather_watchers", word) for word in name.lower().split())


def _is_paragraph(i: int, passages: Sequence[Passage]) -> bool:
    """Whether sentence i is a paragraph by itself, as news agencies write."""
    line = passages[i].sentence.line
    return not i or passages[i - 1].sentence.line != line


def _is_backshifted(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the future of the sentence is seen from the past, and nothing in it is said in the present."""
    if not passage.has_any(_BACKSHIFT) or passage.has_any(_OWN_VOICE):
        return False
    return not any(language.has("present_finites", token.low) for token in passage.tokens)


def _is_told(source: Source, passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the source speaks in the simple past: "said", not "has said"."""
    before = passage.tokens[source.at - 1].low if source.at else ""
    past = language.is_preterite(passage.tokens[source.at].low) and not language.has("perfect_finites", before)
    return source.how == "verb" and past


def announces(k: int, passages: Sequence[Passage], language: LanguageLexicon) -> bool:
    """Whether the sentence before sentence k announces what it says.

    By a view ("Ada Hale disagrees"), by a question for one ("What does Ada Hale expect?"), or by a gesture where it is
    told in the past ("Carl Bond shook his head").
    """
    if _asks_for_view(passages[k - 1]):
        return passages[k].tokens[-1].text != "?"
    if passages[k - 1].has_any(_VIEW):
        return passages[k].has_any(_FUTURE)
    return passages[k - 1].has_any(_GESTURE) and _is_backshifted(passages[k], language)


def _asks_for_view(passage: Passage) -> bool:
    asks = passage.tokens[-1].text == "?" and passage.has_at(0, "question_word")
    return asks and passage.has_any(_THINKS)
