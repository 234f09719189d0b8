"""The names that a query may have.

One that the route does not know is refused: to ignore it would answer another question than the one asked.
"""

from collections.abc import Iterator, Sequence

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel

from registry.domain.errors import Fault, Invalid
from registry.schemas.wording import near


class UnknownQuery(Invalid):
    """A query with a name that the route does not know."""


def names_asked(route: APIRoute) -> list[str]:
    """The names that a query to the route may have, those of its dependencies included."""
    return sorted(set(_names(route.dependant)))


def refuse_unknown(request: Request, known: Sequence[str]) -> None:
    """Raise UnknownQuery where the query has a name that is not among `known`; every such name is a fault."""
    unknown = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if not unknown:
        return
    listed = f"known here: {', '.join(known)}" if known else "there are none here"
    faults = [
        Fault(name[:200], f"is no query parameter of this address; {listed}", near(name, known)) for name in unknown
    ]
    named = ", ".join(fault.where for fault in faults[:3])
    raise UnknownQuery(f"{named}: no query parameter of this address; {listed}.", faults)


def _names(dependant: Dependant) -> Iterator[str]:
    for field in dependant.query_params:
        kind = field.field_info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from (within.alias or name for name, within in kind.model_fields.items())
        else:
            yield field.alias
    for other in dependant.dependencies:
        yield from _names(other)
