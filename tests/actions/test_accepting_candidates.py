from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, select

from registry.actions import articles, authors
from registry.actions.accepting_candidates import accept as accept_candidate
from registry.actions.acting import Actor
from registry.actions.candidates import reject
from registry.domain.errors import Conflict, Invalid, Stale, UnknownAuthor
from registry.domain.reading import Reading
from registry.schemas.authors import AuthorNew
from registry.schemas.candidates import Candidate, CandidateAccept, CandidateAccepted
from registry.storage.candidates import CandidateSort, present, search
from registry.storage.tables import MentionRow, PredictionRow
from tests.databases import NOW
from tests.readings import ANONYMOUS, COLUMN, PRICES, RUTTE, SUMMIT, TEXT, candidate, extraction


@pytest.fixture(autouse=True)
def authors_on_record(session: Session, actor: Actor) -> None:
    new = [AuthorNew(name="Thorsten Vale", aliases=["T. Vale"]), AuthorNew(name="Mark Rutte")]
    authors.add_all(session, actor, new, now=NOW)


def enter(session: Session, actor: Actor, reading: Reading = COLUMN) -> dict[str, Candidate]:
    articles.add(session, actor, reading, now=NOW)
    found = search(
        session,
        state=None,
        article_id=None,
        language=None,
        q=None,
        sort=CandidateSort.latest,
        cursor=None,
        limit=50,
    )
    return {row.statement: row for row in present(session, found.rows)}


def accept(session: Session, actor: Actor, which: Candidate, **body: Any) -> CandidateAccepted:
    wanted = CandidateAccept.model_validate(body)
    return accept_candidate(session, actor, which.id, wanted, now=NOW, zone="UTC")


def mention_of(session: Session, accepted: CandidateAccepted) -> MentionRow:
    wanted = select(MentionRow).where(MentionRow.prediction_id == accepted.prediction.id)
    return session.exec(wanted).one()


def test_an_accepted_candidate_is_a_prediction_with_its_quote(session: Session, actor: Actor) -> None:
    accepted = accept(session, actor, enter(session, actor)[SUMMIT])
    made, decided = accepted.prediction, accepted.candidate
    assert (made.author.slug, made.statement, made.due_on) == ("thorsten-vale", SUMMIT, date(2025, 8, 15))
    assert (made.made_on, made.made_on_basis, made.extractor) == (date(2025, 8, 10), "printed", "rules")
    assert (decided.state, decided.prediction_id, decided.decided_at, decided.version) == (
        "accepted",
        made.id,
        NOW,
        2,
    )
    mention = mention_of(session, accepted)
    assert (mention.quote, mention.quote_checked) == (SUMMIT, True)
    assert TEXT[mention.quote_start : mention.quote_end] == SUMMIT
    assert (mention.outlet, mention.said_on) == ("Morning Post", date(2025, 8, 10))


def test_whoever_wrote_the_article_reports_what_others_say(session: Session, actor: Actor) -> None:
    found = enter(session, actor)
    assert mention_of(session, accept(session, actor, found[RUTTE])).reported_by == "Thorsten Vale"
    assert mention_of(session, accept(session, actor, found[SUMMIT])).reported_by is None


def test_an_author_under_an_alias_does_not_report_itself(session: Session, actor: Actor) -> None:
    found = enter(session, actor, replace(COLUMN, byline="T. Vale"))
    assert mention_of(session, accept(session, actor, found[SUMMIT])).reported_by is None


def test_corrections_go_on_record(session: Session, actor: Actor) -> None:
    changes = {
        "statement": "No treaty will be signed at the summit.",
        "due_on": "2025-08-16",
        "criteria": "No if both sides announce a signed treaty.",
        "probability": 0.9,
    }
    made = accept(
        session, actor, enter(session, actor)[SUMMIT], author="mark-rutte", changes=changes, tags=["Summit"]
    ).prediction
    assert (made.author.slug, made.statement, made.due_on) == (
        "mark-rutte",
        changes["statement"],
        date(2025, 8, 16),
    )
    assert (made.probability, made.probability_basis, made.criteria_missing) == (0.9, "assumed", False)
    assert made.tags == ["summit"]


