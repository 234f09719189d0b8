"""Bytes of a text file -> its text, unchanged, or an error that says how to mend the file.

Offsets into a text count its characters as read here: UTF-8, a byte order mark at the start dropped, line
breaks as they stand in the file. So nothing is repaired: a text that cannot be read exactly is refused.
"""

import re

from registry.domain.errors import Invalid, NoArticle, TooLarge

MAX_BYTES = 10_000_000
"""More than any article has; reading it takes time and memory in proportion to its length."""

# How files that are no text begin, and what people call them.
OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")

SAVE_AS = "Open it, save it as plain text in UTF-8, and give that file."


def read_text(data: bytes, *, name: str = "The file") -> str:
    """The text in the bytes of a plain text or Markdown file, which an error calls `name`.

    Raises:
        TooLarge: more than `MAX_BYTES`.
        NoArticle: nothing in it but white space.
        Invalid: another kind of file, another encoding, or characters that no text holds. The message names
            the byte or the character, and the remedy.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(
            f"{name} has {len(data) / 1e6:.1f} MB; at most {MAX_BYTES / 1e6:g} MB are read. Give it in parts."
        )
    for beginning, kind in OTHER_KINDS:
        if data.startswith(beginning):
            raise Invalid(f"{name} is {kind}, not plain text. {SAVE_AS}")
    if data.startswith(UTF16_MARKS):
        raise Invalid(f"{name} is encoded in UTF-16. {SAVE_AS}")
    text = _decoded(data, name)
    check_characters(text, name=name)
    if not text.strip():
        raise NoArticle(f"{name} is empty. Give a file with the text of an article.")
    return text


def check_characters(text: str, *, name: str = "The text") -> None:
    """Accept a text that can be stored and counted on.

    Raises:
        Invalid: it holds U+0000 or a lone surrogate, or so many control characters that it is no text.
    """
    nul = text.find("\0")
    if nul >= 0:
        where = _place(text, nul)
        raise Invalid(f"{name} holds the character U+0000 ({where}), so it is damaged or no text. {SAVE_AS}")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Invalid(
            f"{name} holds half a character, U+{ord(text[error.start]):04X} ({_place(text, error.start)}). "
            "Delete it or type it anew."
        ) from error
    if len(CONTROL.findall(text)) * 100 > len(text):
        raise Invalid(f"{name} is full of control characters, so it is no text. {SAVE_AS}")


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        line = data.count(b"\n", 0, error.start) + 1
        where = f"byte {error.start} of the file, 0x{byte:02X} in line {line}"
        raise Invalid(f"{name} is not encoded in UTF-8: {where}, does not fit. {_remedy(data, error)}") from error


def _remedy(data: bytes, error: UnicodeDecodeError) -> str:
    if SURROGATE.match(data, error.start):
        return "It is half a character (a lone surrogate). Delete it or type it anew."
    if error.reason == "unexpected end of data":
        return "The file breaks off in the middle of a character. Copy it again, or delete the last one."
    return f"It may be windows-1252. {SAVE_AS} On a command line: iconv -f WINDOWS-1252 -t UTF-8"


def _place(text: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    return f"character {position}, in line {line}"
