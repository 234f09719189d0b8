from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.extraction.dates import find_due_dates
from registry.domain.extraction.deadlines import find_deadline, read_article_dates
from registry.domain.extraction.sentences import split_sentences
from registry.domain.extraction.undated_texts import dates_in_year, year_of
from registry.lexicon import load

LEXICON = load()

LOOKS_BACK = {
    "en": "In 2004 the club lost twice. The 2004 cup was a disaster. ",
    "de": "Der Verein verlor 2004 zweimal. Auch der Pokal 2004 wurde ein Debakel. ",
}


def year_in(text: str, language: str) -> int | None:
    words = LEXICON.dates[language]
    sentences = [(s.start, s.end) for s in split_sentences(text, LEXICON.languages[language])]
    return year_of(text, sentences, find_due_dates(text, None, words), words)


def due_in(text: str, claim: str, language: str) -> tuple[date | None, str] | None:
    words = LEXICON.dates[language]
    sentences = [(s.start, s.end) for s in split_sentences(text, LEXICON.languages[language])]
    article = read_article_dates(text, sentences, None, words, LEXICON.events)
    start = text.index(claim)
    due = find_deadline(article, [(start, start + len(claim))], words, LEXICON.events)
    return (due.due_on, due.rule) if due else None


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_text_is_of_the_year_after_the_one_it_looks_back_on_twice(language: str) -> None:
    assert year_in(LOOKS_BACK[language], language) == 2005


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In 1912 the mill was built.", "en"),
        ("By 2030 costs will fall. In 2031 they will fall again. Everyone expects it by 2031.", "en"),
        ("Erst 2019 ist damit zu rechnen, so der Plan bis Ende 2018. Bis 2019 ist noch Zeit.", "de"),
        ("Der Verein wird 2004 verlieren, und 2004 wird er auch siegen.", "de"),
        ("Nobody names a year here.", "en"),
    ],
)
def test_a_year_named_once_or_still_to_come_tells_nothing(text: str, language: str) -> None:
    assert year_in(text, language) is None


@pytest.mark.parametrize(
    ("claim", "language", "due_on"),
    [
        ("They will win on 12 March.", "en", date(2005, 3, 12)),
        ("They will win this year.", "en", date(2005, 12, 31)),
        ("The roof will be ready this summer.", "en", date(2005, 8, 31)),
        ("Der Verein wird am 12. März siegen.", "de", date(2005, 3, 12)),
        ("Der Verein wird noch in diesem Jahr siegen.", "de", date(2005, 12, 31)),
        ("Die Halle wird Ende Februar fertig.", "de", date(2005, 2, 28)),
    ],
)
def test_a_date_that_needs_only_the_year_is_resolved_and_marked_as_inferred(
    claim: str, language: str, due_on: date
) -> None:
    found = due_in(LOOKS_BACK[language] + claim, claim, language)
    assert found is not None
    assert found[0] == due_on
    assert found[1].endswith("+year")


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("They will win on Friday.", "en"),
        ("They will win in a fortnight.", "en"),
        ("They will win this month.", "en"),
        ("Der Verein wird morgen siegen.", "de"),
        ("Der Verein wird nächste Woche siegen.", "de"),
    ],
)
def test_a_date_that_needs_the_day_stays_open(claim: str, language: str) -> None:
    assert due_in(LOOKS_BACK[language] + claim, claim, language) is None


def test_two_contenders_tell_which_election_an_undated_text_speaks_of() -> None:
    claim = "Labour will win the general election."
    assert due_in(f"Ed Miliband met David Cameron. {claim}", claim, "en") == (date(2015, 5, 7), "election+event")


@pytest.mark.parametrize(
    "opening",
    ["David Cameron spoke.", "Gordon Brown, David Cameron, Ed Miliband and Nick Clegg spoke.", "Nobody spoke."],
)
def test_one_contender_or_those_of_two_elections_tell_nothing(opening: str) -> None:
    claim = "Labour will win the general election."
    assert due_in(f"{opening} {claim}", claim, "en") is None


@given(year=st.integers(1990, 2100), day=st.integers(1, 28), month=st.sampled_from(["March", "June", "October"]))
def test_a_day_and_month_fall_into_the_year_of_the_text(year: int, day: int, month: str) -> None:
    words = LEXICON.dates["en"]
    text = f"It will come on {day} {month}."
    found = dates_in_year(text, find_due_dates(text, None, words), year, words)
    assert [due.due_on and due.due_on.year for due in found] == [year]
