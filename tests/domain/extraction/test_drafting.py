from datetime import date

from registry.domain.extraction.article import read_dates
from registry.domain.extraction.candidate import Candidate
from registry.domain.extraction.claims import claims_of
from registry.domain.extraction.drafting import draft, grade_of
from registry.domain.extraction.pipeline import extract
from tests.extraction_texts import article, lexicon


def drafted(code: str, text: str, author: str | None = "Mia Falk") -> Candidate:
    read = article(code, text, author, date(2025, 8, 10))
    claim = next(claims_of(read, lexicon().scorer))
    return draft(claim, read, read_dates(read, lexicon()), lexicon()).candidate


def test_a_claim_of_the_author_is_not_attributed() -> None:
    candidate = drafted("de", "Der Preis wird am kommenden Freitag wohl steigen.")
    assert (candidate.speaker, candidate.attributed) == ("Mia Falk", False)
    assert (candidate.due_on, candidate.due_text) == (date(2025, 8, 15), "am kommenden Freitag")
    assert candidate.grade == "sharp"
    assert candidate.made_on == date(2025, 8, 10)
    assert candidate.probability is not None
    assert candidate.probability_low is not None
    assert candidate.probability_high is not None
    assert 0.5 < candidate.probability_low <= candidate.probability <= candidate.probability_high < 1


def test_a_claim_of_somebody_else_is_attributed() -> None:
    candidate = drafted("en", "Prices will not rise, Ada Hale said.")
    assert (candidate.speaker, candidate.attributed, candidate.polarity) == ("Ada Hale", True, "no")


def test_the_date_of_a_condition_is_no_deadline() -> None:
    candidate = drafted("de", "Wenn das Geld bis Freitag fehlt, wird der Verein absteigen.")
    assert candidate.kind == "conditional"
    assert candidate.due_on is None


def test_an_answer_is_the_second_quote_and_gives_the_polarity() -> None:
    text = "Wird der Trainer das Jahr überstehen? Wohl kaum."
    candidate = drafted("de", text)
    assert [text[a:b] for a, b in candidate.quotes] == text.replace("? ", "?|").split("|")
    assert candidate.polarity == "no"


def test_a_quote_is_never_longer_than_a_reader_wants() -> None:
    candidate = drafted("de", "Der Preis wird steigen " + "und steigen " * 90 + "bis zum Ende.")
    assert max(end - start for start, end in candidate.quotes) <= 600


def test_a_deadline_makes_a_claim_sharp() -> None:
    assert grade_of(date(2025, 1, 1)) == "sharp"
    assert grade_of(None) == "soft"


def test_the_words_of_a_deadline_are_placed_and_both_readings_kept() -> None:
    text = "The bank will raise its rates by December."
    candidate = drafted("en", text)
    assert candidate.due_place is not None
    assert text[slice(*candidate.due_place)] == candidate.due_text == "by December"
    assert (candidate.due_on, candidate.due_alternative) == (date(2025, 12, 31), date(2025, 11, 30))
    assert (candidate.due_precision, candidate.due_inferred) == ("month", True)
    read = extract(text, lexicon=lexicon(), language="en", published=date(2025, 8, 10))
    assert "by another reading up to and including 30 November 2025" in (read.candidates[0].criteria or "")


def test_a_reading_that_has_passed_already_is_none() -> None:
    candidate = drafted("en", "The bank will raise its rates by June.")
    assert (candidate.due_on, candidate.due_alternative) == (date(2026, 6, 30), None)


def test_a_full_date_leaves_nothing_to_infer() -> None:
    candidate = drafted("en", "The bank will raise its rates by 5 May 2026.")
    assert (candidate.due_inferred, candidate.due_alternative) == (False, None)


def test_the_day_of_an_event_of_public_record_stands_nowhere_in_the_text() -> None:
    candidate = drafted("de", "Bei der Fußball-WM wird die Nationalmannschaft wohl früh ausscheiden.")
    assert (candidate.due_on, candidate.due_text) == (date(2026, 7, 19), "FIFA World Cup")
    assert (candidate.due_place, candidate.due_inferred) == (None, True)


def test_an_answer_too_short_to_be_found_again_is_quoted_with_its_question() -> None:
    text = "Der Rat tagt. Wird die Regierung im Herbst stürzen? Nein."
    found = extract(text, lexicon=lexicon(), language="de").candidates
    assert [[text[start:end] for start, end in one.quotes] for one in found] == [
        ["Wird die Regierung im Herbst stürzen? Nein."]
    ]


def test_what_is_too_short_to_quote_is_no_candidate() -> None:
    assert extract("It will. Bye.", lexicon=lexicon(), language="en", threshold=0.0).candidates == ()


def test_what_an_interviewer_asks_is_claimed_by_the_guest_who_answers() -> None:
    text = (
        "Die Geologin Petra Roth über das Watt\n\nBLATT: Was sehen Sie dort?\nROTH: Viel Schlick.\n"
        "BLATT: Wird es die Insel am Ende des Jahrhunderts noch geben?\nROTH: In dieser Form sicher nicht."
    )
    (found,) = extract(text, lexicon=lexicon(), language="de", threshold=0.2).candidates
    assert (found.speaker, found.polarity) == ("Petra Roth", "no")
    assert len(found.quotes) == 2
