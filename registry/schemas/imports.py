"""Imports: rows of a file as predictions and judgements, and what became of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Protocol
from uuid import UUID

from sqlmodel import Field, SQLModel

from registry.domain.errors import Fault
from registry.schemas.authors import AuthorBrief
from registry.schemas.fields import EARLIEST, Line, Moment, Prose
from registry.schemas.judgements import JudgementNew
from registry.schemas.predictions import BatchFault, PredictionNew
from registry.schemas.readable_parts import ReadablePart


class Entry(SQLModel):
    """How a prediction came on record where its file was written, and what its question and collection are there.

    A file of one's own need not tell any of it.
    """

    entered_at: Moment | None = Field(
        default=None,
        schema_extra={"ge": datetime.combine(EARLIEST, time(), UTC)},
        description="When it was entered there; decides what is late.",
    )
    extractor: Line | None = Field(default=None, max_length=50)
    extractor_version: Line | None = Field(default=None, max_length=50)
    known_on_inferred: bool = Field(default=False, description="`known_on` was not given there but derived.")
    question_wording: Prose | None = Field(
        default=None, min_length=5, max_length=1000, description="For a question that is not on record yet."
    )
    collection_name: Line | None = Field(
        default=None, max_length=200, description="For a collection that is not on record yet."
    )
    collection_separate: bool = Field(default=False, description="Whether that collection is a separate one.")


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row, by the line it begins on (from 1). Without faults it has a prediction, perhaps with its verdict.

    `filled_in` names the fields of the prediction that no cell gave, but the reading of the file; `part` is what can
    be read of a row with faults.
    """

    line: int
    prediction: PredictionNew | None = None
    judgement: JudgementNew | None = None
    faults: tuple[Fault, ...] = ()
    entry: Entry | None = None
    filled_in: frozenset[str] = frozenset()
    part: ReadablePart | None = None


class ImportRows(Protocol):
    """The rows of a file in their order, to be gone through more than once, perhaps in another process."""

    def __iter__(self) -> Iterator[ImportRow]:
        """Every row from the first on."""

    def lots(self, n: int) -> Iterator[Callable[[], list[ImportRow]]]:
        """The rows, `n` at a time; they are read when a lot is called, so that lots may be passed over quickly."""


@dataclass(frozen=True, slots=True)
class ImportFile:
    """A file to take in: its name, the SHA-256 of its bytes, and each author's name with its first line.

    `collections` and `questions` are what its rows name, `naming` the first readable row that names each of them.
    `n_left_out` counts rows that the mapping does not take, beside the `n_rows` that it does.
    """

    name: str
    sha256: str
    authors: Mapping[str, int]
    n_rows: int
    n_left_out: int = 0
    collections: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    naming: tuple[ImportRow, ...] = ()


class ImportReport(SQLModel):
    """What an import did, or in a dry run would do."""

    file: str
    dry_run: bool = False
    n_rows: int = Field(default=0, description="Rows read: n_created + n_unchanged + conflicts.")
    n_left_out: int = Field(default=0, description="Rows beside them that the mapping does not take.")
    n_created: int = Field(default=0, description="Predictions put on record.")
    n_judged: int = Field(default=0, description="Those of them that came with an outcome.")
    n_scored: int = Field(default=0, description="Those of them with a probability too.")
    n_unchanged: int = Field(default=0, description="Rows that were on record already.")
    n_without_criteria: int = Field(
        default=0, description="New ones whose statement stands in for resolution criteria."
    )
    n_known_on_inferred: int = Field(
        default=0, description="Outcomes taken to be known on the due day, for want of known_on."
    )
    created_authors: list[AuthorBrief] = Field(default_factory=list)
    created_collections: list[str] = Field(default_factory=list, description="Slugs.")
    created_questions: list[str] = Field(default_factory=list, description="Slugs.")
    import_batch: UUID | None = Field(default=None, description="Absent where nothing was created.")
    conflicts: list[BatchFault] = Field(
        default_factory=list,
        description="Rows left out: they contradict the record or an earlier row, or were said too late.",
    )
    faults: list[BatchFault] = Field(default_factory=list)
