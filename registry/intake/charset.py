"""Bytes of a page -> its characters, whatever the page says about itself."""

import codecs
import re

# What browsers read instead, because the name is used loosely (WHATWG Encoding Standard, section 4.2).
MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}

# Codecs of Python that are no encodings of pages: they would let a page have its text computed.
NOT_OF_PAGES = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# Encodings whose bytes may happen to be valid UTF-8 and yet mean something else.
MASKED = ("iso2022", "utf-16", "utf-32", "hz")

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
LOOKED_THROUGH = 4096

FALLBACK = "cp1252"


def decoded(body: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The characters of a page, and notes for the person who checks it.

    `declared` is the charset of the HTTP header. In order of trust: a byte order mark; UTF-8 where the bytes
    are valid as such, for other encodings hardly ever are by chance; the header; the page's own meta element;
    windows-1252. What remains unreadable becomes U+FFFD and is counted in a note. U+0000 and lone surrogates
    become U+FFFD as well.
    """
    for mark, encoding in BOMS:
        if body.startswith(mark):
            return _read(body[len(mark) :], encoding)
    named = [name for name in (known(declared), known(_of_meta(body))) if name]
    if not any(name.startswith(MASKED) for name in named):
        named.insert(0, "utf-8")
    for encoding in named:
        try:
            return _clean(body.decode(encoding)), _misdeclared(body, encoding, named)
        except UnicodeDecodeError:
            continue
    declared_one = next((name for name in named if name != "utf-8"), None)
    text, notes = _read(body, declared_one or FALLBACK)
    guess = () if declared_one else ("The page declares no readable encoding; it was read as windows-1252.",)
    return text, (*guess, *notes)


def known(name: str | None) -> str | None:
    """Python's name of the encoding meant by `name`; None where it is none, or none of pages."""
    if not name:
        return None
    try:
        found = codecs.lookup(name).name
        b"aaaa".decode(found)  # raises LookupError for a codec that makes no characters, such as base64
    except (LookupError, ValueError):
        return None
    return None if found in NOT_OF_PAGES else MEANT.get(found, found)


def _of_meta(body: bytes) -> str | None:
    found = META_CHARSET.search(body[:LOOKED_THROUGH])
    return found[1].decode("ascii", "replace") if found else None


def _misdeclared(body: bytes, encoding: str, named: list[str]) -> tuple[str, ...]:
    others = [name for name in named if name != "utf-8"]
    if encoding != "utf-8" or body.isascii() or not others:
        return ()
    return (f"The page declares the encoding {others[0]} but is written in UTF-8, and was read so.",)


def _read(body: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = body.decode(encoding, "replace")
    unreadable = text.count("\ufffd")
    note = f"{unreadable} characters of the page could not be read as {encoding}; they show as \ufffd."
    return _clean(text), (note,) if unreadable else ()


def _clean(text: str) -> str:
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)
