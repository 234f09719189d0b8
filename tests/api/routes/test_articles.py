import hashlib
from collections.abc import Sequence
from html import escape

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from registry.api.app import create_app
from registry.outbound import Network
from registry.settings import Settings
from tests.api.conftest import Clock
from tests.outbound.loopback import Names, Site, answer

ARTICLES = "/api/v1/articles"
TEXT = (
    "Before the summit\n"
    "By Eva Lind, 10 August 2025\n"
    "The two presidents meet on Friday, and the capital is full of journalists from all over the world.\n"
    "The summit will certainly end without a treaty, and the war will go on until the end of 2026.\n"
    "Nobody in the delegations wanted to say anything on the record about the plans for the afternoon.\n"
)
PARAGRAPHS = "".join(f"<p>{escape(line)}</p>" for line in TEXT.splitlines()[2:])
PAGE = (
    "<!doctype html><html lang='en'><head><title>Before the summit</title>"
    "<meta property='og:site_name' content='Morning Post'><meta name='author' content='Eva Lind'>"
    "<meta property='article:published_time' content='2025-08-10'></head>"
    f"<body><article><h1>Before the summit</h1>{PARAGRAPHS}</article></body></html>"
).encode()


@pytest.fixture
def app(settings: Settings, engine: Engine, clock: Clock, network: Network) -> FastAPI:
    """The application, for which every public name leads to a site on this machine."""
    return create_app(settings, clock=clock, engine=engine, network=network)


def test_a_text_goes_on_record_with_what_was_found_in_it(client: TestClient) -> None:
    sent = {"text": TEXT, "outlet": "Morning Post", "byline": "Eva Lind", "published_on": "2025-08-10"}
    made = client.post(ARTICLES, json=sent)
    article = made.json()
    assert (made.status_code, made.headers["location"]) == (201, f"{ARTICLES}/{article['id']}")
    assert article["text"] == TEXT
    assert article["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (article["language"], article["published_basis"]) == ("en", "printed")
    assert article["n_candidates"] == article["n_waiting"] > 0
    assert client.get(made.headers["location"]).json() == article
    found = client.get(f"{made.headers['location']}/candidates").json()["items"]
    assert len(found) == article["n_candidates"]
    for candidate in found:
        assert candidate["quoted"] == [TEXT[start:end] for start, end in candidate["quotes"]]
        assert candidate["made_on"] == "2025-08-10"


def test_a_day_that_the_text_does_not_print_is_only_entered(client: TestClient) -> None:
    made = client.post(ARTICLES, json={"text": TEXT, "published_on": "2025-08-11"})
    assert made.json()["published_basis"] == "entered"


def test_a_page_is_fetched_read_and_known_by_its_addresses(client: TestClient, site: Site) -> None:
    site.pages = {"/column": answer(PAGE), "/column?from=home": answer(PAGE)}
    made = client.post(ARTICLES, json={"address": "http://News.Example.org:80/column#top"})
    article = made.json()
    assert (made.status_code, article["addresses"]) == (201, ["http://news.example.org/column"])
    assert (article["title"], article["outlet"], article["byline"]) == (
        "Before the summit",
        "Morning Post",
        "Eva Lind",
    )
    assert (article["published_on"], article["published_basis"]) == ("2025-08-10", "printed")
    again = client.post(ARTICLES, json={"address": "http://news.example.org/column"})
    assert (again.status_code, again.json()["errors"][0]["suggestions"]) == (409, [article["id"]])
    elsewhere = client.post(ARTICLES, json={"address": "http://news.example.org/column?from=home"})
    assert (elsewhere.status_code, elsewhere.json()["errors"][0]["where"]) == (409, "text")


def test_what_a_person_says_overrules_the_page(client: TestClient, site: Site) -> None:
    site.pages = {"/column": answer(PAGE)}
    sent = {"address": "http://news.example.org/column", "byline": "E. Lind", "published_on": "2025-08-09"}
    article = client.post(ARTICLES, json=sent).json()
    assert (article["byline"], article["published_on"], article["published_basis"]) == (
        "E. Lind",
        "2025-08-09",
        "entered",
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/admin",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "http://inside.example.org/",
        "http://news.example.org:22/",
    ],
)
def test_a_private_address_is_never_opened(client: TestClient, site: Site, names: Names, address: str) -> None:
    figures: dict[str, list[Sequence[str]]] = {host: [[host]] for host in ("127.0.0.1", "::1", "169.254.169.254")}
    names.answers = figures | {"inside.example.org": [["10.0.0.7"]]}
    refused = client.post(ARTICLES, json={"address": address})
    assert refused.status_code in {422, 502}
    assert refused.headers["content-type"] == "application/problem+json"
    assert site.requests == []
    assert client.get(ARTICLES).json()["items"] == []


def test_a_page_without_an_article_is_refused_with_a_remedy(client: TestClient, site: Site) -> None:
    site.pages = {"/": answer(b"<html><body><nav>Home Sport Politics</nav></body></html>")}
    refused = client.post(ARTICLES, json={"address": "http://news.example.org/"})
    assert refused.status_code == 422
    assert "paste its text" in refused.json()["detail"]


