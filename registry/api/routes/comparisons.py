"""Comparisons of a few authors."""

from typing import Annotated

from fastapi import Query

from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.comparisons import Comparison, ComparisonFilter
from registry.storage.authors import standing_at
from registry.storage.comparisons import of_authors
from registry.storage.record_filters import instant_of

router = registry_router("leaderboard")


@router.get("/comparison")
def read_comparison(work: Work, wanted: Annotated[ComparisonFilter, Query()]) -> Comparison:
    """Two to five authors on the questions that at least two of them predicted, by their peer scores there.

    Several authors are given as `author=one&author=other`. Their whole records are read one by one.
    """
    as_of = instant_of(wanted, work.now)
    authors = {row.id: row for row in (standing_at(work.session, slug) for slug in wanted.author)}
    return of_authors(work.session, list(authors.values()), wanted, as_of=as_of, now=work.now)
