from registry.client import Client

ROWS = b"author,statement,made_on,due_on,probability,outcome\nEva Lind,It will rain.,2025-07-01,2025-07-31,0.8,yes\n"


def test_a_source_is_added_changed_and_exported(client: Client) -> None:
    made = client.add_source({"kind": "feed", "address": "https://example.org/feed.xml"})
    client.change_source(made.id, {"title": "Columns"}, if_version=made.version)
    assert client.read_source(made.id).title == "Columns"
    assert [one.id for one in client.iter_sources(page_size=1)] == [made.id]
    assert client.list_entries(made.id).items == []
    written = client.export_sources()
    assert b"https://example.org/feed.xml" in written
    assert client.import_sources(written, "sources.opml").n_known == 1


def test_a_file_goes_in_and_comes_out(client: Client) -> None:
    dry = client.import_file(ROWS, "rows.csv", dry_run=True, new_authors="create")
    assert (dry.dry_run, list(client.iter_predictions())) == (True, [])
    done = client.import_file(ROWS, "rows.csv", new_authors="create")
    assert (done.n_created, done.n_judged) == (1, 1)
    assert b"It will rain." in client.export_predictions({"format": "csv"})
