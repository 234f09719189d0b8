"""A text file is read exactly or refused with a remedy."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.errors import Invalid, NoArticle, TooLarge
from registry.intake.text import MAX_BYTES, check_characters, read_text

STORABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), min_size=1)


@given(STORABLE.filter(lambda text: text.strip() and not text.startswith(("\ufeff", "%PDF", "{\\rtf", "GIF8"))))
def test_a_text_arrives_character_by_character(text: str) -> None:
    assert read_text(text.encode()) == text
    assert read_text(b"\xef\xbb\xbf" + text.encode()) == text


@pytest.mark.parametrize("text", ["one\r\ntwo\r\n", "one\rtwo", "one\n\n\ntwo", "  one  ", "one\u2028two", "a\tb\f\v"])
def test_line_breaks_and_spaces_stay_as_they_stand(text: str) -> None:
    assert read_text(text.encode()) == text


def test_offsets_count_characters_after_the_byte_order_mark() -> None:
    assert read_text("\ufeffÄpfel 🍏 fallen".encode()).index("fallen") == 8


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("Größe".encode("cp1252"), r"byte 2 of the file, 0xF6 in line 1"),
        ("eins\nzwei\nfünf".encode("latin-1"), r"byte 11 of the file, 0xFC in line 3"),
        ("Preis 5 €".encode("cp1252"), r"byte 8 of the file, 0x80 in line 1"),
    ],
)
def test_another_encoding_is_refused_by_byte_and_line_with_a_remedy(data: bytes, where: str) -> None:
    with pytest.raises(Invalid, match=rf"^notes\.txt is not encoded in UTF-8: {where}.*windows-1252.*iconv -f"):
        read_text(data, name="notes.txt")


def test_a_text_cut_inside_a_character_is_told_as_such() -> None:
    with pytest.raises(Invalid, match="breaks off in the middle of a character"):
        read_text("Größe und Maß".encode()[:-1])


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf16_is_called_by_its_name(mark: bytes) -> None:
    with pytest.raises(Invalid, match=r"UTF-16.*save it as plain text in UTF-8"):
        read_text(mark + b"T\0e\0x\0t\0")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a Word, OpenDocument or ZIP file"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word file"),
        (b"{\\rtf1\\ansi Text}", "an RTF file"),
        (gzip.compress(b"text", mtime=0), "a compressed file"),
        (b"\x89PNG\r\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(data: bytes, kind: str) -> None:
    with pytest.raises(Invalid, match=f"is {kind}, not plain text.*save it as plain text"):
        read_text(data)


def test_the_character_u0000_is_refused_by_place() -> None:
    with pytest.raises(Invalid, match=r"U\+0000 \(character 5, in line 2\)"):
        read_text(b"one\nt\0wo")


@pytest.mark.parametrize("surrogate", [b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xb8\x80"])
def test_a_lone_surrogate_in_a_file_is_refused(surrogate: bytes) -> None:
    with pytest.raises(Invalid, match=r"byte 4 of the file, 0xED.*lone surrogate"):
        read_text(b"text" + surrogate)


@given(st.integers(0xD800, 0xDFFF), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_lone_surrogate_in_a_text_is_refused_by_place(code: int, before: str) -> None:
    with pytest.raises(Invalid, match=rf"U\+{code:04X} \(character {len(before)}, in line"):
        check_characters(before + chr(code))


def test_bytes_that_are_no_text_are_refused_though_they_are_utf8() -> None:
    with pytest.raises(Invalid, match="full of control characters"):
        read_text(bytes(range(1, 32)) * 10)


def test_a_stray_control_character_does_no_harm() -> None:
    text = "A form feed\f and an escape \x1b[1m now and then, in a text of some length. " * 3 + "\x07"
    assert read_text(text.encode()) == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_an_empty_file_holds_no_article(data: bytes) -> None:
    with pytest.raises(NoArticle, match=r"empty\.txt is empty"):
        read_text(data, name="empty.txt")


def test_twenty_megabytes_are_read_and_not_one_byte_more() -> None:
    assert len(read_text(b"a" * MAX_BYTES)) == MAX_BYTES
    with pytest.raises(TooLarge, match=r"at most 10 MB are read.*in parts"):
        read_text(b"a" * (MAX_BYTES + 1))
