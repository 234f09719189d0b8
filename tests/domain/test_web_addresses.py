import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.web_addresses import normalised


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("HTTPS://News.Example.ORG/A", "https://news.example.org/A"),
        ("http://example.org", "http://example.org/"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:80/a", "https://example.org:80/a"),
        ("https://example.org/a?b=C&d#part", "https://example.org/a?b=C&d"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("http://Ann:Secret@Example.org/a", "http://Ann:Secret@example.org/a"),
        (" https://example.org/a ", "https://example.org/a"),
    ],
)
def test_addresses_that_lead_to_one_place_are_written_alike(address: str, same: str) -> None:
    assert normalised(address) == same


@pytest.mark.parametrize("address", ["http://example.org:port/", "http://[::1/"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError):
        normalised(address)


@given(
    st.sampled_from(["http", "HTTPS"]),
    st.from_regex(r"[a-zA-Z]{1,8}(\.[a-zA-Z]{2,6}){1,2}(:[1-9][0-9]{0,3})?", fullmatch=True),
    st.from_regex(r"(/[a-zA-Z0-9%._-]{0,6}){0,3}(\?[a-z=&]{0,6})?(#[a-z]{0,4})?", fullmatch=True),
)
def test_an_address_in_its_one_form_stays_as_it_is(scheme: str, host: str, rest: str) -> None:
    once = normalised(f"{scheme}://{host}{rest}")
    assert normalised(once) == once
