"""Opening addresses: `fetch` for those of users and articles, `call` for those in the operator's settings."""

from collections.abc import Callable, Mapping
from contextlib import closing

import httpx

from registry import __version__
from registry.domain.errors import Invalid, Unreachable
from registry.outbound.addresses import check_web_address
from registry.outbound.answers import PAGE_LIMITS, Fetched, Limits, content_type_of, read_answer
from registry.outbound.deadline import Deadline
from registry.outbound.failures import complain_about
from registry.outbound.transport import INTERNET, GuardedTransport, Network, PlainTransport, judge

USER_AGENT = f"forecast-registry/{__version__} (reads single pages that a person asked for)"

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/xml",
    "text/xml",
    "text/html",
    "text/plain",
)


def fetch(
    url: str,
    *,
    limits: Limits = PAGE_LIMITS,
    accept: tuple[str, ...] = PAGE_TYPES,
    network: Network = INTERNET,
    etag: str | None = None,
    last_modified: str | None = None,
    before_redirect: Callable[[str], None] | None = None,
) -> Fetched:
    """Read the page at `url`, an address that nobody vouches for.

    With `etag` or `last_modified` of the state that is known, an unchanged page answers 304 and no body.
    `before_redirect` is called with each address that it redirects to, and may raise to leave that unread.

    Raises:
        Invalid: it is no address, or what it holds is none of `accept`.
        Blocked: it, or an address it redirects to, is one that is never opened.
        Unreachable: no answer, an answer too slow, or an error status.
        TooLarge: more than `limits.max_bytes`.
    """
    address = _parsed(url)
    judge(address)  # the transport does it again; but httpx mends what has no host before it comes there
    transport = GuardedTransport(network, Deadline(limits.total_seconds))
    with _client(transport, limits) as client:
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        wanted = {"Accept": ", ".join((*accept, "*/*;q=0.1"))}
        wanted |= {name: value for name, value in known.items() if value is not None}
        request = client.build_request("GET", address, headers=wanted)
        passed: list[str] = []
        while len(passed) <= limits.max_redirects:
            with closing(_sent(client, request)) as response:
                if response.status_code == 304 and (etag or last_modified):
                    return read_answer(url, response, limits, tuple(passed))
                if response.next_request is None:
                    return _page(url, response, accept, limits, tuple(passed))
                passed.append(str(request.url))
                request = response.next_request
            if before_redirect is not None and len(passed) <= limits.max_redirects:
                before_redirect(str(request.url))
    raise Unreachable(
        f"The address redirects more than {limits.max_redirects} times"
        f"{' and turns in a circle' if len(set(passed)) < len(passed) else ''}. "
        "Open it in a browser and give the address where it ends."
    )


def call(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
    limits: Limits = PAGE_LIMITS,
    network: Network = INTERNET,
    guarded: bool = False,
) -> Fetched:
    """Send one request: to an address from the operator's settings, which may lie in a private network.

    To one that a user gave with `guarded`, which opens public addresses alone.

    Redirects are not followed, for they would carry the operator's credentials elsewhere. Every status is
    returned, for the caller knows what the service means by it.

    Raises:
        Invalid: `url` is no address.
        Blocked: its scheme is not http or https, or `guarded` refuses it.
        Unreachable: no answer, or one too slow.
        TooLarge: more than `limits.max_bytes`.
    """
    address = _parsed(url)
    check_web_address(address.scheme, address.host)
    if guarded:
        judge(address)
    transport = (GuardedTransport if guarded else PlainTransport)(network, Deadline(limits.total_seconds))
    with _client(transport, limits) as client:
        request = client.build_request(method, address, headers=headers, content=content)
        with closing(_sent(client, request)) as response:
            return read_answer(url, response, limits, ())


def _client(transport: httpx.BaseTransport, limits: Limits) -> httpx.Client:
    return httpx.Client(
        transport=transport,
        trust_env=False,
        timeout=limits.wait_seconds,
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"},
    )


def _parsed(url: str) -> httpx.URL:
    try:
        return httpx.URL(url.strip())
    except (httpx.InvalidURL, UnicodeError) as error:
        raise Invalid(f"This is no web address: {error}. Write it as in https://example.org/page.") from error


def _sent(client: httpx.Client, request: httpx.Request) -> httpx.Response:
    try:
        return client.send(request, stream=True)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unreachable(
            f"{request.url.host} redirects to something that is no address ({error}). Paste the text instead."
        ) from error


def _page(
    url: str, response: httpx.Response, accept: tuple[str, ...], limits: Limits, passed: tuple[str, ...]
) -> Fetched:
    complain_about(response.status_code, response.url.host, response.headers.get("retry-after"))
    content_type, _ = content_type_of(response)
    if content_type and content_type not in accept:
        raise Invalid(
            f"The address holds {content_type}, not a page of text. Save its text as a UTF-8 file and give "
            "that, or paste it."
        )
    return read_answer(url, response, limits, passed)
