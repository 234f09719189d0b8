import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.extraction.hedge_names import is_no_verb
from registry.domain.extraction.hedges import read_hedge
from registry.domain.extraction.tokens import tokenise
from registry.lexicon.hedges import load_hedges

TABLE = load_hedges()
WRITINGS = [
    "on {d} May", "before May {d}", "by the end of May", "from May to June", "in early May 2031", "on May {d}, 2031",
    "no later than the {d}th of May", "between 3 and {d} May", "last May and this May",
]  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "word", "expected"),
    [
        ("It was signed on May 9.", "May", True),
        ("They meet in May and in June.", "May", True),
        ("We heard Theresa May yesterday.", "May", True),
        ("Man achtet die Würde des Menschen.", "Würde", True),
        ("It may rain.", "may", False),
        ("May they win?", "May", False),
        ("Nobody knows. May it be so.", "May", False),
        ("Prices May Fall Sharply", "May", False),
        ("Prices Fall Sharply On May 9", "May", True),
        ("PRICES MAY FALL", "MAY", False),
    ],
)
def test_a_capital_where_verbs_have_none_shows_a_name_or_a_month(clause: str, word: str, expected: bool) -> None:
    tokens = tokenise(clause, 0, len(clause))
    at = next(i for i, token in enumerate(tokens) if token.text == word)
    assert is_no_verb(tokens, at, at) is expected


def test_several_words_are_no_name() -> None:
    tokens = tokenise("It was May Well 9", 0, 17)
    assert not is_no_verb(tokens, 2, 3)


@given(
    day=st.integers(1, 31),
    writing=st.sampled_from(WRITINGS),
    carrier=st.sampled_from(["The bill will pass {}.", "{}, the bill will pass.", "It will, {}, be passed."]),
)
def test_the_may_of_a_date_is_never_a_hedge(day: int, writing: str, carrier: str) -> None:
    clause = carrier.format(writing.format(d=day))
    reading = read_hedge(clause[0].upper() + clause[1:], "en", TABLE)
    assert reading is not None
    assert reading.phrase == "will"
