"""What the `type` of a problem leads to: a short text about that kind of problem."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse

from registry.api.problem_types import ALL

router = APIRouter(prefix="/problems", include_in_schema=False)

_BY_SLUG = {kind.slug: kind for kind in ALL}


@router.get("/{slug}")
async def explain_problem(slug: str) -> PlainTextResponse:
    """What a kind of problem means, and what to do about it."""
    kind = _BY_SLUG.get(slug)
    if kind is None:
        raise HTTPException(404)
    return PlainTextResponse(f"{kind.title} ({kind.status})\n\n{kind.advice}\n")
