"""Corrections: only what differs is changed, so that a repeated request leaves no trace in history."""

from typing import Any

from sqlmodel import SQLModel


def changes_of(row: SQLModel, change: SQLModel) -> dict[str, Any]:
    """The fields that `change` sets to something else than `row` holds."""
    wanted = change.model_dump(exclude_unset=True)
    return {name: value for name, value in wanted.items() if getattr(row, name) != value}


def apply_changes(row: SQLModel, changes: dict[str, Any]) -> None:
    """Set fields that a schema has checked."""
    for name, value in changes.items():
        setattr(row, name, value)
