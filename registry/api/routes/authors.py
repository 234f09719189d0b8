"""Authors: who predicts, and the names that lead to them."""

from typing import Annotated, Any

from fastapi import Body, Query
from pydantic import Discriminator, Tag
from sqlmodel import Field

from registry.actions import author_aliases, author_merges, authors
from registry.api.paging import Paging
from registry.api.preconditions import IfVersion
from registry.api.registry_route import PREFIX, registry_router
from registry.api.validation_faults import MANY, ONE
from registry.api.work import Work
from registry.domain.vocabulary import AuthorKind
from registry.schemas.authors import AliasNew, Author, AuthorChange, AuthorMerge, AuthorNew, NewAuthors
from registry.schemas.pages import Page
from registry.storage import authors as stored

router = registry_router("authors")


def _form(body: Any) -> str:
    return MANY if isinstance(body, list) else ONE


Several = Annotated[list[AuthorNew], Field(min_length=1, max_length=1000)]
OneOrSeveral = Annotated[Annotated[AuthorNew, Tag(ONE)] | Annotated[Several, Tag(MANY)], Discriminator(_form), Body()]


@router.get("/authors")
def list_authors(
    work: Work,
    paging: Paging,
    q: Annotated[str | None, Query(max_length=200, description="Part of a name or alias.")] = None,
    kind: AuthorKind | None = None,
) -> Page[Author]:
    """Authors in the order of their slugs. Where no name holds `q`, those with a similar one are listed.

    Authors that were merged into others are not listed; their names lead to those others.
    """
    found = stored.search(work.session, q, kind, paging.cursor, paging.limit)
    return Page[Author](items=stored.present(work.session, found.rows), next_cursor=found.next_cursor)


@router.post("/authors", status_code=201)
def add_authors(work: Work, new: OneOrSeveral) -> Author | list[Author]:
    """Put an author, or a list of authors (all or none), on record.

    A name or alias that leads to an author already is refused (409) with that author's slug. A name that is
    merely like another is allowed here: whoever adds an author means a new one.
    """
    if isinstance(new, list):
        return authors.add_all(work.session, work.actor, new, now=work.now)
    author = authors.add(work.session, work.actor, new, now=work.now)
    work.created_at(f"/authors/{author.slug}")
    return author


@router.get("/authors/{slug}")
def read_author(work: Work, slug: str) -> Author:
    """One author. The slug of a merged author leads to the one that stands for it now."""
    row = stored.standing_at(work.session, slug)
    work.headers["Content-Location"] = f"{PREFIX}/authors/{row.slug}"
    return stored.present(work.session, [row])[0]


@router.patch("/authors/{slug}")
def change_author(work: Work, slug: str, change: AuthorChange, if_version: IfVersion) -> Author:
    """Correct an author. A new `name` is added to the old ones, which still lead there; the slug stays."""
    row = stored.standing_at(work.session, slug)
    return authors.change(work.session, work.actor, row, change, if_version=if_version, now=work.now)


@router.get("/authors/{slug}/aliases")
def list_aliases(work: Work, slug: str) -> list[str]:
    """All names of an author but the one it is shown by."""
    return stored.present(work.session, [stored.standing_at(work.session, slug)])[0].aliases


@router.post("/authors/{slug}/aliases", status_code=201)
def add_alias(work: Work, slug: str, new: AliasNew) -> Author:
    """Let another name lead to the author. Refused (409) if it leads to one already."""
    row = stored.standing_at(work.session, slug)
    return author_aliases.add_alias(work.session, work.actor, row, new, now=work.now)


@router.delete("/authors/{slug}/aliases")
def remove_alias(
    work: Work, slug: str, name: Annotated[str, Query(max_length=200, description="The alias.")]
) -> Author:
    """Let a name no longer lead to the author. The name that it is shown by stays."""
    row = stored.standing_at(work.session, slug)
    return author_aliases.remove_alias(work.session, work.actor, row, name, now=work.now)


@router.post("/authors/{slug}/merge")
def merge_authors(work: Work, slug: str, merge: AuthorMerge, if_version: IfVersion) -> Author:
    """Let another author stand for this one, with its names and predictions; answers with the former."""
    row = stored.at_slug(work.session, slug)
    named = authors.resolve(work.session, work.actor, [("into", merge.into)], NewAuthors.refuse, now=work.now)
    into = named[merge.into]
    return author_merges.merge(work.session, work.actor, row, into, if_version=if_version, now=work.now)


@router.post("/authors/{slug}/unmerge")
def unmerge_authors(work: Work, slug: str, if_version: IfVersion) -> Author:
    """Take a merge back: the author gets back its names and the predictions that were entered as its own."""
    row = stored.at_slug(work.session, slug)
    return author_merges.unmerge(work.session, work.actor, row, if_version=if_version, now=work.now)
