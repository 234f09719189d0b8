import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.storage.slugs import LONGEST, free_slug


def free(text: str, *taken: str) -> str:
    return free_slug(text, "author", lambda slug: slug in taken)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Mark Rutte", "mark-rutte"),
        ("Jürgen Größle-Österreich", "juergen-groessle-oesterreich"),
        ("Beyoncé & Søn", "beyonce-son"),
        ("Виталий Портников", "vitalii-portnikov"),
        ("…!", "author"),
    ],
)
def test_a_slug_is_spelt_in_plain_letters(text: str, slug: str) -> None:
    assert free(text) == slug


def test_a_taken_slug_gets_the_first_free_number() -> None:
    assert free("Mark Rutte", "mark-rutte", "mark-rutte-2", "mark-rutte-4") == "mark-rutte-3"


@given(st.text(max_size=300))
def test_every_text_has_a_slug_that_stands_in_an_address(text: str) -> None:
    slug = free(text)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= LONGEST
    assert free(text, slug) == f"{slug}-2"
