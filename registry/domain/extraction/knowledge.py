"""Everything that the extractor knows and does not decide: an argument, never a global."""

from collections.abc import Mapping
from dataclasses import dataclass

from registry.domain.extraction.article_events import EventWords
from registry.domain.extraction.criteria_words import CriteriaWords
from registry.domain.extraction.date_values import DateWords
from registry.domain.extraction.hedge_table import HedgeTable
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.scorer import Scorer


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All languages that the extractor reads, by ISO 639-1 code, with what it weighs and measures by.

    `dates` are the date grammars by language; a language without one gets no due dates.
    """

    languages: Mapping[str, LanguageLexicon]
    scorer: Scorer
    dates: Mapping[str, DateWords]
    events: EventWords
    hedges: HedgeTable
    criteria: CriteriaWords
