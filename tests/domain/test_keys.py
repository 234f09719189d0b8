"""Keys: their form, and how one is proved."""

import re
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.keys import RANDOM_BYTES, is_key, make_key, prefix_of

random_bytes = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES)


@given(random_bytes)
def test_a_key_has_the_promised_form_and_proves_itself(random: bytes) -> None:
    key = make_key(random)
    assert re.fullmatch(r"fr_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}", key.secret)
    assert prefix_of(key.secret) == key.prefix
    assert is_key(key.secret, key.digest)


@given(random_bytes, st.integers(min_value=6, max_value=RANDOM_BYTES - 1), st.integers(1, 255))
def test_one_other_random_byte_makes_another_key(random: bytes, place: int, change: int) -> None:
    other = bytearray(random)
    other[place] ^= change
    assert not is_key(make_key(bytes(other)).secret, make_key(random).digest)


def test_a_key_of_known_bytes_stays_the_same_for_ever() -> None:
    key = make_key(bytes(range(RANDOM_BYTES)))
    assert key.secret == "fr_004iwreH_1QcDiGl0T3N0Z2kyMqBv8wT0m7ZJomRrsEYtUOsxzyX"
    assert key.digest == sha256(key.secret.encode()).hexdigest()


@pytest.mark.parametrize("length", [0, RANDOM_BYTES - 1, RANDOM_BYTES + 1])
def test_a_key_is_made_of_neither_more_nor_fewer_random_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="38 random bytes"):
        make_key(b"x" * length)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "fr_",
        "fr_abcdefgh_short",
        "xx_abcdefgh_" + "a" * 43,
        "fr_abcdefgh_" + "ä" * 43,
        "fr_abcdefgh_" + "a" * 44,
    ],
)
def test_what_has_not_the_form_of_a_key_has_no_prefix(text: str) -> None:
    assert prefix_of(text) is None
