"""What an address answered, and how much of it is taken."""

from dataclasses import dataclass
from email.message import Message

import httpx

from registry.outbound.body import read_body


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an answer may take.

    `max_bytes` counts the body, packed and unpacked. `total_seconds` runs from the first look-up of a name to
    the last byte, over all redirects; `wait_seconds` is the longest single silence.
    """

    max_bytes: int = 10_000_000
    total_seconds: float = 30.0
    wait_seconds: float = 10.0
    max_redirects: int = 5


PAGE_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered.

    `url` is the address as given, `final_url` where the redirects ended, `redirects` the addresses on the
    way there in order, without the final one. `content_type` is in lower case and without parameters, ""
    where the site names none; `charset` is the name its header declares, known to us or not, None where it
    declares none. `body` is unpacked. `etag`,
    `last_modified` and `retry_after` are the headers of these names, None where there are none.
    """

    url: str
    final_url: str
    status: int
    content_type: str
    charset: str | None
    body: bytes
    redirects: tuple[str, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    retry_after: str | None = None


def read_answer(url: str, response: httpx.Response, limits: Limits, passed: tuple[str, ...]) -> Fetched:
    """What `response`, a streamed one, answers to `url`; raises what `read_body` raises."""
    content_type, charset = content_type_of(response)
    body = read_body(response, limits.max_bytes)
    return Fetched(
        url,
        str(response.url),
        response.status_code,
        content_type,
        charset,
        body,
        passed,
        etag=response.headers.get("etag"),
        last_modified=response.headers.get("last-modified"),
        retry_after=response.headers.get("retry-after"),
    )


def content_type_of(response: httpx.Response) -> tuple[str, str | None]:
    """The declared content type and charset, as `Fetched` describes them."""
    header = Message()
    header["content-type"] = response.headers.get("content-type", "")
    return header.get_content_type() if header["content-type"] else "", header.get_content_charset()
