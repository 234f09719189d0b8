import pytest

from registry.client import Client, Conflict
from tests.claims import claim, verdict


def test_authors_are_added_found_by_other_names_and_merged(client: Client) -> None:
    author = client.add_author({"name": "Mark Rutte", "aliases": ["M. Rutte"]})
    other, _ = client.add_authors([{"name": "Rutte"}, {"name": "Eva Lind"}])
    assert [one.slug for one in client.iter_authors("m. rutte", page_size=1)] == ["mark-rutte"]
    client.change_author("mark-rutte", {"description": "Secretary General"}, if_version=author.version)
    client.merge_authors(other.slug, "mark-rutte")
    assert client.read_author("rutte").slug == "mark-rutte"
    assert client.unmerge_authors("rutte").merged_into is None


def test_aliases_come_and_go(client: Client) -> None:
    client.add_author({"name": "Mark Rutte"})
    client.add_alias("mark-rutte", "NATO chief")
    assert client.list_aliases("mark-rutte") == ["NATO chief"]
    with pytest.raises(Conflict):
        client.add_alias("mark-rutte", "nato chief")
    assert client.remove_alias("mark-rutte", "NATO chief").aliases == []


def test_a_record_is_read_of_a_part(client: Client) -> None:
    client.record_prediction(claim(tags=["peace"]))
    assert client.read_track_record("mira-holt").n == 1
    assert client.read_track_record("mira-holt", {"tag": "football"}).n == 0


def test_authors_are_compared(client: Client) -> None:
    client.record_prediction(claim(tags=["peace"]))
    assert client.read_leaderboard({"tag": "peace"}).n_authors == 1
    assert client.read_leaderboard({"tag": "football"}).n_authors == 0


def test_what_stands_behind_a_record_is_read_and_authors_are_put_beside_each_other(client: Client) -> None:
    for author in ("Mira Holt", "Jon Ask"):
        made = client.record_prediction(claim(author=author))
        client.judge_prediction(made.id, verdict())
    assert client.read_resolved("mira-holt", {"extremes": 1}).best[0].hit
    found = client.read_comparison(["mira-holt", "jon-ask"])
    assert [one.peer_score_mean for one in found.authors] == [0, 0]
