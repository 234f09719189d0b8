"""Due lists: what wants a person's attention."""

from sqlmodel import Field, SQLModel

from registry.schemas.predictions import Prediction


class DueCounts(SQLModel):
    """How much waits, by what it waits for."""

    overdue: int = 0
    due: int = 0
    soon: int = 0
    undated: int = Field(
        default=0, description="Undated predictions whose review day has come (also in due or overdue)."
    )
    undated_overdue: int = Field(default=0, description="Those of the undated that are in overdue.")
    disputed: int = 0
    candidates: int = Field(default=0, description="Candidates in the inbox.")


class DueList(SQLModel):
    """Predictions that are due, the longest due first."""

    counts: DueCounts
    items: list[Prediction]
    next_cursor: str | None = None
