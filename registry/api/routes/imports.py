"""Files of predictions, taken in over HTTP."""

import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import File, Query, UploadFile

from registry.actions.importing import import_rows, try_import
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.authors import NewAuthors
from registry.schemas.imports import ImportReport

LONGEST_NAME = 200

router = registry_router("predictions")


@router.post("/import", status_code=201)
def import_file(
    work: Work,
    file: Annotated[UploadFile, File(description="A .csv or .jsonl file in UTF-8, as the documentation tells.")],
    dry_run: Annotated[bool, Query(description="Check everything, store nothing, report every fault.")] = False,
    new_authors: Annotated[NewAuthors, Query(description="What to do with unknown authors.")] = NewAuthors.refuse,
    collection: Annotated[str | None, Query(max_length=100, description="Slug, for rows that name none.")] = None,
) -> ImportReport:
    """Put the predictions of a file on record, with their outcomes: all of them, or none and every fault.

    A row that is on record already changes nothing, so the same file may be sent again. Large files are
    better taken in by `registry import` on the machine itself.
    """
    take_in = try_import if dry_run else import_rows
    with _kept(file) as (path, name):
        report = take_in(
            work.session,
            work.actor,
            replace(survey(path), name=name),
            rows_of(path),
            now=work.now,
            zone=work.installation.settings.time_zone,
            new_authors=new_authors,
            collection=collection,
        )
    if dry_run:
        work.discard()
    if not report.n_created or dry_run:
        work.status = 200
    return report


@contextmanager
def _kept(file: UploadFile) -> Iterator[tuple[Path, str]]:
    """The upload as a file, since it is read twice, and the name that it goes by."""
    name = file_name(file.filename or "")
    with TemporaryDirectory(prefix="import-") as folder:
        path = Path(folder) / f"file{Path(name).suffix[:10].lower()}"
        with path.open("wb") as kept:
            shutil.copyfileobj(file.file, kept)
        yield path, name


def file_name(sent: str) -> str:
    """The last part of a name as sent, without control characters and not too long."""
    last = sent.replace("\\", "/").rpartition("/")[2]
    plain = "".join(sign for sign in last if unicodedata.category(sign) not in {"Cc", "Cs"}).strip()
    return plain[-LONGEST_NAME:] or "upload"
