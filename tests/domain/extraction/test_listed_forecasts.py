import pytest

from tests.extraction_texts import claims

TITLE = "Unser Orakel für das neue Jahr\n\nUnsere Leser haben geschrieben.\n\nHier ist eine Auswahl.\n\n"


def listed(text: str) -> list[str]:
    return [claim.passage.words for claim in claims("de", text) if {r.kind for r in claim.unit.readings} == {"listed"}]


def test_an_item_without_a_verb_is_a_claim_where_the_headline_promises_forecasts() -> None:
    assert listed(f"{TITLE}Ein Bahnhof ohne Gleise. Das freut die Kinder.\n\nEine Frau im Rathaus!") == [
        "Ein Bahnhof ohne Gleise.",
        "Eine Frau im Rathaus!",
    ]


@pytest.mark.parametrize(
    "item", ["Der Bahnhof brannte ab.", "Der Bahnhof ist verschwunden.", "Ein Bahnhof ohne Gleise?", "Kein Bahnhof."]
)
def test_what_looks_back_asks_or_says_next_to_nothing_is_none(item: str) -> None:
    assert listed(TITLE + item) == []


def test_a_number_before_an_item_and_an_aside_that_looks_back_do_no_harm() -> None:
    text = "Five guesses for 2031\n\nOur readers wrote.\n\nHere they are.\n\n1. No bank fails.\n\n"
    text += "2. Riverside Air, which lost a fortune, gets sold."
    found = [c.passage.words for c in claims("en", text) if {r.kind for r in c.unit.readings} == {"numbered"}]
    assert found == ["No bank fails.", "Riverside Air, which lost a fortune, gets sold."]


def test_another_text_lists_nothing() -> None:
    text = "Das große Fest\n\nUnsere Leser haben geschrieben.\n\nHier ist eine Auswahl.\n\nEin Bahnhof ohne Gleise."
    assert listed(text) == []


@pytest.mark.parametrize(
    "teaser", ["Was kommt, was bleibt.", "Ein Blick in die Glaskugel.", "Im Vorjahr lagen wir zweimal richtig."]
)
def test_a_teaser_promises_forecasts_in_many_ways(teaser: str) -> None:
    text = f"Fünf für 2031\n\n{teaser}\n\nHier sind sie.\n\n1. Die Fähre nach Ellund fährt auch im Winter."
    found = [c.passage.words for c in claims("de", text) if {r.kind for r in c.unit.readings} == {"numbered"}]
    assert found == ["1. Die Fähre nach Ellund fährt auch im Winter."]
