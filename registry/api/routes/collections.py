"""Collections: named sets of predictions with a sampling rule."""

from registry.actions import collections
from registry.api.paging import Paging
from registry.api.preconditions import IfVersion
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.collections import Collection, CollectionChange, CollectionNew
from registry.schemas.pages import Page
from registry.storage import collections as stored

router = registry_router("collections")


@router.get("/collections")
def list_collections(work: Work, paging: Paging) -> Page[Collection]:
    """All collections, in the order of their slugs."""
    found = stored.read_all(work.session, paging.cursor, paging.limit)
    return Page[Collection](items=stored.present(work.session, found.rows), next_cursor=found.next_cursor)


@router.post("/collections", status_code=201)
def add_collection(work: Work, new: CollectionNew) -> Collection:
    """Create a collection. Its slug is made of its name, which no other collection may bear."""
    collection = collections.add(work.session, work.actor, new, now=work.now)
    work.created_at(f"/collections/{collection.slug}")
    return collection


@router.get("/collections/{slug}")
def read_collection(work: Work, slug: str) -> Collection:
    """One collection. Its predictions: `GET /predictions?collection=…`."""
    return stored.present(work.session, [stored.at_slug(work.session, slug)])[0]


@router.patch("/collections/{slug}")
def change_collection(work: Work, slug: str, change: CollectionChange, if_version: IfVersion) -> Collection:
    """Change what is said of a collection; its slug stays."""
    return collections.change(work.session, work.actor, slug, change, if_version=if_version, now=work.now)