@pytest.mark.parametrize(
    ("probability", "basis", "low"),
    [(0.75, "hedged", 0.6), (0.8, "assumed", 0.6), (0.95, "assumed", 0.95), (None, None, None)],
)
def test_a_corrected_probability_keeps_the_hedges_range_only_inside_it(
    session: Session, actor: Actor, probability: float | None, basis: str | None, low: float | None
) -> None:
    found = enter(session, actor)[PRICES]
    made = accept(session, actor, found, changes={"probability": probability}).prediction
    assert (made.probability, made.probability_basis, made.probability_low) == (probability, basis, low)


def test_an_undated_candidate_gets_a_day_of_review(session: Session, actor: Actor) -> None:
    made = accept(session, actor, enter(session, actor)[PRICES]).prediction
    assert (made.due_on, made.review_on, made.probability_basis) == (None, date(2026, 2, 6), "hedged")


def test_without_a_speaker_a_person_names_the_author(session: Session, actor: Actor) -> None:
    found = enter(session, actor, ANONYMOUS)[SUMMIT]
    assert found.missing == ["author", "made_on", "due_on", "criteria"]
    with pytest.raises(Invalid) as nobody:
        accept(session, actor, found)
    assert [fault.where for fault in nobody.value.faults] == ["author"]
    with pytest.raises(Invalid) as undated:
        accept(session, actor, found, author="Thorsten Vale")
    assert [fault.where for fault in undated.value.faults] == ["changes.made_on"]
    made = accept(session, actor, found, author="Thorsten Vale", changes={"made_on": "2025-08-09"}).prediction
    assert (made.made_on, made.made_on_basis) == (date(2025, 8, 9), "entered")


def test_an_unknown_speaker_is_refused_with_near_names_or_created(session: Session, actor: Actor) -> None:
    reading = replace(
        COLUMN,
        extraction=extraction(
            candidate(SUMMIT, speaker="Marc Rutte"), candidate(PRICES, speaker="Qiang Wu", attributed=True)
        ),
    )
    found = enter(session, actor, reading)
    with pytest.raises(UnknownAuthor) as refused:
        accept(session, actor, found[SUMMIT], new_authors="create")
    assert refused.value.faults[0].suggestions == ("Mark Rutte",)
    made = accept(session, actor, found[PRICES], new_authors="create").prediction
    assert made.author.slug == "qiang-wu"


def test_what_does_not_fit_is_named_by_the_correction_that_mends_it(session: Session, actor: Actor) -> None:
    found = enter(session, actor)
    with pytest.raises(Invalid) as refused:
        accept(session, actor, found[SUMMIT], changes={"due_on": "2025-08-01"})
    assert [fault.where for fault in refused.value.faults] == ["changes.due_on"]
    short = replace(COLUMN, text=f"{TEXT}!", addresses=(), extraction=extraction(candidate("will", statement="Yes.")))
    with pytest.raises(Invalid) as nothing:
        accept(session, actor, enter(session, actor, short)["Yes."])
    assert [fault.where for fault in nothing.value.faults] == ["changes.statement"]


def test_a_repetition_adds_a_mention_and_no_prediction(session: Session, actor: Actor) -> None:
    found = enter(session, actor)
    first = accept(session, actor, found[SUMMIT])
    again = accept(session, actor, found[RUTTE], repeats=str(first.prediction.id))
    assert again.prediction.id == first.prediction.id
    assert again.candidate.prediction_id == first.prediction.id
    assert len(session.exec(select(PredictionRow)).all()) == 1
    quotes = {row.quote: row.reported_by for row in session.exec(select(MentionRow))}
    assert quotes == {SUMMIT: None, RUTTE: "Thorsten Vale"}


