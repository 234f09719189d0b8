"""Exports: predictions as files."""

from enum import StrEnum

from sqlmodel import Field, SQLModel

from registry.schemas.fields import Line


class ExportFormat(StrEnum):
    """Kinds of file."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


MEDIA_TYPES = {
    ExportFormat.csv: "text/csv; charset=utf-8",
    ExportFormat.jsonl: "application/jsonl",
    ExportFormat.parquet: "application/vnd.apache.parquet",
}


class ExportFilter(SQLModel):
    """What to export."""

    format: ExportFormat = ExportFormat.csv
    collection: Line | None = Field(default=None, max_length=100, description="Slug; everything where absent.")
