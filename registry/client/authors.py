"""Authors, the names that lead to them, and what their word has been worth."""

from collections.abc import Iterator, Sequence

from registry.client.bodies import Body, at
from registry.client.exchange import Exchange
from registry.schemas.authors import Author
from registry.schemas.comparisons import Comparison
from registry.schemas.leaderboards import Leaderboard
from registry.schemas.pages import Page
from registry.schemas.resolved import ResolvedPredictions
from registry.schemas.track_records import TrackRecord


class AuthorMethods(Exchange):
    """Methods on authors. An author stands in addresses by its slug."""

    def list_authors(
        self,
        q: str | None = None,
        *,
        kind: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Page[Author]:
        """A page of authors by slug. Where no name holds `q`, those with a similar one."""
        return self._read(Page[Author], "/authors", q=q, kind=kind, cursor=cursor, limit=limit)

    def iter_authors(self, q: str | None = None, *, kind: str | None = None, page_size: int = 200) -> Iterator[Author]:
        """All such authors, read page by page."""
        return self._pages(lambda cursor: self.list_authors(q, kind=kind, cursor=cursor, limit=page_size))

    def add_author(self, new: Body, *, idempotency_key: str | None = None) -> Author:
        """Put an `AuthorNew` on record."""
        return self._write(Author, "POST", "/authors", new, idempotency_key=idempotency_key)

    def add_authors(self, new: Sequence[Body], *, idempotency_key: str | None = None) -> list[Author]:
        """Put a list of `AuthorNew` on record, all or none."""
        return self._write(list[Author], "POST", "/authors", list(new), idempotency_key=idempotency_key)

    def read_author(self, slug: str) -> Author:
        """One author; the slug of a merged one leads to the author that stands for it."""
        return self._read(Author, at("authors", slug))

    def change_author(self, slug: str, change: Body, *, if_version: int | None = None) -> Author:
        """Correct an author by an `AuthorChange`."""
        return self._write(Author, "PATCH", at("authors", slug), change, if_version=if_version)

    def list_aliases(self, slug: str) -> list[str]:
        """All names of an author but the one it is shown by."""
        return self._read(list[str], at("authors", slug, "aliases"))

    def add_alias(self, slug: str, name: str) -> Author:
        """Let another name lead to the author."""
        return self._write(Author, "POST", at("authors", slug, "aliases"), {"name": name})

    def remove_alias(self, slug: str, name: str) -> Author:
        """Let a name no longer lead to the author."""
        return self._write(Author, "DELETE", at("authors", slug, "aliases"), params={"name": name})

    def merge_authors(self, slug: str, into: str, *, if_version: int | None = None) -> Author:
        """Let the author `into` stand for this one, with its names and predictions."""
        path = at("authors", slug, "merge")
        return self._write(Author, "POST", path, {"into": into}, if_version=if_version)

    def unmerge_authors(self, slug: str, *, if_version: int | None = None) -> Author:
        """Take a merge back."""
        return self._write(Author, "POST", at("authors", slug, "unmerge"), if_version=if_version)

    def read_track_record(self, slug: str, wanted: Body | None = None) -> TrackRecord:
        """An author's record, of the part that a `TrackRecordFilter` names."""
        return self._read(TrackRecord, at("authors", slug, "track-record"), wanted)

    def read_leaderboard(self, wanted: Body | None = None) -> Leaderboard:
        """Authors compared, by a `LeaderboardFilter`."""
        return self._read(Leaderboard, "/leaderboard", wanted)

    def read_resolved(self, slug: str, wanted: Body | None = None) -> ResolvedPredictions:
        """What stands behind a record, by a `ResolvedFilter`: latest outcomes, best and worst calls, the unscored."""
        return self._read(ResolvedPredictions, at("authors", slug, "resolved"), wanted)

    def read_comparison(self, authors: Sequence[str], wanted: Body | None = None) -> Comparison:
        """Two to five authors, by their slugs, on the questions that they share; `wanted` is a `RecordFilter`."""
        return self._read(Comparison, "/comparison", wanted, author=list(authors))
