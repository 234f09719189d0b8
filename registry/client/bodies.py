"""What is sent: schemas and mappings as JSON or forms, and paths."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from pydantic import TypeAdapter
from sqlmodel import SQLModel

Body = SQLModel | Mapping[str, Any]
"""What is sent: a schema, of which only what was set is sent, or a mapping of the same fields."""

_MAPPING = TypeAdapter(dict[str, Any])


def at(*parts: object) -> str:
    """A path of parts, each made safe: `at("authors", "a/b")` is `/authors/a%2Fb`."""
    return "".join(f"/{quote(str(part), safe='')}" for part in parts)


def content_of(body: Body | list[Any] | None, file: tuple[str, bytes] | None) -> dict[str, Any]:
    """A body as arguments of httpx: JSON, or a form where a file (name and content) goes with it."""
    if isinstance(body, list):
        return {"json": [plain(one) for one in body]}
    if file is not None:
        return {"data": plain(body or {}), "files": {"file": file}}
    return {} if body is None else {"json": plain(body)}


def plain(body: Body) -> dict[str, Any]:
    """A body as values that JSON knows."""
    if isinstance(body, SQLModel):
        return body.model_dump(mode="json", exclude_unset=True)
    values: dict[str, Any] = _MAPPING.dump_python(dict(body), mode="json")
    return values
