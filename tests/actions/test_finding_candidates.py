from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from registry.actions import articles, candidates
from registry.actions.acting import Actor
from registry.actions.finding_candidates import keep_found
from registry.domain.extraction.candidate import Candidate
from registry.domain.extraction.criteria_words import Check
from registry.schemas.candidates import CandidatesFound
from registry.storage.articles import row_of
from registry.storage.tables import ArticleRow
from tests.databases import NOW
from tests.readings import ANONYMOUS, PRICES, RUTTE, SUMMIT, candidate, extraction


@pytest.fixture
def article(session: Session, actor: Actor) -> ArticleRow:
    return row_of(session, articles.add(session, actor, replace(ANONYMOUS, extraction=None), now=NOW).id)


def find(session: Session, actor: Actor, article: ArticleRow, *candidates: Candidate) -> CandidatesFound:
    return keep_found(session, actor, article, extraction(*candidates), NOW)


def test_what_was_found_before_is_not_found_twice(session: Session, actor: Actor, article: ArticleRow) -> None:
    first = find(session, actor, article, candidate(SUMMIT), candidate(RUTTE))
    assert [found.statement for found in first.added] == [SUMMIT, RUTTE]
    again = find(session, actor, article, candidate(SUMMIT), candidate(PRICES), candidate(RUTTE))
    assert [found.statement for found in again.added] == [PRICES]
    assert (again.updated, again.n_unchanged) == ([], 2)


def test_what_waits_takes_on_what_is_read_now(session: Session, actor: Actor, article: ArticleRow) -> None:
    [first] = find(session, actor, article, candidate(SUMMIT)).added
    assert (first.speaker, first.missing) == (None, ["author", "made_on", "due_on", "criteria"])
    known = candidate(SUMMIT, speaker="Eva Lind", made_on=date(2025, 8, 10))
    [updated] = find(session, actor, article, known).updated
    assert (updated.id, updated.speaker, updated.version) == (first.id, "Eva Lind", 2)
    assert updated.missing == ["due_on", "criteria"]


def test_what_was_decided_stays_as_it_is(session: Session, actor: Actor, article: ArticleRow) -> None:
    [first] = find(session, actor, article, candidate(SUMMIT)).added
    candidates.reject(session, actor, first.id, "a wish", now=NOW)
    again = find(session, actor, article, candidate(SUMMIT, speaker="Eva Lind"))
    assert (again.added, again.updated, again.n_unchanged) == ([], [], 1)


def test_words_beyond_their_bounds_are_cut(session: Session, actor: Actor, article: ArticleRow) -> None:
    endless = candidate(SUMMIT, statement="x" * 5000, speaker="y" * 300, due_text="z" * 301)
    [found] = find(session, actor, article, endless).added
    assert (len(found.statement), len(found.speaker or ""), len(found.due_text or "")) == (4000, 200, 300)
    assert found.quoted == [SUMMIT]


def test_the_days_to_look_again_and_the_checklist_are_kept(session: Session, actor: Actor, article: ArticleRow) -> None:
    undated = candidate(
        SUMMIT,
        review_on=date(2026, 2, 6),
        horizon_on=date(2027, 8, 10),
        horizon_reason="r" * 301,
        checklist=(Check("who", True, None), Check("when", False, "Name the last day.")),
        checklist_grade="soft",
    )
    [found] = find(session, actor, article, undated).added
    assert (found.review_on, found.horizon_on, found.checklist_grade) == (date(2026, 2, 6), date(2027, 8, 10), "soft")
    assert len(found.horizon_reason or "") == 300
    assert [(check.name, check.met, check.hint) for check in found.checklist] == [
        ("who", True, None),
        ("when", False, "Name the last day."),
    ]
    assert find(session, actor, article, undated).n_unchanged == 1


def test_how_the_window_was_read_is_kept(session: Session, actor: Actor, article: ArticleRow) -> None:
    read = candidate(
        SUMMIT, due_place=(48, 57), due_precision="month", due_inferred=True, due_alternative=date(2025, 5, 31)
    )
    [found] = find(session, actor, article, read).added
    assert (found.due_place, found.due_precision, found.due_inferred) == ((48, 57), "month", True)
    assert found.due_alternative == date(2025, 5, 31)
    assert find(session, actor, article, read).n_unchanged == 1


def test_a_conditional_without_its_condition_misses_it(session: Session, actor: Actor, article: ArticleRow) -> None:
    [found] = find(session, actor, article, candidate(SUMMIT, kind="conditional")).added
    assert "condition" in found.missing


def test_a_claim_whose_repetition_is_seen_only_now_is_still_the_same(
    session: Session, actor: Actor, article: ArticleRow
) -> None:
    [first] = find(session, actor, article, candidate(SUMMIT)).added
    both = (*candidate(SUMMIT).quotes, *candidate(RUTTE).quotes)
    again = find(session, actor, article, candidate(SUMMIT, quotes=both))
    assert (again.added, [found.id for found in again.updated]) == ([], [first.id])
    assert again.updated[0].quoted == [SUMMIT, RUTTE]


def test_two_claims_of_one_sentence_are_two_candidates(session: Session, actor: Actor, article: ArticleRow) -> None:
    claims = (candidate(SUMMIT, statement="The summit will end."), candidate(SUMMIT))
    assert len(find(session, actor, article, *claims).added) == 2
    assert find(session, actor, article, *claims).added == []
