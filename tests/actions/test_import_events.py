import json
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from registry.actions.import_events import event_of
from registry.domain.history import canonical_json, digest, text_digest
from registry.storage.bulk import in_json

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(0, 1), WORDS, st.dates(), st.uuids()
)


@given(st.dictionaries(st.sampled_from(["a", "share", "Z", "made_on", "ä", "sense"]), VALUES))
def test_the_body_is_canonical_whatever_it_holds(values: dict[str, Any]) -> None:
    row = {"id": UUID(int=7), "version": 3, **values}
    event, texts = event_of({"verb": "recorded"}, "prediction", in_json({**row, "tags": ["x"]}))
    assert event["body"] == canonical_json({**row, "tags": ["x"]})
    assert event["digest"] == digest(event["body"])
    assert (event["noun_id"], event["noun_version"], texts) == (str(UUID(int=7)), 3, [])


@given(WORDS)
def test_free_text_enters_only_as_a_salted_hash(words: str) -> None:
    event, [text] = event_of({"verb": "recorded"}, "prediction", {"id": str(UUID(int=7)), "statement": words})
    assert text["text"] == words
    hashed = text_digest(bytes.fromhex(text["salt"]), words)
    assert json.loads(event["body"])["statement"] == {"sha256": hashed}
