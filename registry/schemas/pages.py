"""Lists that are read page by page."""

from typing import Generic, TypeVar

from pydantic import BaseModel, Field

Item = TypeVar("Item")


# Of pydantic, since a generic SQLModel forgets what its items are.
class Page(BaseModel, Generic[Item]):
    """Some items and the way to the next ones."""

    items: list[Item]
    next_cursor: str | None = Field(
        default=None, description="Pass as `cursor` for the next page; absent on the last one."
    )
