"""What went wrong on the way to a page, in words for the person who gave its address."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore

from registry.domain.errors import Unreachable

PASTE = "Open the page in a browser and paste its text instead."

MEANINGS = {
    401: f"asks for a login. {PASTE}",
    402: f"asks for payment. {PASTE}",
    403: f"refuses programs or readers without a subscription. {PASTE}",
    404: "has no page at this address. Check it, or give the address of an archived copy.",
    410: "has removed the page. Give the address of an archived copy.",
    429: "asks for fewer requests. Try again later.",
    451: f"may not show the page for legal reasons. {PASTE}",
}
ITS_FAULT = "has a fault of its own. Try again later, or give the address of an archived copy."
ANY_OTHER = f"does not hand out the page. {PASTE}"


def complain_about(status: int, host: str, retry_after: str | None = None) -> None:
    """Do nothing for a status from 200 to 299.

    Raises:
        Unreachable: any other, naming it and saying what to do; with `retry_after`, the header of that name,
            where it gives a number of seconds.
    """
    if 200 <= status <= 299:
        return
    meaning = MEANINGS.get(status) or (ITS_FAULT if status >= 500 else ANY_OTHER)
    wait = f" It names {retry_after} seconds." if retry_after and retry_after.isdecimal() else ""
    raise Unreachable(f"{host} answers {status}: the site {meaning}{wait}")


@contextmanager
def failures_named(host: str) -> Iterator[None]:
    """Turn what httpcore raises into `Unreachable` with a remedy."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise Unreachable(f"{host} did not answer in time. Try again later, or paste the text.") from error
    except httpcore.ConnectError as error:
        raise Unreachable(_no_connection(host, error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise Unreachable(
            f"{host} broke off, or what it sends is not HTTP ({error}). Try again later, or paste the text."
        ) from error


def _no_connection(host: str, error: Exception) -> str:
    # httpcore's pool raises `from None`; what it wraps is left in the arguments alone.
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"The certificate of {host} is not valid ({cause.verify_message}). Paste the text instead."
    if isinstance(cause, ssl.SSLError):
        return f"{host} offers no safe connection. Try the address with http: in front, or paste the text."
    return f"{host} cannot be reached ({error}). Check the address, or try again later."
