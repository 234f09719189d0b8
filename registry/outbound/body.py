"""Reading a body under a cap that holds before and after decompression.

httpx would unpack each piece whole, and a thousandfold at that; here zlib is never asked for more than
there is room for. Only gzip is asked for, so only gzip is unpacked.
"""

import zlib
from typing import Protocol

import httpx

from registry.domain.errors import TooLarge, Unreachable


class _Unpacker(Protocol):
    def feed(self, piece: bytes, room: int) -> bytes:
        """The next bytes of the content, at most one more than `room`."""

    def finish(self) -> None:
        """Say that no piece follows; raises Unreachable if the content is not whole."""


def read_body(response: httpx.Response, max_bytes: int) -> bytes:
    """The content of a streamed response, unpacked.

    Raises:
        TooLarge: the body, as sent or as unpacked, is longer than `max_bytes`; no more than that is kept.
        Unreachable: the body is broken, or packed in a way that was not asked for.
    """
    _check_announced(response, max_bytes)
    unpacker = _unpacker(response.headers.get("content-encoding", ""))
    content = bytearray()
    received = 0
    for piece in response.iter_raw():
        received += len(piece)
        content += unpacker.feed(piece, max_bytes - len(content))
        # Also what was sent is counted: gzip can be endless and yet unpack to nothing.
        if max(received, len(content)) > max_bytes:
            raise _too_large(max_bytes)
    unpacker.finish()
    return bytes(content)


def _check_announced(response: httpx.Response, max_bytes: int) -> None:
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced) > max_bytes:
        raise _too_large(max_bytes)


def _too_large(max_bytes: int) -> TooLarge:
    return TooLarge(
        f"The page is larger than {max_bytes / 1e6:g} MB, more than is read from an address. "
        "Paste the part that matters."
    )


def _unpacker(encoding: str) -> _Unpacker:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _Unpacked()
    if name in ("gzip", "x-gzip"):
        return _Gzip()
    raise Unreachable(f"The site packs its page as {name!r}, which was not asked for. Paste the text.")


class _Unpacked:
    def feed(self, piece: bytes, room: int) -> bytes:
        return piece[: room + 1]

    def finish(self) -> None:
        return None


class _Gzip:
    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)

    def feed(self, piece: bytes, room: int) -> bytes:
        try:
            return self._inflate.decompress(piece, room + 1)
        except zlib.error as error:
            raise self._broken() from error

    def finish(self) -> None:
        if not self._inflate.eof:
            raise self._broken()

    def _broken(self) -> Unreachable:
        return Unreachable("The page arrived damaged. Try again later, or paste the text instead.")
