"""Questions and collections that the rows of an import name and nobody has made yet.

As with authors, a file may bring them along. An export tells their wording and name, and which collections are
separate; of a file that tells no more than a slug, the slug has to do.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlmodel import Session

from registry.actions import collections, questions
from registry.actions.acting import Actor
from registry.actions.linking import find_links
from registry.schemas.collections import CollectionNew
from registry.schemas.imports import Entry, ImportReport, ImportRow
from registry.schemas.predictions import PredictionLinks
from registry.schemas.questions import QuestionNew

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_NOTHING_TOLD = Entry()


def make_what_rows_name(
    session: Session, actor: Actor, rows: Iterable[ImportRow], report: ImportReport, *, now: datetime
) -> None:
    """Make what the rows name by a slug and is missing; the report tells what was made.

    A name that is no slug is left alone, and becomes a fault of its row. Raises Conflict where a collection of
    another slug has the name already.
    """
    named = [row for row in rows if _names(row)]
    if not named:
        return
    known = find_links(session, [("", links) for row in named for links in _links_of(row)])
    for slug, told in _first_of("collection", named):
        if slug not in known.collections:
            new = CollectionNew(name=told.collection_name or slug, separate=told.collection_separate)
            collections.add(session, actor, new, slug=slug, now=now)
            report.created_collections.append(slug)
    for slug, told in _first_of("question", named):
        if slug not in known.questions:
            wording = told.question_wording or f"Question {slug}"
            questions.add(session, actor, QuestionNew(wording=wording, slug=slug), now=now)
            report.created_questions.append(slug)


def _names(row: ImportRow) -> bool:
    new = row.prediction
    return new is not None and (new.question is not None or new.collection is not None)


def _links_of(row: ImportRow) -> Iterator[PredictionLinks]:
    if row.prediction is not None:
        yield PredictionLinks(question=row.prediction.question, collection=row.prediction.collection)


def _first_of(column: str, rows: Sequence[ImportRow]) -> Iterator[tuple[str, Entry]]:
    """Each slug in the column, with what the first row that names it tells of it."""
    seen = set()
    for row in rows:
        slug = getattr(row.prediction, column)
        if slug is not None and slug not in seen and _SLUG.fullmatch(slug):
            seen.add(slug)
            yield slug, row.entry or _NOTHING_TOLD
