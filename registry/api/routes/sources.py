"""Sources: feeds and pages that are watched for new articles."""

from typing import Annotated
from uuid import UUID

from fastapi import File, Response, UploadFile

from registry.actions import sources as actions
from registry.api.paging import Paging
from registry.api.preconditions import IfVersion
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.intake.feed import Named
from registry.intake.opml import read_opml, write_opml
from registry.schemas.pages import Page
from registry.schemas.sources import Source, SourceChange, SourceEntry, SourceNew, SourcesImported
from registry.storage import sources as stored

router = registry_router("sources")


@router.get("/sources")
def list_sources(work: Work, paging: Paging) -> Page[Source]:
    """All sources, how each fares and why it last failed."""
    return stored.page(work.session, paging.cursor, paging.limit)


@router.post("/sources", status_code=201)
def add_source(work: Work, new: SourceNew) -> Source:
    """Watch a feed, or a page that lists an author's articles. New articles come with their candidates.

    It is asked politely: as robots.txt allows, one request to a host at a time, less often while it fails.
    """
    source = actions.add(work.session, work.actor, new, now=work.now)
    work.created_at(f"/sources/{source.id}")
    return source


@router.get("/sources/opml", response_class=Response)
def export_sources(work: Work) -> Response:
    """The feeds that are watched, as a list that feed readers take (OPML)."""
    feeds = [Named(row.address, row.title) for row in stored.feeds(work.session)]
    return Response(write_opml(feeds, title="Watched feeds"), media_type="text/x-opml; charset=utf-8")


@router.post("/sources/opml")
def import_sources(
    work: Work, file: Annotated[UploadFile, File(description="OPML, as a feed reader exports it.")]
) -> SourcesImported:
    """Watch the feeds of a list, 500 at most; those known already stay as they are."""
    feeds = [(one.address, one.title) for one in read_opml(file.file.read())]
    return actions.add_list(work.session, work.actor, feeds, now=work.now)


@router.get("/sources/{source_id}")
def read_source(work: Work, source_id: UUID) -> Source:
    """One source, how it fares and why it last failed."""
    return stored.read_one(work.session, source_id)


@router.patch("/sources/{source_id}")
def change_source(work: Work, source_id: UUID, change: SourceChange, if_version: IfVersion) -> Source:
    """Change a source, or leave it alone with `disabled`."""
    return actions.change(work.session, work.actor, source_id, change, if_version=if_version, now=work.now)


@router.post("/sources/{source_id}/poll")
def look_at_source(work: Work, source_id: UUID) -> Source:
    """Look at a source with the next run of the scheduler, whenever its turn would be."""
    return actions.look_now(work.session, work.actor, source_id, now=work.now)


@router.get("/sources/{source_id}/entries")
def list_entries(work: Work, source_id: UUID, paging: Paging) -> Page[SourceEntry]:
    """What a source named, the latest first, and what came of each."""
    return stored.entry_page(work.session, source_id, paging.cursor, paging.limit)
