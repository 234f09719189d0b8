"""Articles: texts that were read, and the candidates found in them."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import File, Form, Query, UploadFile

from registry.actions import articles
from registry.actions.finding_candidates import keep_found
from registry.api.paging import Paging
from registry.api.preconditions import IfVersion
from registry.api.reading import look_again, read_given, read_upload
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.articles import (
    Article,
    ArticleBrief,
    ArticleChange,
    ArticleFacts,
    ArticleNew,
    ExtractAgain,
)
from registry.schemas.candidates import Candidate, CandidatesFound
from registry.schemas.pages import Page
from registry.storage import articles as stored
from registry.storage import candidates as stored_candidates
from registry.storage.candidates import CandidateSort

router = registry_router("articles")


@router.get("/articles")
def list_articles(
    work: Work,
    paging: Paging,
    q: Annotated[str | None, Query(max_length=200, description="In title, byline, outlet or address.")] = None,
    outlet: Annotated[str | None, Query(max_length=200)] = None,
) -> Page[ArticleBrief]:
    """Articles without their texts, the latest entered first."""
    found = stored.search(work.session, q, outlet, paging.cursor, paging.limit)
    return Page[ArticleBrief](items=stored.present(work.session, found.rows), next_cursor=found.next_cursor)


@router.post("/articles", status_code=201)
def add_article(work: Work, new: ArticleNew) -> Article:
    """Put an article on record and look for candidates in it.

    Send its `text`, or its `address` alone and the registry fetches the page (public addresses only, 10 MB).
    What you say of it overrules what the page says; `notes` tell what was inferred. The same text or address
    again is refused (409) with the id of the article on record; a changed text names what it `supersedes`.
    """
    reading = read_given(work, new)
    article = articles.add(work.session, work.actor, reading, supersedes=new.supersedes, now=work.now)
    work.created_at(f"/articles/{article.id}")
    return article


# A field of the form, since a form that knows its fields takes the file for one that it does not know.
class ArticleFile(ArticleFacts):
    """A file with an article, and what the person who gives it says of it."""

    file: Annotated[UploadFile, File(description="Plain text or Markdown in UTF-8, or HTML.")]


@router.post("/articles/file", status_code=201)
def add_article_file(work: Work, facts: Annotated[ArticleFile, Form(media_type="multipart/form-data")]) -> Article:
    """Put an article on record that is in a file. Otherwise as `POST /articles`."""
    reading = read_upload(work, facts.file.file.read(), facts.file.filename, facts)
    article = articles.add(work.session, work.actor, reading, supersedes=facts.supersedes, now=work.now)
    work.created_at(f"/articles/{article.id}")
    return article


@router.get("/articles/{article_id}")
def read_article(work: Work, article_id: UUID) -> Article:
    """One article with its text. Offsets of quotes count its characters."""
    return stored.present_whole(work.session, stored.row_of(work.session, article_id))


@router.patch("/articles/{article_id}")
def change_article(work: Work, article_id: UUID, change: ArticleChange, if_version: IfVersion) -> Article:
    """Correct what is known beside the text. A new text is a new article that `supersedes` this one."""
    return articles.change(work.session, work.actor, article_id, change, if_version=if_version, now=work.now)


@router.get("/articles/{article_id}/candidates")
def list_candidates_of_article(work: Work, paging: Paging, article_id: UUID) -> Page[Candidate]:
    """What was found in an article, decided on or not, the surest first."""
    stored.row_of(work.session, article_id)
    wanted: dict[str, Any] = {"state": None, "article_id": article_id, "language": None, "q": None}
    found = stored_candidates.search(
        work.session, **wanted, sort=CandidateSort.surest, cursor=paging.cursor, limit=paging.limit
    )
    items = stored_candidates.present(work.session, found.rows)
    return Page[Candidate](items=items, next_cursor=found.next_cursor)


@router.post("/articles/{article_id}/candidates", status_code=201)
def find_candidates_again(work: Work, article_id: UUID, again: ExtractAgain) -> CandidatesFound:
    """Look for candidates once more, say with the author that the text does not name.

    What was not found before is added; what still waits takes on what is read now; decided ones stay.
    """
    extraction = look_again(work, article_id, again)
    article = stored.for_change(work.session, article_id)
    return keep_found(work.session, work.actor, article, extraction, work.now)
