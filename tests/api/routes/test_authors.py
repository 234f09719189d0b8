import pytest
from fastapi.testclient import TestClient

AUTHORS = "/api/v1/authors"


@pytest.fixture(autouse=True)
def rutte(client: TestClient) -> None:
    assert client.post(AUTHORS, json={"name": "Mark Rutte", "aliases": ["M. Rutte"]}).status_code == 201


def test_a_new_author_answers_with_slug_place_and_version(client: TestClient) -> None:
    answer = client.post(AUTHORS, json={"name": "Jürgen Groß", "description": "columnist"})
    assert (answer.status_code, answer.headers["location"], answer.headers["etag"]) == (
        201,
        f"{AUTHORS}/juergen-gross",
        '"1"',
    )
    assert answer.json()["slug"] == "juergen-gross"
    assert client.get(answer.headers["location"]).json() == answer.json()


def test_a_list_of_authors_is_taken_whole_or_not_at_all(client: TestClient) -> None:
    taken = client.post(AUTHORS, json=[{"name": "Eva Lind"}, {"name": "Rutte Institute"}])
    assert [author["slug"] for author in taken.json()] == ["eva-lind", "rutte-institute"]
    refused = client.post(AUTHORS, json=[{"name": "Qiang Wu"}, {"name": "m. rutte"}, {"name": "Eva Lind"}])
    assert refused.status_code == 409
    assert [(fault["where"], fault["suggestions"]) for fault in refused.json()["errors"]] == [
        ("1.name", ["mark-rutte"]),
        ("2.name", ["eva-lind"]),
    ]
    assert client.get(f"{AUTHORS}/qiang-wu").status_code == 404


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": "a\x00b"}, "name"),
        ({"name": "two\nlines"}, "name"),
        ({"name": "…"}, "name"),
        ({"name": "x", "kind": "robot"}, "kind"),
        ({"name": "x", "wikidata": "57792"}, "wikidata"),
        ([{"name": "x"}, {"name": 5}], "1.name"),
        ([], "body"),
    ],
)
def test_a_name_that_cannot_be_kept_is_refused_by_its_place(client: TestClient, body: object, where: str) -> None:
    answer = client.post(AUTHORS, json=body)
    assert answer.status_code == 422
    assert [fault["where"] for fault in answer.json()["errors"]] == [where]


def test_half_a_surrogate_pair_is_refused(client: TestClient) -> None:
    body = b'{"name": "Mark \\ud800"}'
    answer = client.post(AUTHORS, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert "surrogate" in answer.text


def test_authors_are_searched_and_paged(client: TestClient) -> None:
    client.post(AUTHORS, json=[{"name": "Ann Bo"}, {"name": "Aid Council", "kind": "organisation"}])
    assert [author["slug"] for author in client.get(AUTHORS, params={"q": "RUTT"}).json()["items"]] == ["mark-rutte"]
    [near] = client.get(AUTHORS, params={"q": "Marc Rute"}).json()["items"]
    assert near["aliases"] == ["M. Rutte"]
    [council] = client.get(AUTHORS, params={"kind": "organisation"}).json()["items"]
    assert council["name"] == "Aid Council"
    page = client.get(AUTHORS, params={"limit": 2}).json()
    rest = client.get(AUTHORS, params={"limit": 2, "cursor": page["next_cursor"]}).json()
    assert [author["slug"] for author in page["items"] + rest["items"]] == [
        "aid-council",
        "ann-bo",
        "mark-rutte",
    ]
    assert rest["next_cursor"] is None


def test_a_change_needs_the_version_that_was_read(client: TestClient) -> None:
    path = f"{AUTHORS}/mark-rutte"
    changed = client.patch(path, json={"description": "Secretary General"}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"')
    stale = client.patch(path, json={"description": "Premier"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    assert client.get(path).json()["description"] == "Secretary General"


def test_aliases_come_and_go(client: TestClient) -> None:
    path = f"{AUTHORS}/mark-rutte/aliases"
    assert client.post(path, json={"name": "NATO chief"}).json()["aliases"] == ["M. Rutte", "NATO chief"]
    assert client.get(path).json() == ["M. Rutte", "NATO chief"]
    assert client.post(path, json={"name": "nato chief"}).status_code == 409
    assert client.delete(path, params={"name": "NATO chief"}).json()["aliases"] == ["M. Rutte"]
    assert client.delete(path, params={"name": "NATO chief"}).status_code == 404
    assert client.delete(path, params={"name": "Mark Rutte"}).status_code == 409


def test_a_merged_author_answers_as_the_other_until_the_merge_is_undone(client: TestClient) -> None:
    client.post(AUTHORS, json={"name": "Rutte"})
    merged = client.post(f"{AUTHORS}/rutte/merge", json={"into": "Mark Rutte"})
    assert merged.json()["absorbed"] == [{"slug": "rutte", "name": "Rutte"}]
    old = client.get(f"{AUTHORS}/rutte")
    assert (old.json()["slug"], old.headers["content-location"]) == ("mark-rutte", f"{AUTHORS}/mark-rutte")
    assert client.post(f"{AUTHORS}/rutte/unmerge").json()["merged_into"] is None
    assert client.get(f"{AUTHORS}/rutte").json()["slug"] == "rutte"


def test_a_merge_into_an_unknown_author_offers_near_names(client: TestClient) -> None:
    client.post(AUTHORS, json={"name": "Rutte"})
    answer = client.post(f"{AUTHORS}/rutte/merge", json={"into": "Marc Rutte"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "into"
    assert "Mark Rutte" in answer.json()["errors"][0]["suggestions"]
