"""What a page tells about itself, and what may be inferred where it is silent."""

from datetime import date

import pytest
from trafilatura.utils import load_html

from registry.intake.page_facts import (
    canonical_address,
    first_byline,
    host_of,
    language_of,
    left_out_note,
    paywall_note,
    publication_date,
)

TODAY = date(2026, 11, 20)
SILENT = "<html><head><title>t</title></head><body><p>text</p></body></html>"


def dated(markup: str = SILENT, heads: tuple[str, ...] = (), url: str | None = None) -> date | None:
    return publication_date(load_html(markup), heads, url, TODAY)[0]


def in_head(element: str) -> str:
    return SILENT.replace("<title>", element + "<title>")


@pytest.mark.parametrize(
    ("heads", "published_on"),
    [
        (("3. Februar 2026",), date(2026, 2, 3)),
        (("Title", "By A. Writer", "February 3, 2026"), date(2026, 2, 3)),
        (("10.08.2025",), date(2025, 8, 10)),
        (("Stand: 2025-08-10, 14 Uhr",), date(2025, 8, 10)),
        (("Ausgabe 2025",), None),
        (("Juli 2025",), None),
        (("21. November 2026",), date(2026, 11, 21)),
        (("23. November 2026",), None),
        ((), None),
    ],
)
def test_a_dateline_gives_the_date_only_if_it_names_the_day(heads: tuple[str, ...], published_on: date | None) -> None:
    assert dated(heads=heads) == published_on


@pytest.mark.parametrize(
    ("url", "published_on"),
    [
        ("https://news.example/2026/05/17/orchard", date(2026, 5, 17)),
        ("https://news.example/2026/orchard", None),
        ("https://news.example/article/20267", None),
        (None, None),
    ],
)
def test_an_address_gives_the_date_only_if_it_names_the_day(url: str | None, published_on: date | None) -> None:
    assert dated(url=url) == published_on


def test_the_markup_goes_before_the_dateline_and_the_dateline_before_the_address() -> None:
    markup = in_head('<meta property="article:published_time" content="2026-01-02T10:00:00Z">')
    heads, url = ("3. Januar 2026",), "https://news.example/2026/01/04/x"
    assert dated(markup, heads, url) == date(2026, 1, 2)
    assert dated(SILENT, heads, url) == date(2026, 1, 3)
    assert dated(SILENT, (), url) == date(2026, 1, 4)


def test_the_first_publication_counts_and_not_the_last_change() -> None:
    changed = '<meta property="article:modified_time" content="2026-06-01T10:00:00Z">'
    published = '<meta property="article:published_time" content="2026-01-02T10:00:00Z">'
    assert dated(in_head(changed + published)) == date(2026, 1, 2)


def test_dates_inside_the_text_are_not_the_pages_own() -> None:
    assert dated(SILENT.replace("text", "The vote is on 4 May 2026, the result on 5 May 2026.")) is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Von Clemens Aurich", "Clemens Aurich"),
        ("By Edith Marlowe", "Edith Marlowe"),
        ("VON HEDWIG LORENZEN", "HEDWIG LORENZEN"),
        ("Von Anne-Marie von der Heide und Jörg Käthner", "Anne-Marie von der Heide und Jörg Käthner"),
        ("By A. J. O’Hara and Basil Thornley", "A. J. O’Hara and Basil Thornley"),
        ("Von 1990 bis heute", None),
        ("By the sea: ten walks", None),
        ("Clemens Aurich", None),
        ("Von " + "Sehr Lang " * 10, None),
    ],
)
def test_a_line_above_the_text_may_be_the_byline(line: str, byline: str | None) -> None:
    assert first_byline(["Der Markt wird kleiner", line])[0] == byline


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ("<html lang='de'><body></body></html>", "de"),
        ("<html lang='EN-gb'><body></body></html>", "en"),
        ("<html xml:lang='fr'><body></body></html>", "fr"),
        (in_head("<meta property='og:locale' content='de_AT'>"), "de"),
        (in_head("<meta http-equiv='Content-Language' content='en'>"), "en"),
        ("<html lang='german'><body></body></html>", None),
        ("<html lang=''><body></body></html>", None),
        (SILENT, None),
    ],
)
def test_the_language_is_the_declared_one(markup: str, language: str | None) -> None:
    assert language_of(load_html(markup)) == language


@pytest.mark.parametrize(
    ("named", "canonical"),
    [
        ("https://news.example/a", "https://news.example/a"),
        ("https://www.news.example/a", "https://www.news.example/a"),
        ("/a", "https://news.example/a"),
        ("//news.example/a", "https://news.example/a"),
        ("https://other.example/a", None),
        ("javascript:alert(1)", None),
        ("http://[::1", None),
        ("https:///a", "https://news.example/a"),
        ("", "https://news.example/page"),
    ],
)
def test_an_address_is_canonical_only_on_its_own_host(named: str, canonical: str | None) -> None:
    tree = load_html(in_head(f"<link rel='canonical' href='{named}'>"))
    assert canonical_address(tree, "https://news.example/page")[0] == canonical


def test_a_file_may_name_where_it_came_from() -> None:
    tree = load_html(in_head("<link rel='canonical' href='https://news.example/a'>"))
    assert canonical_address(tree, None)[0] == "https://news.example/a"
    assert canonical_address(load_html(in_head("<link rel='canonical' href='/a'>")), None)[0] is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.news.example/a", "news.example"),
        ("http://News.example:80/", "news.example"),
        (None, None),
    ],
)
def test_the_host_is_the_name_without_www(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("markup", "warned"),
    [
        ('{"isAccessibleForFree": false}', True),
        ('{"isAccessibleForFree":"False"}', True),
        ('{"isAccessibleForFree": true}', False),
        ("", False),
    ],
)
def test_a_page_that_is_not_free_is_told_of(markup: str, warned: bool) -> None:
    assert (paywall_note(markup) is not None) == warned


def test_furniture_does_not_count_as_left_out() -> None:
    sentence = "Subscribe to read on and we will write to you every single week."
    for place in ("nav", "footer", "aside", "form"):
        assert left_out_note(load_html(f"<html><body><{place}><p>{sentence}</p></{place}></body></html>"), "") is None
    assert left_out_note(load_html(f"<html><body><p>{sentence}</p></body></html>"), "") is not None
    assert left_out_note(load_html(f"<html><body><p>{sentence}</p></body></html>"), sentence) is None
