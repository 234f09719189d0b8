"""Questions and collections that the rows of an import name and nobody has made yet.

As with authors, a file may bring them along. An export tells their wording and name, and which collections are
separate; of a file that tells no more than a slug, the slug has to do.
"""

import re
from collections.abc import Iterator, Sequence
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
    session: Session, actor: Actor, rows: Sequence[ImportRow], report: ImportReport, *, now: datetime
) -> None:
    """Make what the rows name by a slug and is missing; the report tells what was made.

    A name that is no slug is left alone, and becomes a fault of its row. Raises Conflict where a collection of
    another slug has the name already.
    """
    collections_told, questions_told = dict(_first_of("collection", rows)), dict(_first_of("question", rows))
    wanted = [PredictionLinks(collection=slug) for slug in collections_told]
    wanted += [PredictionLinks(question=slug) for slug in questions_told]
    known = find_links(session, [("", links) for links in wanted])
    for slug, told in collections_told.items():
        if slug not in known.collections:
            new = CollectionNew(name=told.collection_name or slug, separate=told.collection_separate)
            collections.add(session, actor, new, slug=slug, now=now)
            report.created_collections.append(slug)
    for slug, told in questions_told.items():
        if slug not in known.questions:
            wording = told.question_wording or f"Question {slug}"
            questions.add(session, actor, QuestionNew(wording=wording, slug=slug), now=now)
            report.created_questions.append(slug)


def _first_of(column: str, rows: Sequence[ImportRow]) -> Iterator[tuple[str, Entry]]:
    """Each slug in the column, with what the first row that names it tells of it."""
    seen = set()
    for row in rows:
        slug = getattr(row.prediction, column, None)
        if slug is not None and slug not in seen:
            seen.add(slug)
            if _SLUG.fullmatch(slug):
                yield slug, row.entry or _NOTHING_TOLD
