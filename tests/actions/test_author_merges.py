from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import Session, select

from registry.actions import authors, predictions
from registry.actions.acting import Actor
from registry.actions.author_merges import merge, unmerge
from registry.domain.errors import Conflict, Stale
from registry.schemas.authors import Author, AuthorNew
from registry.schemas.predictions import PredictionNew
from registry.storage.authors import at_slug, present
from registry.storage.tables import PredictionRow
from tests.databases import NOW

Record = Callable[[str, str], None]


@pytest.fixture
def record(session: Session, actor: Actor) -> Record:
    def record_one(author: str, statement: str) -> None:
        new = PredictionNew(author=author, statement=statement, made_on=date(2025, 8, 1), due_on=date(2025, 9, 1))
        predictions.record(session, actor, new, now=NOW, zone="UTC")

    authors.add_all(session, actor, [AuthorNew(name=name) for name in ("Rutte", "Mark Rutte", "NATO")], now=NOW)
    record_one("rutte", "There will be rain.")
    record_one("mark-rutte", "There will be snow.")
    record_one("mark-rutte", "There will be hail.")
    return record_one


def shown(session: Session, slug: str) -> Author:
    session.expire_all()
    return present(session, [at_slug(session, slug)])[0]


def owners(session: Session) -> dict[str, str]:
    query = select(PredictionRow.statement, PredictionRow.author_id)
    slugs = {shown(session, slug).id: slug for slug in ("rutte", "mark-rutte", "nato")}
    return {statement.split()[-1]: slugs[author_id] for statement, author_id in session.exec(query)}


def merged(session: Session, actor: Actor, slug: str, into: str) -> Author:
    return merge(session, actor, at_slug(session, slug), at_slug(session, into), if_version=None, now=NOW)


def test_the_other_author_takes_names_and_predictions_over(session: Session, actor: Actor, record: Record) -> None:
    standing = merged(session, actor, "rutte", "mark-rutte")
    assert (standing.slug, standing.aliases, standing.n_predictions) == ("mark-rutte", ["Rutte"], 3)
    assert shown(session, "rutte").merged_into == "mark-rutte"


def test_an_undone_merge_gives_back_what_was_entered_and_no_more(
    session: Session, actor: Actor, record: Record
) -> None:
    merged(session, actor, "rutte", "mark-rutte")
    record("Rutte", "There will be fog.")
    alone = unmerge(session, actor, at_slug(session, "rutte"), if_version=None, now=NOW)
    assert (alone.merged_into, alone.n_predictions, alone.version) == (None, 1, 3)
    assert owners(session) == {
        "rain.": "rutte",
        "snow.": "mark-rutte",
        "hail.": "mark-rutte",
        "fog.": "mark-rutte",
    }


def test_a_merge_can_be_undone_below_another_one(session: Session, actor: Actor, record: Record) -> None:
    merged(session, actor, "rutte", "mark-rutte")
    merged(session, actor, "mark-rutte", "nato")
    unmerge(session, actor, at_slug(session, "mark-rutte"), if_version=None, now=NOW)
    assert set(owners(session).values()) == {"mark-rutte"}
    unmerge(session, actor, at_slug(session, "rutte"), if_version=None, now=NOW)
    assert owners(session)["rain."] == "rutte"
    assert shown(session, "nato").n_predictions == 0


@pytest.mark.parametrize("into", ["rutte", "mark-rutte"])
def test_one_author_cannot_be_merged_with_itself(session: Session, actor: Actor, record: Record, into: str) -> None:
    merged(session, actor, "rutte", "mark-rutte")
    with pytest.raises(Conflict):
        merged(session, actor, "rutte", into)


def test_what_was_never_merged_cannot_be_taken_apart(session: Session, actor: Actor, record: Record) -> None:
    with pytest.raises(Conflict, match="nothing to undo"):
        unmerge(session, actor, at_slug(session, "rutte"), if_version=None, now=NOW)


def test_a_merge_of_what_was_changed_since_is_refused(session: Session, actor: Actor, record: Record) -> None:
    with pytest.raises(Stale):
        merge(session, actor, at_slug(session, "rutte"), at_slug(session, "nato"), if_version=2, now=NOW)
