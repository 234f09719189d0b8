"""How sure the words of a claim are of it, as the hedge table reads them."""

from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import Polarity, ProbabilityBasis
from registry.schemas.fields import Line, Prose
from registry.schemas.sent import Sent


class WordsAsked(Sent):
    """The words to read."""

    words: Prose = Field(min_length=1, max_length=4000, description="A quote, or a statement in the author's words.")
    language: Line | None = Field(
        default=None, schema_extra={"pattern": "^[a-z]{2}$"}, description="Found in the words where absent."
    )


class HedgeRead(SQLModel):
    """What was read. Without a hedge and without a number, there is no probability."""

    language: str
    hedge: str | None = Field(default=None, description="The words that carry the certainty, as they stand there.")
    probability: float | None = Field(default=None, description="Of the statement as worded, from 0 to 1.")
    probability_low: float | None = None
    probability_high: float | None = None
    probability_basis: ProbabilityBasis | None = Field(default=None, description="`stated` or `hedged`.")
    polarity: Polarity | None = Field(default=None, description="`no` where the words deny.")
    hedge_table_version: str | None = None
