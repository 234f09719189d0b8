"""Sources that the registry reads by itself, and whole files of predictions in and out."""

from collections.abc import Iterator
from uuid import UUID

from registry.client.bodies import Body, at
from registry.client.exchange import Exchange
from registry.schemas.imports import ImportReport
from registry.schemas.pages import Page
from registry.schemas.sources import Source, SourceEntry, SourcesImported

FILE_SECONDS = 600.0
"""A file with a hundred thousand predictions takes a while to be checked."""


class SourceMethods(Exchange):
    """Methods on sources, and on files of predictions."""

    def list_sources(self, *, cursor: str | None = None, limit: int | None = None) -> Page[Source]:
        """A page of the feeds and pages that are read by themselves."""
        return self._read(Page[Source], "/sources", cursor=cursor, limit=limit)

    def iter_sources(self, *, page_size: int = 200) -> Iterator[Source]:
        """All sources, read page by page."""
        return self._pages(lambda cursor: self.list_sources(cursor=cursor, limit=page_size))

    def add_source(self, new: Body, *, idempotency_key: str | None = None) -> Source:
        """Read a feed or page from now on, by a `SourceNew`."""
        return self._write(Source, "POST", "/sources", new, idempotency_key=idempotency_key)

    def export_sources(self) -> bytes:
        """All sources as OPML, as feed readers take it."""
        return self._read(bytes, "/sources/opml")

    def import_sources(self, content: bytes, name: str) -> SourcesImported:
        """Take over the sources of an OPML file."""
        return self._write(SourcesImported, "POST", "/sources/opml", file=(name, content))

    def read_source(self, source_id: UUID | str) -> Source:
        """One source, and how it does."""
        return self._read(Source, at("sources", source_id))

    def change_source(self, source_id: UUID | str, change: Body, *, if_version: int | None = None) -> Source:
        """Change a source by a `SourceChange`; `disabled` leaves it alone."""
        return self._write(Source, "PATCH", at("sources", source_id), change, if_version=if_version)

    def look_at_source(self, source_id: UUID | str) -> Source:
        """Look at a source with the next run of the scheduler."""
        return self._write(Source, "POST", at("sources", source_id, "poll"), timeout=FILE_SECONDS)

    def list_entries(
        self, source_id: UUID | str, *, cursor: str | None = None, limit: int | None = None
    ) -> Page[SourceEntry]:
        """A page of the addresses that a source has named, and what became of them."""
        return self._read(Page[SourceEntry], at("sources", source_id, "entries"), cursor=cursor, limit=limit)

    def import_file(
        self,
        content: bytes,
        name: str,
        *,
        dry_run: bool = False,
        new_authors: str = "refuse",
        collection: str | None = None,
    ) -> ImportReport:
        """Put a .csv or .jsonl file of predictions on record; a dry run reports every fault and stores nothing."""
        params = {"dry_run": dry_run, "new_authors": new_authors, "collection": collection}
        asked = {key: value for key, value in params.items() if value is not None}
        return self._write(ImportReport, "POST", "/import", params=asked, file=(name, content), timeout=FILE_SECONDS)

    def export_predictions(self, wanted: Body | None = None) -> bytes:
        """All predictions as a file, of the part and in the format that an `ExportFilter` names."""
        return self._read(bytes, "/export", wanted)
