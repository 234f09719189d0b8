import pytest
from sqlmodel import Session

from registry.actions import authors
from registry.actions.acting import Actor
from registry.actions.author_merges import merge
from registry.schemas.authors import AuthorNew
from registry.storage.author_names import all_names, by_ids, known_as, own_names, slug_is_taken, slugs_of
from registry.storage.authors import at_slug
from tests.databases import NOW


@pytest.fixture(autouse=True)
def cast(session: Session, actor: Actor) -> None:
    new = [AuthorNew(name="Mark Rutte", aliases=["M. Rutte"]), AuthorNew(name="Eva Lind")]
    authors.add_all(session, actor, new, now=NOW)


def test_slug_name_and_alias_lead_to_the_author_and_unknown_names_nowhere(session: Session) -> None:
    found = known_as(session, ["eva-lind", "EVA LIND", "m rutte", "Qiang Wu"])
    assert {name: row.slug for name, row in found.items()} == {
        "eva-lind": "eva-lind",
        "EVA LIND": "eva-lind",
        "m rutte": "mark-rutte",
    }


def test_more_names_are_found_than_one_statement_may_carry(session: Session, actor: Actor) -> None:
    names = [f"Author number {number}" for number in range(501)]
    authors.add_all(session, actor, [AuthorNew(name=name) for name in names], now=NOW)
    found = known_as(session, names)
    assert len(found) == len(by_ids(session, [row.id for row in found.values()])) == 501


def test_each_author_has_a_slug(session: Session) -> None:
    rows = known_as(session, ["Eva Lind", "M. Rutte"])
    ids = {row.id for row in rows.values()}
    assert sorted(slugs_of(session, ids).values()) == ["eva-lind", "mark-rutte"]


def test_names_of_a_merged_author_stay_its_own_and_lead_to_the_other(session: Session, actor: Actor) -> None:
    lind, rutte = at_slug(session, "eva-lind"), at_slug(session, "mark-rutte")
    merge(session, actor, lind, rutte, if_version=None, now=NOW)
    assert own_names(session, lind.id) == ["Eva Lind"]
    assert own_names(session, rutte.id) == ["M. Rutte", "Mark Rutte"]
    assert {row.slug for row in known_as(session, ["eva-lind", "Eva Lind"]).values()} == {"mark-rutte"}


def test_every_name_can_be_the_near_one(session: Session) -> None:
    assert all_names(session).near("Marc Rutte") == ["Mark Rutte", "M. Rutte"]


@pytest.mark.parametrize(("slug", "taken"), [("eva-lind", True), ("m-rutte", True), ("lind", False)])
def test_a_slug_is_taken_by_slugs_and_by_names(session: Session, slug: str, taken: bool) -> None:
    assert slug_is_taken(session, slug) == taken
