from registry.client import Client


def test_questions_are_added_changed_and_listed(client: Client) -> None:
    made = client.add_question({"wording": "Will a treaty be signed?", "slug": "treaty"})
    client.change_question("treaty", {"criteria": "A signed text."}, if_version=made.version)
    assert client.read_question("treaty").criteria == "A signed text."
    assert [one.slug for one in client.iter_questions("treaty", page_size=1)] == ["treaty"]


def test_collections_are_added_changed_and_listed(client: Client) -> None:
    made = client.add_collection({"name": "Columns", "period_from": "2025-01-01"})
    client.change_collection(made.slug, {"sampling_rule": "all of them"}, if_version=made.version)
    assert client.read_collection("columns").sampling_rule == "all of them"
    assert [one.slug for one in client.iter_collections(page_size=1)] == ["columns"]
