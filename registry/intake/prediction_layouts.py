"""Files of other programs: which of their columns are ours, read from a mapping file or known already.

A mapping file is TOML. `[columns]` names for each of our columns theirs, or a list of theirs whose cells are
joined by a colon. `[constants]` gives a column the same cell in every row. `[words.COLUMN]` says for cells of
theirs what they mean here; an empty text means nothing. Instants are cut to their day. `[join]` adds to each row the
cells of the row with the same key in a second file, and `[only]` names for a column of theirs the cells of the
rows that are meant; the others are left out and counted.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from registry.domain.errors import Fault, Invalid, Missing
from registry.intake.prediction_columns import REQUIRED, column_faults

_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")


class Join(BaseModel):
    """A second file of theirs, beside the first: its name, and the column whose cells the two share."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str = Field(min_length=1)
    on: str = Field(min_length=1)


class Layout(BaseModel):
    """How rows of another program's file become rows of an import."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    columns: dict[str, str | list[str]]
    constants: dict[str, str] = Field(default_factory=dict)
    words: dict[str, dict[str, str]] = Field(default_factory=dict)
    join: Join | None = None
    only: dict[str, list[str]] = Field(default_factory=dict)
    _beside: Mapping[str, Mapping[str, Any]] = PrivateAttr(default_factory=dict)

    def beside(self, rows: Mapping[str, Mapping[str, Any]]) -> "Layout":
        """The same with the rows of the second file, by their key."""
        layout = self.model_copy()
        layout._beside = rows  # noqa: SLF001 - of the same class
        return layout

    def headings_beside(self) -> set[str]:
        """The headings of the second file."""
        return set(next(iter(self._beside.values()), ()))

    def whole(self, cells: Mapping[str, Any]) -> Mapping[str, Any]:
        """A row of theirs, with the cells that the second file has for it."""
        if self.join is None:
            return cells
        return {**self._beside.get(str(cells.get(self.join.on)), {}), **cells}

    def theirs(self) -> set[str]:
        """The headings that their file must have, or their two files together."""
        on = {self.join.on} if self.join else set()
        return {name for named in self.columns.values() for name in _listed(named)} | self.only.keys() | on

    def takes(self, cells: Mapping[str, Any]) -> bool:
        """Whether a row of theirs is one of those that are meant."""
        return all(str(cells.get(name)) in meant for name, meant in self.only.items())

    def applied(self, cells: Mapping[str, Any]) -> dict[str, Any]:
        """A row of theirs in our columns."""
        ours: dict[str, Any] = dict(self.constants)
        for column, named in self.columns.items():
            cell = _joined([cells.get(name) for name in _listed(named)])
            cell = self.words.get(column, {}).get(cell, cell) if isinstance(cell, str) else cell
            if cell not in (None, ""):
                ours[column] = _day_of(column, cell)
        return ours


FATEBOOK = Layout(
    columns={
        "author": "Forecast created by",
        "statement": ["Question title", "Multiple choice option"],
        "made_on": "Forecast created at",
        "due_on": "Question resolve by",
        "probability": "Forecast (scale = 0-1)",
        "outcome": "Resolution",
        "known_on": "Resolved at",
        "criteria": "Question notes",
    },
    constants={"source": "Fatebook"},
    words={"criteria": {"null": ""}},
)
"""The file that Fatebook exports (read in its source: lib/web/export.ts)."""

FATEBOOK_WITHOUT_OPTIONS = FATEBOOK.model_copy(
    update={
        "columns": {
            **FATEBOOK.columns,
            "statement": "Question title",
            "outcome": "Question resolution",
            "known_on": "Question resolved at",
        }
    }
)
"""What it exported before it had questions with several options."""

KNOWN_LAYOUTS = (FATEBOOK, FATEBOOK_WITHOUT_OPTIONS)


def layout_of(headings: Sequence[str]) -> Layout | None:
    """The known layout that a file with these headings has."""
    stripped = {heading.strip() for heading in headings}
    return next((layout for layout in KNOWN_LAYOUTS if layout.theirs() <= stripped), None)


def read_layout(path: Path) -> Layout:
    """The layout in a mapping file. Raises Missing where there is none, Invalid where it makes no sense."""
    try:
        layout = Layout.model_validate(tomllib.loads(path.read_text("utf-8")))
    except OSError as problem:
        raise Missing(f"The mapping file {path} cannot be read ({problem.strerror}).") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise Invalid(f"{path.name} is no mapping file in TOML: {problem}.") from problem
    except ValidationError as problem:
        faults = [Fault(".".join(map(str, error["loc"])), error["msg"]) for error in problem.errors()]
        raise Invalid(f"{path.name} does not say what a mapping file says.", faults) from problem
    _check(layout, path.name)
    return layout


def check_headings(layout: Layout, headings: Sequence[str]) -> list[str]:
    """Their headings without blanks around them. Raises Invalid that names each one that is missing."""
    stripped = [heading.strip() for heading in headings]
    missing = sorted(layout.theirs() - set(stripped) - layout.headings_beside())
    if missing:
        faults = [Fault("line 1", f"the column “{name}” is missing, which the mapping names") for name in missing]
        raise Invalid("The first line does not fit the mapping.", faults)
    return stripped


def _check(layout: Layout, name: str) -> None:
    ours = {*layout.columns, *layout.constants}
    faults = column_faults([*layout.columns, *layout.constants, *layout.words], name)
    faults += [Fault(name, f"names nothing for {column}") for column in REQUIRED if column not in ours]
    if faults:
        raise Invalid(f"The mapping file {name} has to be put right first.", faults)


def _listed(named: str | list[str]) -> list[str]:
    return [named] if isinstance(named, str) else named


def _joined(cells: Sequence[Any]) -> Any:
    filled = [cell for cell in cells if cell not in (None, "")]
    if len(filled) < 2:
        return filled[0] if filled else None
    return ": ".join(map(str, filled))


def _day_of(column: str, cell: Any) -> Any:
    found = _INSTANT.fullmatch(cell) if column.endswith("_on") and isinstance(cell, str) else None
    return found[1] if found else cell
