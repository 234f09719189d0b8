"""What a handler works with: who asks, when, and on which session."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.api.installation import Installation


@dataclass(slots=True)
class UnitOfWork:
    """One request's work. What is done on `session` is committed before the answer is sent.

    The session opens its transaction with the first statement, so what a handler fetches or computes before
    that keeps nobody from writing. For GET it only reads, and nothing is `kept`. `status` and `headers`
    overrule those of the answer.
    """

    installation: Installation
    now: datetime
    actor: Actor
    session: Session
    kept: bool
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def created_at(self, path: str) -> None:
        """Say where the new thing stands, below `/api/v1`."""
        self.headers["Location"] = f"/api/v1{path}"

    def discard(self) -> None:
        """Roll back instead of committing, as a dry run does."""
        self.kept = False


async def _work_of(request: Request) -> UnitOfWork:
    work: UnitOfWork = request.state.work
    return work


Work = Annotated[UnitOfWork, Depends(_work_of)]
"""Declare a parameter `work: Work` in a handler to get it."""
