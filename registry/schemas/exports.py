"""Exports: predictions as files."""

from enum import StrEnum

from registry.schemas.filters import PredictionNarrowing


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


class ExportFilter(PredictionNarrowing):
    """What to export; everything on record where it is not narrowed."""

    format: ExportFormat = ExportFormat.csv
