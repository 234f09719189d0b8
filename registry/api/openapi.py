"""The API's own description, completed: keys, roles, headers and problems are said once, for every route.

What the routes themselves say FastAPI has written already.
"""

from typing import Any

from registry.api.access import ROLE_NEEDED
from registry.api.authentication import ACT_FOR
from registry.api.idempotency import FORM, HEADER
from registry.api.problem_types import MALFORMED, OF_ERROR, ProblemType
from registry.api.problems import MEDIA_TYPE
from registry.api.registry_route import PREFIX
from registry.domain.errors import (
    Conflict,
    Invalid,
    Missing,
    NotAllowed,
    NotAuthenticated,
    Stale,
    TooLarge,
    Unready,
)

_PROBLEM = {
    "title": "Problem",
    "description": "What went wrong and what to do, as RFC 9457 has it.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "errors"],
    "properties": {
        "type": {
            "type": "string",
            "description": "Kind of problem; leads to a text about it.",
            "examples": ["/problems/invalid"],
        },
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What went wrong here and what to do."},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/Fault"}},
        "reference": {
            "type": "string",
            "description": "Of an unexpected failure: where to find it in the log.",
        },
    },
}
_FAULT = {
    "title": "Fault",
    "type": "object",
    "required": ["where", "message", "suggestions"],
    "properties": {
        "where": {"type": "string", "description": "Which value, such as `probability` or `3.author`."},
        "message": {"type": "string"},
        "suggestions": {
            "type": "array",
            "items": {"type": "string"},
            "description": "What may have been meant.",
        },
    },
}
_KEY = {"type": "http", "scheme": "bearer", "description": "A key, `fr_…_…`."}
_UNUSED = ("HTTPValidationError", "ValidationError")


def complete(document: dict[str, Any]) -> dict[str, Any]:
    """The document with keys, roles, headers and problems."""
    parts = document.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    for name in _UNUSED:
        schemas.pop(name, None)
    schemas.update(Problem=_PROBLEM, Fault=_FAULT)
    parts["securitySchemes"] = {"key": _KEY}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            _complete_operation(operation, method.upper(), path.removeprefix(PREFIX))
    return document


def _complete_operation(operation: dict[str, Any], method: str, path: str) -> None:
    role = ROLE_NEEDED[(method, path)]
    operation["responses"].pop("422", None)
    for kind in _problems_of(operation, method, path):
        described = {
            "description": kind.title,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        operation["responses"].setdefault(str(kind.status), described)
    if role is None:
        return
    operation["security"] = [{"key": []}]
    operation["description"] = f"{operation.get('description', '')}\n\nRole needed: `{role}`.".strip()
    operation.setdefault("parameters", []).extend(_headers(method))


def _problems_of(operation: dict[str, Any], method: str, path: str) -> list[ProblemType]:
    writes = method != "GET"
    needs_key = ROLE_NEEDED[(method, path)] is not None
    parameters = {part["name"].lower() for part in operation.get("parameters", [])}
    wanted = {
        MALFORMED: writes and "requestBody" in operation,
        OF_ERROR[NotAuthenticated]: needs_key or "token" in parameters,
        OF_ERROR[NotAllowed]: needs_key,
        OF_ERROR[Missing]: writes or "{" in path or "collection" in parameters,
        OF_ERROR[Conflict]: writes,
        OF_ERROR[Stale]: "if-match" in parameters,
        OF_ERROR[TooLarge]: "requestBody" in operation,
        OF_ERROR[Invalid]: True,
        OF_ERROR[Unready]: True,
    }
    return [kind for kind, applies in wanted.items() if applies]


def _headers(method: str) -> list[dict[str, Any]]:
    act_for = {
        "name": ACT_FOR,
        "in": "header",
        "required": False,
        "description": "Name of the person acted for, percent-encoded; for keys that may act for others.",
        "schema": {"type": "string"},
    }
    once = {
        "name": HEADER,
        "in": "header",
        "required": False,
        "description": (
            "Up to 255 visible characters of your choice, such as a UUID. Sent again, the request is not done again."
        ),
        "schema": {"type": "string", "pattern": FORM},
    }
    return [act_for, once] if method == "POST" else [act_for]
