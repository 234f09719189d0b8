"""Texts that let several people have their say in turn: "Ada Hale, economist: Rates will rise." and the next one."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import MODAL
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name, is_role
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.tokens import Token

_LONGEST = 14
_FIELD = 6
_TEASER, _START = 3, 4
_PROMISE, _OWN = frozenset({"forecast_title"}), frozenset({"first_person"})
_FEWEST = 2
_BEHIND_NAME = frozenset({",", "(", "-", "–", "—", "|", "/"})
_ENDS = frozenset(".!?:;")


def profiles_of(
    passages: Sequence[Passage], named_in: Sequence[Sequence[Name]], language: LanguageLexicon
) -> dict[int, str]:
    """By number of the sentence, whose part of the text it stands in; empty unless at least two have theirs.

    A part begins with a line that opens with a name and a colon, or that is nothing but a name with a role.
    """
    marks = list(_marks(passages, named_in, language))
    if len({name for _, _, name in marks}) < _FEWEST:
        return {}
    found: dict[int, str] = {}
    bounds = [k for k, _, _ in marks[1:]] + [len(passages)]
    for (k, heads, name), end in zip(marks, bounds, strict=True):
        line = passages[k].sentence.line
        inside = (i for i in range(k, end) if heads or passages[i].sentence.line == line)
        found.update(dict.fromkeys(inside, name))
    return found


def _marks(
    passages: Sequence[Passage], named_in: Sequence[Sequence[Name]], language: LanguageLexicon
) -> Iterator[tuple[int, bool, str]]:
    """The sentences that begin a part, whether they are a heading of their own, and whose part it is."""
    for k, passage in enumerate(passages):
        begins = _begins_line(passages, k)
        name = next((n for n in named_in[k] if n.first - len(n.roles) <= 2), None) if begins else None
        if name is None or " " not in name.text or not _is_led(passage, name):
            continue
        tokens = passage.tokens[name.last + 1 :]
        colon = next((i for i, t in enumerate(tokens[:_LONGEST]) if t.text == ":"), None)
        role = any(
            is_role(t.low, language) or language.has("person_nouns", t.low)
            for t in tokens[: colon if colon is not None else _LONGEST]
        )
        told = colon is not None and (name.person or role or tokens[0].text == "(")
        told = told and tokens[0].text in _BEHIND_NAME | {":"}
        if told or (name.person and _is_introduced(passages, k, tokens)):
            yield k, False, name.text
        elif _is_heading(passages, k) and (name.person or role) and (not tokens or tokens[0].text in _BEHIND_NAME):
            yield k, True, name.text


def _is_introduced(passages: Sequence[Passage], k: int, behind: Sequence[Token]) -> bool:
    """Whether nothing but a field follows the name, as a sentence before others: "Ada Hale, health. Rates will ..."."""
    if not 2 < len(behind) <= _FIELD or behind[0].text != "," or behind[-1].text != ".":
        return False
    goes_on = k + 1 < len(passages) and passages[k + 1].sentence.line == passages[k].sentence.line
    return goes_on and all(token.is_word for token in behind[1:-1])


def _begins_line(passages: Sequence[Passage], k: int) -> bool:
    """Whether sentence k is the first of its line, a number before it left out."""
    before = passages[k - 1] if k else None
    if before is None or before.sentence.line != passages[k].sentence.line:
        return True
    return all(not t.text.isalpha() for t in before.tokens) and _begins_line(passages, k - 1)


def _is_led(passage: Passage, name: Name) -> bool:
    """Whether nothing but a number, a mark or a title stands before the name."""
    return all(not t.text.isalpha() or t.low in name.roles for t in passage.tokens[: name.first])


def round_up_voice(
    k: int, passages: Sequence[Passage], persons: Sequence[Sequence[str]], language: LanguageLexicon
) -> str | None:
    """Whom a paragraph of a text that promises forecasts introduces before sentence k, which gives their view.

    Not where sentence k is about that person, or where the text speaks of itself.
    """
    if language.noun_capitals or not any(p.has_any(_PROMISE) for p in passages[:_TEASER]):
        return None
    line = passages[k].sentence.line
    first = next(i for i in range(k, -1, -1) if not i or passages[i - 1].sentence.line != line)
    told = next(((i, persons[i][0]) for i in range(first, k) if persons[i]), None)
    if told is None or passages[told[0]].has_any(_OWN | MODAL) or passages[k].has_any(_OWN):
        return None
    words = {token.low for token in passages[k].tokens[:_START]}
    about = not words.isdisjoint(language.any_of("subject_pronouns")) or told[1].split()[-1].lower() in words
    return None if about else told[1]


def _is_heading(passages: Sequence[Passage], k: int) -> bool:
    """Whether the sentence is a short line of its own, without an end mark, and text follows."""
    tokens, line = passages[k].tokens, passages[k].sentence.line
    ends = k + 1 < len(passages) and passages[k + 1].sentence.line != line
    return ends and len(tokens) <= _LONGEST and tokens[-1].text not in _ENDS
