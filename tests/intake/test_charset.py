"""Reading the characters of a page, whatever it says about itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.intake.charset import decoded, known

WORDS = "Größe – 5 €"


@pytest.mark.parametrize(
    ("body", "declared", "words"),
    [
        (WORDS.encode(), None, WORDS),
        (WORDS.encode(), "utf-8", WORDS),
        (b"\xef\xbb\xbf" + WORDS.encode(), "windows-1252", WORDS),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), None, WORDS),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-8", WORDS),
        (WORDS.encode("cp1252"), "windows-1252", WORDS),
        (WORDS.encode("cp1252"), "ISO-8859-1", WORDS),
        (WORDS.encode("cp1252"), "us-ascii", WORDS),
        ("Größe €".encode("iso-8859-15"), "iso-8859-15", "Größe €"),
        ("日本".encode("shift_jis"), "Shift_JIS", "日本"),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "日本"),
        ("Привет".encode("koi8-r"), "koi8-r", "Привет"),
        ("Größe".encode("utf-16-le"), "utf-16-le", "Größe"),
    ],
)
def test_what_is_declared_truly_is_read_exactly(body: bytes, declared: str | None, words: str) -> None:
    assert decoded(body, declared) == (words, ())


@pytest.mark.parametrize(
    "meta",
    [
        b'<meta charset="iso-8859-2">',
        b"<META CHARSET=iso-8859-2>",
        b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
        b"<meta content='text/html;charset=ISO-8859-2' http-equiv=content-type>",
    ],
)
def test_the_page_itself_may_declare_its_encoding(meta: bytes) -> None:
    text, notes = decoded(b"<html><head>" + meta + "Łódź".encode("iso-8859-2"))
    assert text.endswith("Łódź")
    assert notes == ()


def test_the_header_is_believed_before_the_page() -> None:
    text, _ = decoded(b'<meta charset="koi8-r">' + "Łódź".encode("iso-8859-2"), "iso-8859-2")
    assert text.endswith("Łódź")


def test_utf8_that_is_declared_as_something_else_is_read_as_utf8_and_noted() -> None:
    text, (note,) = decoded(WORDS.encode(), "iso-8859-1")
    assert text == WORDS
    assert "declares the encoding cp1252 but is written in UTF-8" in note


def test_a_page_that_declares_nothing_readable_is_read_as_windows_1252_and_noted() -> None:
    text, (note,) = decoded(WORDS.encode("cp1252"), "x-made-up")
    assert text == WORDS
    assert "windows-1252" in note


def test_what_cannot_be_read_is_shown_and_counted() -> None:
    text, (note,) = decoded(b"Gut " + b"\xff\xff" + " so".encode("cp1252"), "shift_jis")
    assert text.startswith("Gut ")
    assert "\ufffd" in text
    assert "could not be read as shift_jis" in note


@pytest.mark.parametrize("name", ["base64", "rot13", "zip", "idna", "punycode", "unicode_escape", "utf-7", "undefined"])
def test_a_page_cannot_have_its_text_computed_by_naming_a_codec(name: str) -> None:
    assert known(name) is None


@pytest.mark.parametrize("name", [None, "", "x-made-up", "utf 8; drop", "a\0b", "ä", "x" * 500])
def test_a_name_that_means_nothing_is_passed_over(name: str | None) -> None:
    assert known(name) is None


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "iso-8859-1", "hz", "cp1252"]),
)
def test_any_bytes_become_text_that_can_be_stored(body: bytes, declared: str | None) -> None:
    text, _ = decoded(body, declared)
    assert "\0" not in text
    assert text.encode().decode() == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=200))
def test_utf8_without_a_declaration_is_read_exactly(text: str) -> None:
    if "<meta" not in text.lower():
        assert decoded(text.encode()) == (text, ())
