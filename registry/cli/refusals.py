"""What the registry refuses, said readably on stderr; and bad values from the command line made refusals."""

import sys
from typing import TYPE_CHECKING, TypeVar

from registry.cli.command_words import in_command_words
from registry.cli.plain_words import printable
from registry.domain.errors import Fault, Invalid, RegistryError

if TYPE_CHECKING:
    from sqlmodel import SQLModel

    Model = TypeVar("Model", bound=SQLModel)

MOST_FAULTS = 100
"""More than these are counted, not listed: nobody mends more before trying again."""


def complain(problem: RegistryError) -> None:
    """Say on stderr what was refused and why, each fault on a line of its own."""
    said = [f"registry: {problem.detail}"]
    lines = [_line(fault) for fault in problem.faults]
    if len(lines) > 1 or not all(fault.message in problem.detail for fault in problem.faults):
        said += lines[:MOST_FAULTS]
    if len(lines) > MOST_FAULTS:
        said.append(f"  … and {len(lines) - MOST_FAULTS} more")
    print(printable(in_command_words("\n".join(said))), file=sys.stderr)


def _line(fault: Fault) -> str:
    meant = f" Did you mean: {', '.join(fault.suggestions)}?" if fault.suggestions else ""
    return f"  {fault.where}: {fault.message}{meant}"


def read_as(model: "type[Model]", values: dict[str, object]) -> "Model":
    """The values as a schema; those that are None were not given. Raises Invalid that names every fault."""
    from pydantic import ValidationError

    from registry.schemas.wording import faults_of

    try:
        return model.model_validate({name: value for name, value in values.items() if value is not None})
    except ValidationError as problem:
        faults = faults_of(problem, model.model_fields)
        n = len(faults)
        detail = "One thing has to be put right." if n == 1 else f"{n} things have to be put right."
        raise Invalid(detail, faults) from problem
