"""Lists that are read page by page."""

from typing import Generic, TypeVar

from sqlmodel import Field, SQLModel

Item = TypeVar("Item")


class Page(SQLModel, Generic[Item]):
    """Some items and the way to the next ones."""

    items: list[Item]
    next_cursor: str | None = Field(
        default=None, description="Pass as `cursor` for the next page; absent on the last one."
    )
