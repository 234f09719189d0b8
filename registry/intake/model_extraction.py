"""Extraction by a language model, with the rules beside it: they tell the facts, fill gaps and take over."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from registry.domain.errors import Invalid, TooLarge, Unreachable
from registry.domain.extraction.article import Article, read_article, read_dates
from registry.domain.extraction.candidate import Candidate, Extraction, Span, Trace
from registry.domain.extraction.candidate_criteria import criteria_of, in_language, reasons_of
from registry.domain.extraction.deadlines import ArticleDates
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.model_answers import Answered, answered
from registry.domain.extraction.model_prompt import ANSWER_SCHEMA, PROMPT_VERSION, messages_of, parts_of
from registry.domain.extraction.model_usage import Usage
from registry.domain.extraction.pipeline import extract
from registry.domain.extraction.restatements import merged
from registry.outbound import INTERNET, Network
from registry.outbound.model import ModelEndpoint, ask_model

EXTRACTOR = "model"

MOST_ASKED = 300_000
"""Characters of the longest text that a model is asked about: 25 requests."""

_LONGEST_VERSION = 50


@dataclass(frozen=True, slots=True)
class ByModel:
    """What was found; by the rules where the model failed. `usage` is what asking took, `notes` say both.

    `notes` are those of the extraction that concern the model.
    """

    extraction: Extraction
    usage: Usage
    notes: tuple[str, ...]
    is_fallback: bool


def extract_by_model(
    text: str,
    *,
    endpoint: ModelEndpoint,
    lexicon: Lexicon,
    language: str = "auto",
    author: str | None = None,
    published: date | None = None,
    explain: bool = False,
    criteria_language: str | None = None,
    network: Network = INTERNET,
    sleep: Callable[[float], None] = time.sleep,
) -> ByModel:
    """The predictions that the model at `endpoint` finds in `text`, checked; those of the rules where it fails.

    Long texts are asked about part by part; if one part fails, the rules have the whole text, so that no
    extraction is half of each. Raises Invalid as the rules do: for an empty text, and for a language without a
    lexicon.
    """
    found = extract(
        text,
        lexicon=lexicon,
        language=language,
        author=author,
        published=published,
        explain=explain,
        criteria_language=criteria_language,
    )
    asking = _Asking(text, found, endpoint, lexicon, network, sleep)
    try:
        asking.ask_all()
    except (Unreachable, Invalid, TooLarge) as problem:
        notes = (f"The model {endpoint.name}: {problem.detail}. The rules took over.", *asking.told_usage())
        return ByModel(replace(found, notes=(*found.notes, *notes)), asking.usage, notes, is_fallback=True)
    notes = (*asking.told_dropped(), *asking.told_usage())
    extraction = replace(
        found,
        candidates=in_language(asking.candidates(), text, found.language, lexicon, criteria_language),
        extractor=EXTRACTOR,
        extractor_version=f"{PROMPT_VERSION} {endpoint.name}"[:_LONGEST_VERSION],
        notes=(*found.notes, *notes),
        traces=asking.traces() if explain else (),
    )
    return ByModel(extraction, asking.usage, notes, is_fallback=False)


def asking(
    endpoint: ModelEndpoint, network: Network = INTERNET, criteria_language: str | None = None
) -> Callable[..., Extraction]:
    """An extractor, as `pipeline.extract` is one, that asks the model at `endpoint`."""

    def extract_so(
        text: str, *, lexicon: Lexicon, language: str, author: str | None, published: date | None
    ) -> Extraction:
        by_model = extract_by_model(
            text,
            endpoint=endpoint,
            lexicon=lexicon,
            language=language,
            author=author,
            published=published,
            criteria_language=criteria_language,
            network=network,
        )
        return by_model.extraction

    return extract_so


class _Asking:
    """The parts of one text, asked about one by one, and what came of it so far."""

    def __init__(
        self,
        text: str,
        found: Extraction,
        endpoint: ModelEndpoint,
        lexicon: Lexicon,
        network: Network,
        sleep: Callable[[float], None],
    ) -> None:
        self._endpoint, self._lexicon, self._network, self._sleep = endpoint, lexicon, network, sleep
        self._article = _article(text, found, lexicon)
        self._dates: ArticleDates | None = read_dates(self._article, lexicon)
        self._answers: list[Answered] = []
        self.usage = Usage()

    def ask_all(self) -> None:
        """Ask about every part; raises what the first that fails raises."""
        n = len(self._article.text)
        if n > MOST_ASKED:
            raise TooLarge(f"the text has {n:,} characters, and it is asked about at most {MOST_ASKED:,}")
        for part in parts_of(self._article.text):
            self._answers.append(self._ask(part))

    def _ask(self, part: Span) -> Answered:
        article = self._article
        messages = messages_of(
            article.text[slice(*part)],
            language=article.language.code,
            author=article.author,
            published=article.published,
        )
        answer = ask_model(self._endpoint, messages, ANSWER_SCHEMA, network=self._network, sleep=self._sleep)
        self.usage += answer.usage
        if answer.fault is not None:
            raise Invalid(answer.fault)
        return answered(answer.content, part, article, self._dates, self._lexicon)

    def candidates(self) -> tuple[Candidate, ...]:
        """The candidates of all parts, surest first, restatements joined."""
        return tuple(merged([draft for one in self._answers for draft in one.drafts]))

    def traces(self) -> tuple[Trace, ...]:
        """Why each candidate is as sure, as dated and as judged as it is."""
        return tuple(self._trace(candidate) for candidate in self.candidates())

    def _trace(self, candidate: Candidate) -> Trace:
        article = self._article
        criteria = criteria_of(candidate, article.text, article.language.code, self._lexicon)
        return Trace(candidate.quotes[0], "kept", candidate.confidence, tuple(reasons_of(candidate, criteria)))

    def told_dropped(self) -> tuple[str, ...]:
        """How many of the model's predictions were dropped, and why."""
        dropped = sum((one.dropped for one in self._answers), Counter[str]())
        if not dropped:
            return ()
        n = dropped.total() + sum(len(one.drafts) for one in self._answers)
        reasons = "; ".join(f"{times}: {reason}" for reason, times in dropped.most_common())
        return (f"Dropped {dropped.total()} of the model's {n} predictions ({reasons}).",)

    def told_usage(self) -> tuple[str, ...]:
        """What asking took; nothing where no request was answered."""
        return (f"The model {self._endpoint.name} took {self.usage.told()}.",) if self.usage.requests else ()


def _article(text: str, found: Extraction, lexicon: Lexicon) -> Article:
    byline = found.byline.value if found.byline else None
    published = found.published.value if found.published else None
    return read_article(text, lexicon.languages[found.language], byline, published)
