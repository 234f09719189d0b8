"""Finding the article in a page, on pages of the kinds that the web has."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.errors import NoArticle, TooLarge
from registry.intake.page import Page, read_page
from registry.intake.text import check_characters

PAGES = Path(__file__).parent / "pages"
CASES: list[dict[str, Any]] = yaml.safe_load((PAGES / "pages.yaml").read_text(encoding="utf-8"))
FACTS = ("title", "byline", "published_on", "outlet", "language", "canonical_url")
TODAY = date(2026, 11, 20)

PROSE = "".join(
    f"<p>The harbour will be dredged in year {n}, and the boats will come back again.</p>" for n in range(4)
)


def read(body: bytes, url: str | None = "https://news.example/page", charset: str | None = None) -> Page:
    return read_page(body, url=url, charset=charset, today=TODAY)


def page_with(head: str = "", body: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}{PROSE}</body></html>".encode()


def test_every_page_has_its_case() -> None:
    without_article = {"de_navigation.html"}
    assert {case["page"] for case in CASES} | without_article == {each.name for each in PAGES.glob("*.html")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["page"])
def test_a_page_gives_its_article_and_what_it_tells_about_it(case: dict[str, Any]) -> None:
    page = read((PAGES / case["page"]).read_bytes(), case["url"])
    assert {fact: getattr(page, fact) for fact in FACTS} == {fact: case[fact] for fact in FACTS}
    assert page.text.startswith(case["begins"])
    assert page.text.endswith(case["ends"])
    assert [word for word in case["lacks"] if word in page.text] == []
    assert len(page.text.splitlines()) == case["paragraphs"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["page"])
def test_what_was_inferred_is_noted(case: dict[str, Any]) -> None:
    notes = read((PAGES / case["page"]).read_bytes(), case["url"]).notes
    assert len(notes) == len(case["notes"])
    for note, words in zip(notes, case["notes"], strict=True):
        assert words in note


@pytest.mark.parametrize(
    "body",
    [
        (PAGES / "de_navigation.html").read_bytes(),
        b"",
        b"   ",
        b"<html></html>",
        b"<p>Please enable JavaScript to use this site, which cannot be shown without it.</p>",
        bytes(range(256)) * 100,
        b"<div>" * 5000,
        b'{"text": "no page"}',
    ],
    ids=["menu", "empty", "blank", "bare", "scripts", "binary", "deep", "json"],
)
def test_a_page_without_an_article_is_refused_with_a_remedy(body: bytes) -> None:
    with pytest.raises(NoArticle, match=r"news\.example/page holds no article .* paste its text"):
        read(body)


def test_a_page_of_endless_parts_is_refused() -> None:
    with pytest.raises(TooLarge, match="Paste its text"):
        read(b"a<br>" * 150_001)


SCRAPS = (
    *(
        "<p>",
        "</p>",
        "<div",
        ">",
        "<table><tr><td>",
        "</table>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<br/>",
    ),
    *("&#0;", "&#xD800;", "\0", "\ud800", "<html lang=", "<?xml", "?>", "<svg>", "<pre>\n", "<h1>"),
    *(
        "<meta name=date content='",
        "2026-13-45",
        "'>",
        "<time datetime='x'>",
        "<link rel=canonical href='http://[",
    ),
    *("<base href='//['>", "<a href='http://[:'>", PROSE, '<script type="application/ld+json">'),
    '{"@type": "NewsArticle", "author": [null, 3], "datePublished": {}}',
)


@given(st.lists(st.sampled_from(SCRAPS), max_size=25))
@settings(max_examples=150)
def test_whatever_a_page_is_made_of_it_gives_an_article_or_says_that_there_is_none(scraps: list[str]) -> None:
    try:
        page = read("".join(scraps).encode("utf-8", "surrogatepass"))
    except NoArticle:
        return
    assert page.text.strip() == page.text
    check_characters(page.text)


def test_the_same_page_reads_the_same_every_time() -> None:
    body = (PAGES / "en_div_soup.html").read_bytes()
    first = read(body)
    assert all(read(body) == first for _ in range(5))


def test_line_breaks_of_the_source_are_no_line_breaks_of_the_text() -> None:
    body = page_with(body="<p>It will rain\r\n   before the\nweek is out, they all say.</p>")
    assert read(body).text.splitlines()[0] == "It will rain before the week is out, they all say."


def test_an_xml_declaration_does_no_harm() -> None:
    body = b'<?xml version="1.0" encoding="iso-8859-1"?>\n' + page_with(body="<p>Größere Schiffe kommen.</p>")
    assert "Größere Schiffe kommen." in read(body).text


def test_a_paragraph_that_was_left_out_is_noted_with_its_beginning() -> None:
    hidden = "<div style='display:none'><p>A paragraph that nobody sees will still be missed by us here.</p></div>"
    (note,) = [note for note in read(page_with(body=hidden)).notes if "left out" in note]
    assert "left out: 1" in note
    assert "A paragraph that nobody sees" in note


def test_an_address_in_place_of_a_page_is_not_fetched() -> None:
    with pytest.raises(NoArticle):
        read(b"https://other.example/")
