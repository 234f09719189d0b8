"""How sure a candidate of a language model is: the model's figure where it is sound, else the rules' own."""

from typing import NamedTuple

from registry.domain.extraction.hedge_table import HedgeReading, HedgeTable
from registry.domain.extraction.hedges import read_hedge

_SLACK = 0.05
"""How far a model's figure may lie from a stated number and still mean it."""

_BAND = 0.15
"""Half the width of the band around a figure that only the model vouches for."""


class Certainty(NamedTuple):
    """The fields of a candidate that tell how sure it is; all None where nothing is known."""

    hedge: str | None = None
    probability: float | None = None
    low: float | None = None
    high: float | None = None
    basis: str | None = None
    version: str | None = None


def certainty_of(
    said: object, hedge: str | None, polarity: str, quotes: str, language: str, table: HedgeTable
) -> Certainty:
    """The certainty of a claim that stands in `quotes`; `said` and `hedge` are the model's.

    A number in the quote and a word of the hedge table bound what is sound: a figure of the model inside their
    band is taken, another one gives way to the table's. Where the quote holds neither, the model's figure is
    `assumed` within 0.15. Where model and rules disagree on the polarity, a figure that fits neither reading is
    left out. A hedge that does not stand in the quote is not taken.
    """
    figure = sound_share(said)
    own = hedge if hedge and hedge.casefold() in quotes.casefold() else None
    reading = read_hedge(quotes, language, table, plain=True)
    if reading is None:
        return _assumed(figure, own)
    if reading.polarity != polarity:
        fitting = [one for one in (reading, _negated(reading)) if figure is not None and _fits(figure, one)]
        return _read(fitting[0], figure, own) if fitting else Certainty(own or reading.phrase or None)
    if _fits(figure, reading):
        return _read(reading, figure, own)
    is_silent = reading.basis == "hedged" and not reading.entries
    if is_silent and figure is not None:
        return _assumed(figure, own)
    return _read(reading, None, own)


def sound_share(said: object) -> float | None:
    """The number, if it is one from 0 to 1; JSON as Python reads it also knows NaN and Infinity."""
    if isinstance(said, bool) or not isinstance(said, int | float) or not 0 <= said <= 1:
        return None
    return round(float(said), 4)


def _fits(figure: float | None, reading: HedgeReading) -> bool:
    slack = _SLACK if reading.basis == "stated" else 0.0
    return figure is not None and reading.low - slack <= figure <= reading.high + slack


def _negated(reading: HedgeReading) -> HedgeReading:
    """The same certainty of the opposite statement."""
    low, mid, high = (round(1 - value, 4) for value in (reading.high, reading.probability, reading.low))
    return reading._replace(low=low, probability=mid, high=high)


def _read(reading: HedgeReading, figure: float | None, own: str | None) -> Certainty:
    """The reading with the model's figure inside its band; a stated number stays what is stated."""
    is_kept = figure is not None and reading.basis == "hedged"
    probability = figure if is_kept else reading.probability
    hedge = reading.phrase or own
    return Certainty(hedge or None, probability, reading.low, reading.high, reading.basis, reading.version)


def _assumed(figure: float | None, own: str | None) -> Certainty:
    if figure is None:
        return Certainty(own)
    low, high = round(max(0.0, figure - _BAND), 4), round(min(1.0, figure + _BAND), 4)
    return Certainty(own, figure, low, high, "assumed")
