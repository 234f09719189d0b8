import pytest

from registry.domain.extraction.model_certainty import Certainty, certainty_of
from tests.extraction_texts import lexicon

TABLE = lexicon().hedges
LIKELY = "Prices are likely to fall next year."
STATED = "There is a 70 percent chance that prices will fall."
UNHEDGED = "Prices fall next year."
NEVER = "Prices will not fall next year."


def certainty(said: object, quote: str, hedge: str | None = None, polarity: str = "yes") -> Certainty:
    return certainty_of(said, hedge, polarity, quote, "en", TABLE)


def test_a_figure_inside_the_band_of_its_hedge_is_taken() -> None:
    table = certainty(None, LIKELY)
    assert table.low is not None
    assert table.high is not None
    inside = round((table.low + table.high) / 2 + 0.01, 4)
    taken = certainty(inside, LIKELY)
    assert (taken.probability, taken.basis, taken.hedge) == (inside, "hedged", "likely")
    assert (taken.low, taken.high, taken.version) == (table.low, table.high, TABLE.version)


@pytest.mark.parametrize("said", [None, 0.02, 1.5, -1, "0.7", True, float("nan"), float("inf"), 10**400, [0.7]])
def test_the_table_speaks_where_the_model_is_silent_or_unsound(said: object) -> None:
    assert certainty(said, LIKELY) == certainty(None, LIKELY)
    assert certainty(said, LIKELY).basis == "hedged"


@pytest.mark.parametrize("said", [None, 0.2, 0.72, 7])
def test_a_number_in_the_text_is_what_was_stated(said: object) -> None:
    taken = certainty(said, STATED)
    assert (taken.probability, taken.basis) == (0.7, "stated")


def test_a_figure_without_any_hedge_is_an_assumption_with_a_band() -> None:
    taken = certainty(0.6, UNHEDGED)
    assert (taken.probability, taken.low, taken.high, taken.basis) == (0.6, 0.45, 0.75, "assumed")
    assert certainty(0.05, UNHEDGED).low == 0


def test_an_unhedged_claim_without_a_figure_reads_as_plain() -> None:
    assert certainty(None, UNHEDGED).basis == "hedged"


def test_a_hedge_that_is_not_in_the_quote_is_not_taken() -> None:
    assert certainty(None, UNHEDGED, "in all likelihood").hedge is None
    assert certainty(None, UNHEDGED, "next year").hedge == "next year"


def test_readings_of_opposite_polarity_need_a_figure_that_fits_one() -> None:
    denied = certainty(None, NEVER, polarity="no")
    assert denied.probability is not None
    assert certainty(denied.probability, NEVER, polarity="yes").probability == denied.probability
    turned = certainty(round(1 - denied.probability, 4), NEVER, polarity="yes")
    assert turned.probability == round(1 - denied.probability, 4)
    assert turned.low is not None
    assert turned.high is not None
    assert turned.low <= turned.probability <= turned.high
    assert certainty(0.5, NEVER, polarity="yes").probability is None
    assert certainty(None, NEVER, polarity="yes").probability is None


def test_a_language_without_hedge_words_leaves_the_figure_to_the_model() -> None:
    assert certainty_of(0.8, None, "yes", "Les prix vont baisser.", "fr", TABLE).basis == "assumed"
    assert certainty_of(None, None, "yes", "Les prix vont baisser.", "fr", TABLE) == Certainty()
