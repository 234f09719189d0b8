"""`ETag` and `If-Match`: nobody overwrites a change that they have not seen.

The tag of a thing is its version in quotes. Only strong tags are sent; a weak one in `If-Match` matches
nothing, as RFC 9110 (13.1.1) has it, so it is refused with the advice to send the tag as it was received.
"""

import re
from typing import Annotated

from fastapi import Depends, Header

from registry.domain.errors import Fault, Invalid

_STRONG = re.compile(r'"([1-9][0-9]{0,9})"')


def etag_of(version: int) -> str:
    """The entity tag of a version."""
    return f'"{version}"'


def version_in(if_match: str | None) -> int | None:
    """The version that an `If-Match` asks for; None where any will do.

    That is so without the header and for `*`. Raises Invalid for anything else than one tag that this API
    sends.
    """
    if if_match is None or if_match.strip() == "*":
        return None
    match = _STRONG.fullmatch(if_match.strip())
    if match is None:
        message = 'Send one tag just as `ETag` gave it, such as "3", or * for any version.'
        raise Invalid(f"If-Match cannot be read. {message}", [Fault("If-Match", message)])
    return int(match[1])


async def _if_version(
    if_match: Annotated[
        str | None,
        Header(description='The `ETag` you read, such as `"3"`: refuses (412) if it was changed since. `*`: any.'),
    ] = None,
) -> int | None:
    return version_in(if_match)


IfVersion = Annotated[int | None, Depends(_if_version)]
"""Declare a parameter `if_version: IfVersion` in a handler that changes something."""
