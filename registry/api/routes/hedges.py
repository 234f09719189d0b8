"""How sure words are of what they say."""

from typing import Annotated

from fastapi import Query

from registry import lexicon
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.domain.extraction.hedges import read_hedge
from registry.domain.extraction.language import choose_language
from registry.domain.vocabulary import Polarity, ProbabilityBasis
from registry.schemas.hedges import HedgeRead, WordsAsked

router = registry_router("predictions")


@router.get("/hedges")
def read_words(work: Work, asked: Annotated[WordsAsked, Query()]) -> HedgeRead:
    """What the hedge table makes of an author's words, before they are put on record.

    "wohl" or "likely" give a probability with its range, a number in the text gives itself.
    """
    known = lexicon.load(own_hedges=work.installation.settings.hedges_file)
    language = asked.language or choose_language(asked.words, "auto", known).code
    read = read_hedge(asked.words, language, known.hedges)
    if read is None:
        return HedgeRead(language=language)
    return HedgeRead(
        language=language,
        hedge=read.phrase or None,
        probability=read.probability,
        probability_low=read.low,
        probability_high=read.high,
        probability_basis=ProbabilityBasis(read.basis),
        polarity=Polarity(read.polarity),
        hedge_table_version=read.version,
    )