def test_a_repetition_changes_nothing(session: Session, actor: Actor) -> None:
    found = enter(session, actor)
    first = accept(session, actor, found[SUMMIT])
    with pytest.raises(Invalid) as refused:
        accept(
            session,
            actor,
            found[RUTTE],
            repeats=str(first.prediction.id),
            changes={"probability": 0.2},
            tags=["x"],
        )
    assert [fault.where for fault in refused.value.faults] == ["changes.probability", "tags"]


def test_a_candidate_is_decided_on_once(session: Session, actor: Actor) -> None:
    found = enter(session, actor)
    accept(session, actor, found[SUMMIT])
    with pytest.raises(Conflict, match="accepted before"):
        accept(session, actor, found[SUMMIT])
    reject(session, actor, found[RUTTE].id, "a wish", now=NOW)
    with pytest.raises(Conflict, match="rejected before"):
        accept(session, actor, found[RUTTE])


def test_a_candidate_that_was_read_anew_meanwhile_is_not_accepted_blindly(session: Session, actor: Actor) -> None:
    found = enter(session, actor)[SUMMIT]
    with pytest.raises(Stale):
        accept_candidate(session, actor, found.id, CandidateAccept(), if_version=found.version + 1, now=NOW, zone="UTC")


def test_a_changed_mind_revises_the_earlier_prediction(session: Session, actor: Actor) -> None:
    found = enter(session, actor)
    earlier = accept(session, actor, found[SUMMIT]).prediction
    later = accept(session, actor, found[PRICES], author="Thorsten Vale", revises=earlier.id).prediction
    assert later.revises == earlier.id


def test_a_repetition_revises_nothing(session: Session, actor: Actor) -> None:
    found = enter(session, actor)
    earlier = accept(session, actor, found[SUMMIT]).prediction
    with pytest.raises(Invalid) as refused:
        accept(session, actor, found[PRICES], repeats=earlier.id, revises=earlier.id)
    assert [fault.where for fault in refused.value.faults] == ["revises"]


WINDS = "The winds will reach the northern harbour by Friday."
AGAIN = "By Friday the winds will reach the northern harbour."
NEVER = "The winds will not reach the northern harbour by Friday."


@pytest.mark.parametrize(
    ("told", "fields", "relation", "parts"),
    [
        (AGAIN, {}, "restates", []),
        (AGAIN, {"due_on": date(2025, 9, 30)}, "changed", ["due_on"]),
        (AGAIN, {"probability": 0.3}, "changed", ["probability"]),
        (NEVER, {"polarity": "no"}, "contradicts", ["polarity"]),
    ],
)
def test_a_repetition_tells_in_what_it_differs_from_the_prediction(
    session: Session, actor: Actor, told: str, fields: dict[str, Any], relation: str, parts: list[str]
) -> None:
    text = f"{WINDS} {told}"
    known = {"speaker": "Thorsten Vale", "due_on": date(2025, 8, 15), "probability": 0.95}
    first, second = (candidate(told, text, **(known | more)) for told, more in ((WINDS, {}), (told, fields)))
    found = enter(session, actor, replace(COLUMN, text=text, addresses=(), extraction=extraction(first, second)))
    recorded = accept(session, actor, found[WINDS], changes={"probability": 0.95})
    assert recorded.likeness is None
    likeness = accept(session, actor, found[told], repeats=recorded.prediction.id).likeness
    assert likeness is not None
    assert (likeness.relation, [one.part for one in likeness.differences]) == (relation, parts)
    assert 0.7 < likeness.score <= 1


def test_a_repetition_that_is_of_something_else_is_like_nothing(session: Session, actor: Actor) -> None:
    found = enter(session, actor)
    first = accept(session, actor, found[SUMMIT])
    assert accept(session, actor, found[PRICES], repeats=str(first.prediction.id)).likeness is None
