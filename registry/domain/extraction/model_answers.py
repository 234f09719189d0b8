"""A language model's answer made candidates: every rule checked, what breaks one dropped and counted.

Nothing in an answer is believed for being there. Quotes must stand in the article; speakers, conditions and
deadlines must be made of its words; figures must be sound. Whatever an article may have talked the model into
can therefore only be a claim that its own text makes, and a person still decides on it.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from registry.domain.errors import Invalid
from registry.domain.extraction.article import Article
from registry.domain.extraction.candidate import Span
from registry.domain.extraction.deadlines import ArticleDates
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.model_drafts import Part, draft_of
from registry.domain.extraction.restatements import Draft


@dataclass(frozen=True, slots=True)
class Answered:
    """The drafts of an answer, and how many of its predictions were dropped for each reason."""

    drafts: tuple[Draft, ...]
    dropped: Counter[str]


def answered(content: str, part: Span, article: Article, dates: ArticleDates | None, lexicon: Lexicon) -> Answered:
    """What `content`, the answer for one part [start, end) of the article, holds.

    Raises Invalid where it is no JSON, or JSON of another form than `ANSWER_SCHEMA` asks for; a single
    prediction that breaks a rule is dropped and counted instead.
    """
    where = Part(part, article, dates, lexicon)
    drafts: list[Draft] = []
    dropped: Counter[str] = Counter()
    for item in _predictions(content):
        try:
            draft = draft_of(item, where)
        except Invalid as problem:
            dropped[problem.detail] += 1
            continue
        if _repeats(draft, drafts):
            dropped["it repeats another"] += 1
        else:
            drafts.append(draft)
    return Answered(tuple(drafts), dropped)


def _predictions(content: str) -> Sequence[Mapping[str, Any]]:
    """The predictions of an answer, each an object; what stands around the JSON is passed over."""
    start, end = content.find("{"), content.rfind("}")
    try:
        answer = json.loads(content[start : end + 1])
    except (ValueError, RecursionError) as problem:
        raise Invalid("its answer is no JSON") from problem
    found = answer.get("predictions") if isinstance(answer, dict) else None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise Invalid("its answer breaks the schema")
    return [{name: _harmless(value) for name, value in item.items()} for item in found]


def _harmless(value: Any) -> Any:
    """Strings without control characters and halves of surrogate pairs, which neither databases nor terminals bear."""
    if isinstance(value, list):
        return [_plain(one) if isinstance(one, str) else one for one in value]
    return _plain(value) if isinstance(value, str) else value


def _plain(text: str) -> str:
    return "".join(" " if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in text).strip()


def _repeats(draft: Draft, drafts: Sequence[Draft]) -> bool:
    one = draft.candidate
    return any((one.quotes, one.statement) == (other.candidate.quotes, other.candidate.statement) for other in drafts)
