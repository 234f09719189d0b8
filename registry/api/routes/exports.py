"""Everything on record as a file."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Annotated

from fastapi import Query, Response
from fastapi.responses import StreamingResponse

from registry.actions.exporting import export
from registry.api.installation import Installation
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.exports import MEDIA_TYPES, ExportFilter

router = registry_router("predictions")


@router.get("/export", response_class=StreamingResponse)
def export_predictions(work: Work, wanted: Annotated[ExportFilter, Query()]) -> Response:
    """The predictions on record that fulfil every filter given, with outcomes, in the columns that an import reads.

    Withdrawn ones are left out. In CSV, what a spreadsheet would run as a formula gets an apostrophe in front.
    """
    parts = _parts(work.installation, wanted, work.now)
    # Asked for before the answer begins: what is wrong with the question must not come in its middle.
    first = next(parts, b"")
    name = f'attachment; filename="predictions.{wanted.format}"'
    return StreamingResponse(
        chain([first], parts), media_type=MEDIA_TYPES[wanted.format], headers={"Content-Disposition": name}
    )


def _parts(installation: Installation, wanted: ExportFilter, now: datetime) -> Iterator[bytes]:
    # With a session of its own: the request's ends before the last part is sent.
    with installation.reading() as session:
        yield from export(session, wanted, now=now)
