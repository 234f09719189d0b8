"""Articles that were read, and the candidates found in them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from registry.client.bodies import Body, at
from registry.client.exchange import Exchange
from registry.schemas.articles import Article, ArticleBrief
from registry.schemas.candidates import Candidate, CandidateAccepted, CandidatesFound
from registry.schemas.pages import Page

READING_SECONDS = 120.0
"""Reading an article may take longer than other requests: it is fetched, and candidates are looked for."""

MODEL_SECONDS = 900.0
"""A language model is asked about a long article part by part, and a local one takes its time over each."""


class ArticleMethods(Exchange):
    """Methods on articles and candidates."""

    def list_articles(
        self,
        q: str | None = None,
        *,
        outlet: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Page[ArticleBrief]:
        """A page of articles without their texts, the latest entered first."""
        return self._read(Page[ArticleBrief], "/articles", q=q, outlet=outlet, cursor=cursor, limit=limit)

    def iter_articles(
        self, q: str | None = None, *, outlet: str | None = None, page_size: int = 200
    ) -> Iterator[ArticleBrief]:
        """All such articles, read page by page."""
        return self._pages(lambda cursor: self.list_articles(q, outlet=outlet, cursor=cursor, limit=page_size))

    def add_article(self, new: Body, *, idempotency_key: str | None = None) -> Article:
        """Put an `ArticleNew` on record, its text or its address, and look for candidates in it."""
        return self._write(Article, "POST", "/articles", new, idempotency_key=idempotency_key, timeout=_patience(new))

    def add_article_file(self, content: bytes, name: str, facts: Mapping[str, Any] | None = None) -> Article:
        """Put an article on record that is in a file; `facts` as in `ArticleFacts`."""
        timeout = _patience(facts or {})
        return self._write(Article, "POST", "/articles/file", facts, file=(name, content), timeout=timeout)

    def read_article(self, article_id: UUID | str) -> Article:
        """One article with its text."""
        return self._read(Article, at("articles", article_id))

    def change_article(self, article_id: UUID | str, change: Body, *, if_version: int | None = None) -> Article:
        """Correct what is known beside the text, by an `ArticleChange`."""
        return self._write(Article, "PATCH", at("articles", article_id), change, if_version=if_version)

    def list_candidates_of_article(
        self, article_id: UUID | str, *, cursor: str | None = None, limit: int | None = None
    ) -> Page[Candidate]:
        """A page of what was found in an article, decided on or not, the surest first."""
        path = at("articles", article_id, "candidates")
        return self._read(Page[Candidate], path, cursor=cursor, limit=limit)

    def find_candidates_again(self, article_id: UUID | str, again: Body) -> CandidatesFound:
        """Look for candidates once more, by an `ExtractAgain`."""
        path = at("articles", article_id, "candidates")
        return self._write(CandidatesFound, "POST", path, again, timeout=_patience(again))

    def list_candidates(
        self,
        *,
        state: str | None = None,
        article: UUID | str | None = None,
        language: str | None = None,
        q: str | None = None,
        sort: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Page[Candidate]:
        """A page of candidates; `state="waiting"` is the inbox, `sort` is `latest` or `surest`."""
        narrowed = {"state": state, "article": article, "language": language, "q": q, "sort": sort}
        return self._read(Page[Candidate], "/candidates", narrowed, cursor=cursor, limit=limit)

    def iter_candidates(self, *, state: str | None = None, page_size: int = 200) -> Iterator[Candidate]:
        """All candidates in a state, read page by page."""
        return self._pages(lambda cursor: self.list_candidates(state=state, cursor=cursor, limit=page_size))

    def read_candidate(self, candidate_id: UUID | str) -> Candidate:
        """One candidate."""
        return self._read(Candidate, at("candidates", candidate_id))

    def accept_candidate(
        self, candidate_id: UUID | str, accept: Body, *, if_version: int | None = None
    ) -> CandidateAccepted:
        """Put a candidate on record, corrected as a `CandidateAccept` says."""
        path = at("candidates", candidate_id, "accept")
        return self._write(CandidateAccepted, "POST", path, accept, if_version=if_version)

    def reject_candidate(self, candidate_id: UUID | str, reason: str, *, if_version: int | None = None) -> Candidate:
        """Keep a candidate off the record."""
        path = at("candidates", candidate_id, "reject")
        return self._write(Candidate, "POST", path, {"reason": reason}, if_version=if_version)

    def reject_candidates(self, ids: Sequence[UUID | str], reason: str) -> list[Candidate]:
        """Keep several candidates off the record for one reason: all of them, or none."""
        body = {"ids": [str(one) for one in ids], "reason": reason}
        return self._write(list[Candidate], "POST", "/candidates/reject", body)

    def reopen_candidate(self, candidate_id: UUID | str, *, if_version: int | None = None) -> Candidate:
        """Undo a decision on a candidate."""
        return self._write(Candidate, "POST", at("candidates", candidate_id, "reopen"), if_version=if_version)


def _patience(body: Body | Mapping[str, Any]) -> float:
    """Seconds to wait for the reading of an article, by who is to read it."""
    extractor = body.get("extractor") if isinstance(body, Mapping) else getattr(body, "extractor", None)
    return MODEL_SECONDS if extractor == "model" else READING_SECONDS
