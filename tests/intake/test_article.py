"""A file or an address gives an article, whichever form it has."""

from datetime import date
from pathlib import Path

import pytest

from registry.domain.errors import Invalid, NoArticle
from registry.intake.article import read_fetched, read_file
from registry.outbound import Fetched

TODAY = date(2026, 11, 20)
PAGE = (Path(__file__).parent / "pages" / "de_json_ld.html").read_bytes()
TITLE = "Warum die Fähre nach Norderholm wohl erst im Herbst fährt"


def fetched(body: bytes, content_type: str = "text/html", charset: str | None = None) -> Fetched:
    return Fetched("https://news.example/a", "https://news.example/b", 200, content_type, charset, body)


@pytest.mark.parametrize("name", ["page.html", "PAGE.HTM", "page.txt", None])
def test_a_file_of_html_is_read_as_a_page_by_its_name_or_its_beginning(name: str | None) -> None:
    assert read_file(PAGE, name=name, today=TODAY).title == TITLE


@pytest.mark.parametrize("name", ["notes.txt", "notes.md", "notes", None])
def test_any_other_file_is_its_own_text(name: str | None) -> None:
    data = "# Notizen\r\n\r\nDie Fähre fährt *nicht*: <b>nie</b>.\r\n".encode()
    page = read_file(data, name=name, today=TODAY)
    assert page.text.encode() == data
    assert (page.title, page.byline, page.published_on, page.notes) == (None, None, None, ())


def test_a_faulty_file_is_called_by_its_name() -> None:
    with pytest.raises(Invalid, match=r"^notes\.txt is not encoded"):
        read_file("Fähre".encode("latin-1"), name="notes.txt", today=TODAY)
    with pytest.raises(NoArticle, match=r"^The text is empty"):
        read_file(b"", name=None, today=TODAY)


@pytest.mark.parametrize("content_type", ["text/html", "application/xhtml+xml", "", "text/plain"])
def test_a_fetched_page_is_read_as_html(content_type: str) -> None:
    assert read_fetched(fetched(PAGE, content_type), today=TODAY).title == TITLE


def test_a_fetched_text_is_read_in_the_encoding_it_was_sent_in() -> None:
    page = read_fetched(fetched("Die Fähre fährt.".encode("latin-1"), "text/plain", "iso-8859-1"), today=TODAY)
    assert page.text == "Die Fähre fährt."
    assert page.outlet == "news.example"


def test_a_fetched_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(Invalid, match="is a PDF"):
        read_fetched(fetched(b"%PDF-1.7", ""), today=TODAY)
    with pytest.raises(NoArticle):
        read_fetched(fetched(b"", "text/plain"), today=TODAY)
