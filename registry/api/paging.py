"""How lists are read page by page."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query


@dataclass(frozen=True, slots=True)
class PageAsked:
    """Which page of a list is asked for."""

    cursor: str | None
    limit: int


async def _page_asked(
    cursor: Annotated[
        str | None,
        Query(max_length=2000, description="`next_cursor` of the page before; none for the first page."),
    ] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="How many items at most.")] = 50,
) -> PageAsked:
    return PageAsked(cursor, limit)


Paging = Annotated[PageAsked, Depends(_page_asked)]
"""Declare a parameter `paging: Paging` in a handler that answers with a list."""