def test_an_address_that_does_not_answer_is_named(client: TestClient, site: Site) -> None:
    site.pages = {"/gone": answer(status="410 Gone")}
    refused = client.post(ARTICLES, json={"address": "http://news.example.org/gone"})
    assert refused.status_code == 502
    assert "archived copy" in refused.json()["detail"]


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "body"),
        ({"text": ""}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"text": "x", "language": "German"}, "language"),
        ({"text": "x", "published_on": "soon"}, "published_on"),
        ({"text": "x", "title": "y" * 501}, "title"),
        ({"address": "ftp://example.org/a"}, "address"),
        ({"text": "x", "bylines": "Eva"}, "bylines"),
        ({"text": "x", "supersedes": "00000000-0000-7000-8000-000000000000"}, "supersedes"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_its_place(client: TestClient, body: dict[str, str], where: str) -> None:
    refused = client.post(ARTICLES, json=body)
    assert refused.status_code == 422
    assert [fault["where"] for fault in refused.json()["errors"]] == [where]


def test_a_text_of_white_space_is_no_article(client: TestClient) -> None:
    refused = client.post(ARTICLES, json={"text": " \n "})
    assert (refused.status_code, "empty" in refused.json()["detail"]) == (422, True)


def test_half_a_surrogate_pair_is_refused(client: TestClient) -> None:
    body = b'{"text": "half of \\ud83d is not enough"}'
    refused = client.post(ARTICLES, content=body, headers={"Content-Type": "application/json"})
    assert (refused.status_code, "surrogate" in refused.text) == (422, True)


def test_an_article_in_a_language_that_is_not_known_is_kept_without_candidates(client: TestClient) -> None:
    text = "Пре самита\nОба председника се састају у петак и нико не зна шта ће се догодити.\n"
    made = client.post(ARTICLES, json={"text": text, "language": "sr"})
    assert (made.status_code, made.json()["language"], made.json()["n_candidates"]) == (201, "sr", 0)
    assert made.json()["notes"]


def test_a_file_goes_on_record(client: TestClient) -> None:
    made = client.post(
        f"{ARTICLES}/file",
        files={"file": ("column.txt", TEXT.encode(), "text/plain")},
        data={"byline": "Eva Lind", "published_on": "2025-08-10"},
    )
    assert (made.status_code, made.json()["text"], made.json()["byline"]) == (201, TEXT, "Eva Lind")
    page = client.post(f"{ARTICLES}/file", files={"file": ("column.html", PAGE, "text/html")})
    assert (page.status_code, page.json()["title"]) == (201, "Before the summit")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Ärger".encode("windows-1252") * 20, "not encoded in UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"%PDF-1.7", "a PDF"),
        (b"", "empty"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_a_remedy(client: TestClient, data: bytes, words: str) -> None:
    refused = client.post(f"{ARTICLES}/file", files={"file": ("column.txt", data, "text/plain")})
    assert (refused.status_code, words in refused.json()["detail"]) == (422, True)


def test_facts_are_corrected_under_the_version_that_was_read(client: TestClient) -> None:
    path = f"{ARTICLES}/{client.post(ARTICLES, json={'text': TEXT}).json()['id']}"
    changed = client.patch(path, json={"byline": "E. Lind"}, headers={"If-Match": '"1"'})
    assert (changed.json()["byline"], changed.headers["etag"]) == ("E. Lind", '"2"')
    assert client.patch(path, json={"outlet": "X"}, headers={"If-Match": '"1"'}).status_code == 412
    assert client.patch(path, json={"text": "Another text"}).status_code == 422


def test_looking_again_fills_in_the_author_and_finds_nothing_twice(client: TestClient) -> None:
    anonymous = TEXT.replace("By Eva Lind, ", "")
    path = f"{ARTICLES}/{client.post(ARTICLES, json={'text': anonymous}).json()['id']}/candidates"
    before = client.get(path).json()["items"]
    assert [candidate["speaker"] for candidate in before] == [None] * len(before)
    again = client.post(path, json={"author": "Eva Lind"})
    assert (again.status_code, again.json()["added"]) == (201, [])
    assert [candidate["speaker"] for candidate in again.json()["updated"]] == ["Eva Lind"] * len(before)
    assert client.post(path, json={"author": "Eva Lind"}).json()["n_unchanged"] == len(before)


def test_articles_are_listed_without_their_texts_and_searched(client: TestClient) -> None:
    client.post(ARTICLES, json={"text": TEXT, "title": "Before the summit"})
    client.post(ARTICLES, json={"text": "Something else entirely.", "title": "Other", "extract": False})
    page = client.get(ARTICLES, params={"limit": 1}).json()
    assert [article["title"] for article in page["items"]] == ["Other"]
    assert "text" not in page["items"][0]
    rest = client.get(ARTICLES, params={"limit": 1, "cursor": page["next_cursor"]}).json()
    assert [article["title"] for article in rest["items"]] == ["Before the summit"]
    assert len(client.get(ARTICLES, params={"q": "SUMMIT"}).json()["items"]) == 1
