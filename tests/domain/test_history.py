import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.errors import Invalid
from registry.domain.history import canonical_json, digest, text_digest
from registry.domain.vocabulary import Outcome

SALT = bytes(range(16))
letters = st.text(st.characters(exclude_categories=["Cs"]))
trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | letters,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(letters, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [None, True, 0.25]}, '{"a":[null,true,0.25],"b":1}'),
        ({"quote": "„Übermorgen“, sagt er\n"}, '{"quote":"„Übermorgen“, sagt er\\n"}'),
        ({"z": {"y": 1, "x": 2}, "Z": 3}, '{"Z":3,"z":{"x":2,"y":1}}'),
        ((1.0, -0.0, 1e22, 0.1), "[1,0,10000000000000000000000,0.1]"),
        (date(2026, 2, 3), '"2026-02-03"'),
        (datetime(2026, 2, 3, tzinfo=UTC), '"2026-02-03T00:00:00.000000Z"'),
        (datetime(2026, 2, 3, 1, 30, tzinfo=timezone(timedelta(hours=2))), '"2026-02-02T23:30:00.000000Z"'),
        (UUID(int=7), '"00000000-0000-0000-0000-000000000007"'),
        ({"outcome": Outcome.partly}, '{"outcome":"partly"}'),
    ],
)
def test_a_value_has_one_text(value: object, text: str) -> None:
    assert canonical_json(value) == text


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        {1: "a"},
        {"at": datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)},
        "\ud800",
        {b"k"},
        b"bytes",
        object(),
    ],
)
def test_what_has_no_single_meaning_is_refused(value: object) -> None:
    with pytest.raises(Invalid, match="history"):
        canonical_json({"inner": value} if not isinstance(value, dict) else value)


@given(trees)
def test_the_text_reads_back_as_the_value_and_writes_the_same_again(value: Any) -> None:
    text = canonical_json(value)
    assert json.loads(text) == value
    assert canonical_json(json.loads(text)) == text


@given(st.dictionaries(letters, trees, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(value: dict[str, Any], shuffler: Any) -> None:
    shuffled = dict(shuffler.sample(list(value.items()), len(value)))
    assert canonical_json(shuffled) == canonical_json(value)


def test_two_spellings_of_a_quote_stay_two_quotes() -> None:
    assert canonical_json("Ü") != canonical_json("U\u0308")


def test_digests_are_plain_sha_256_that_anyone_can_redo() -> None:
    assert digest("{}") == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert digest("„") == hashlib.sha256(b"\xe2\x80\x9e").hexdigest()
    assert text_digest(SALT, "Übermorgen") == hashlib.sha256(SALT + "Übermorgen".encode()).hexdigest()


@given(letters, letters)
def test_texts_and_salts_give_hashes_of_their_own(one: str, other: str) -> None:
    assert (text_digest(SALT, one) == text_digest(SALT, other)) == (one == other)
    assert text_digest(SALT, one) != text_digest(SALT[::-1], one)


def test_a_short_salt_is_refused() -> None:
    with pytest.raises(Invalid, match="16 random bytes"):
        text_digest(b"short", "words")


def test_half_of_a_surrogate_pair_has_no_hash() -> None:
    with pytest.raises(Invalid, match="surrogate"):
        text_digest(SALT, "\ud800")
