from dataclasses import replace
from datetime import date
from html import escape

import pytest

from registry import lexicon
from registry.domain.errors import Invalid, NoArticle
from registry.domain.reading import Reading
from registry.intake.reading import MOST_SEARCHED, find_candidates, read_new, surest
from registry.outbound import Fetched
from registry.schemas.articles import ArticleNew
from tests.readings import PRICES, RUTTE, SUMMIT, candidate, extraction

TODAY = date(2025, 8, 12)
LINES = (
    "The two presidents meet on Friday, and the capital is full of journalists from all over the world.",
    "The summit will certainly end without a treaty, and the war will go on until the end of 2026.",
    "Nobody in the delegations wanted to say anything on the record about the plans for the afternoon.",
)
TEXT = "\n".join(LINES)
ADDRESS = "https://News.example.org/column"
HEAD = "<meta property='og:site_name' content='Morning Post'><meta name='author' content='Eva Lind'>"


def page(head: str = HEAD, address: str = "https://news.example.org/column") -> Fetched:
    body = "".join(f"<p>{escape(line)}</p>" for line in LINES)
    html = f"<!doctype html><html lang='en'><head>{head}</head><body><article>{body}</article></body></html>"
    return Fetched(ADDRESS, address, 200, "text/html", "utf-8", html.encode())


def nothing_to_fetch(address: str) -> Fetched:
    raise AssertionError(f"{address} was fetched although the text is there")


def read_text(text: str, **facts: object) -> Reading:
    new = ArticleNew.model_validate({"text": text} | facts)
    return read_new(new, fetch=nothing_to_fetch, lexicon=lexicon.load(), today=TODAY)


def read_address(fetched: Fetched, **facts: object) -> Reading:
    new = ArticleNew.model_validate({"address": ADDRESS} | facts)
    return read_new(new, fetch=lambda _: fetched, lexicon=lexicon.load(), today=TODAY)


def test_a_pasted_text_is_kept_to_the_character() -> None:
    text = f"  {TEXT}\r\n\tEnd – “quoted” \n"
    reading = read_text(text, address="HTTPS://Example.ORG/a#b")
    assert (reading.text, reading.addresses, reading.language) == (text, ("https://example.org/a",), "en")


def test_candidates_point_into_the_text() -> None:
    reading = read_text(TEXT)
    assert reading.extraction is not None
    assert reading.extraction.candidates
    for found in reading.extraction.candidates:
        assert all(reading.text[start:end].strip() for start, end in found.quotes)


def test_nobody_looks_for_candidates_unasked() -> None:
    assert read_text(TEXT, extract=False).extraction is None


@pytest.mark.parametrize(
    ("text", "facts", "day", "basis"),
    [
        (TEXT, {}, None, None),
        (TEXT, {"published_on": "2025-08-10"}, date(2025, 8, 10), "entered"),
        (f"10 August 2025\n{TEXT}", {"published_on": "2025-08-10"}, date(2025, 8, 10), "printed"),
        (f"10 August 2025\n{TEXT}", {"published_on": "2025-08-09"}, date(2025, 8, 9), "entered"),
    ],
)
def test_a_day_is_printed_or_only_entered(
    text: str, facts: dict[str, str], day: date | None, basis: str | None
) -> None:
    reading = read_text(text, **facts)
    assert (reading.published_on, reading.published_basis) == (day, basis)


def test_the_author_that_is_given_speaks_where_the_text_names_nobody() -> None:
    reading = read_text(TEXT, author="Qiang Wu")
    assert reading.extraction is not None
    assert {found.speaker for found in reading.extraction.candidates} == {"Qiang Wu"}


def test_a_page_says_who_wrote_it_and_where() -> None:
    reading = read_address(page())
    assert (reading.outlet, reading.byline, reading.language) == ("Morning Post", "Eva Lind", "en")
    assert reading.text == TEXT


def test_what_a_person_says_overrules_the_page() -> None:
    reading = read_address(page(), outlet="Evening Post", byline="E. Lind", title="Friday")
    assert (reading.outlet, reading.byline, reading.title) == ("Evening Post", "E. Lind", "Friday")


def test_an_article_is_known_by_every_address_that_led_to_it() -> None:
    own = "<link rel='canonical' href='https://news.example.org/2025/column'>"
    reading = read_address(page(own, "https://news.example.org/column?id=1"))
    assert reading.addresses == (
        "https://news.example.org/column",
        "https://news.example.org/column?id=1",
        "https://news.example.org/2025/column",
    )


def test_a_front_page_is_no_address_of_an_article() -> None:
    own = "<link rel='canonical' href='https://news.example.org/'>"
    assert read_address(page(own)).addresses == ("https://news.example.org/column",)


def test_facts_of_a_page_are_cut_to_what_can_be_kept() -> None:
    head = f"<title>{'long ' * 300}</title><meta property='og:site_name' content='{'The Post ' * 40}'>"
    reading = read_address(page(head))
    assert len(reading.title or "") <= 500
    assert len(reading.outlet or "") <= 200


def test_an_article_in_a_language_without_a_lexicon_is_kept_with_a_note() -> None:
    reading = read_text("Пре самита\nНико не зна шта ће се догодити у петак.", language="sr")
    assert (reading.extraction, reading.language) == (None, "sr")
    assert any("language" in note for note in reading.notes)
    with pytest.raises(Invalid):
        find_candidates(reading.text, language="sr", author=None, published_on=None, lexicon=lexicon.load())


def test_a_text_too_long_to_search_is_kept_with_a_note() -> None:
    endless = "It will rain. " * (MOST_SEARCHED // 14 + 1)
    reading = read_text(endless)
    assert (reading.text, reading.extraction) == (endless, None)
    assert "in parts" in reading.notes[-1]


def test_the_surest_of_very_many_candidates_are_kept() -> None:
    found = extraction(candidate(SUMMIT), candidate(PRICES), candidate(RUTTE))
    kept = surest(found, 2)
    assert [one.statement for one in kept.candidates] == [SUMMIT, PRICES]
    assert kept.notes == ("Of 3 candidates the surest 2 were kept.",)
    assert surest(found, 3) == found


def test_white_space_is_no_article() -> None:
    with pytest.raises(NoArticle):
        read_text(" \n ")


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(NoArticle):
        read_address(replace(page(), body=b"<html><body><nav>Home Sport</nav></body></html>"))
