"""Questions and collections, which group predictions."""

from collections.abc import Iterator

from registry.client.bodies import Body, at
from registry.client.exchange import Exchange
from registry.schemas.collections import Collection
from registry.schemas.pages import Page
from registry.schemas.questions import Question


class GroupMethods(Exchange):
    """Methods on questions (by slug or id) and collections (by slug)."""

    def list_questions(
        self, q: str | None = None, *, cursor: str | None = None, limit: int | None = None
    ) -> Page[Question]:
        """A page of questions, the latest first; `q` are words of the question."""
        return self._read(Page[Question], "/questions", q=q, cursor=cursor, limit=limit)

    def iter_questions(self, q: str | None = None, *, page_size: int = 200) -> Iterator[Question]:
        """All such questions, read page by page."""
        return self._pages(lambda cursor: self.list_questions(q, cursor=cursor, limit=page_size))

    def add_question(self, new: Body, *, idempotency_key: str | None = None) -> Question:
        """Create a question by a `QuestionNew`."""
        return self._write(Question, "POST", "/questions", new, idempotency_key=idempotency_key)

    def read_question(self, question: str) -> Question:
        """One question."""
        return self._read(Question, at("questions", question))

    def change_question(self, question: str, change: Body, *, if_version: int | None = None) -> Question:
        """Change a question by a `QuestionChange`; its slug stays."""
        return self._write(Question, "PATCH", at("questions", question), change, if_version=if_version)

    def list_collections(self, *, cursor: str | None = None, limit: int | None = None) -> Page[Collection]:
        """A page of collections by slug."""
        return self._read(Page[Collection], "/collections", cursor=cursor, limit=limit)

    def iter_collections(self, *, page_size: int = 200) -> Iterator[Collection]:
        """All collections, read page by page."""
        return self._pages(lambda cursor: self.list_collections(cursor=cursor, limit=page_size))

    def add_collection(self, new: Body, *, idempotency_key: str | None = None) -> Collection:
        """Create a collection by a `CollectionNew`."""
        return self._write(Collection, "POST", "/collections", new, idempotency_key=idempotency_key)

    def read_collection(self, slug: str) -> Collection:
        """One collection."""
        return self._read(Collection, at("collections", slug))

    def change_collection(self, slug: str, change: Body, *, if_version: int | None = None) -> Collection:
        """Change what is said of a collection, by a `CollectionChange`."""
        return self._write(Collection, "PATCH", at("collections", slug), change, if_version=if_version)
