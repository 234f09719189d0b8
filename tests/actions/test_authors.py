from collections.abc import Sequence

import pytest
from sqlmodel import Session, col, select

from registry.actions import authors
from registry.actions.acting import Actor
from registry.domain.errors import Conflict, Invalid, Stale, UnknownAuthor
from registry.schemas.authors import Author, AuthorChange, AuthorNew, NewAuthors
from registry.storage.authors import at_slug
from registry.storage.tables import AuthorRow, EventRow, EventTextRow
from tests.databases import NOW


def add(session: Session, actor: Actor, name: str, *aliases: str) -> Author:
    return authors.add(session, actor, AuthorNew(name=name, aliases=list(aliases)), now=NOW)


def resolve(session: Session, actor: Actor, names: Sequence[str], mode: NewAuthors) -> dict[str, str]:
    places = [(f"{index}.author", name) for index, name in enumerate(names)]
    found = authors.resolve(session, actor, places, mode, now=NOW)
    return {name: row.slug for name, row in found.items()}


def events(session: Session) -> list[tuple[str, str, int]]:
    rows = session.exec(select(EventRow).order_by(col(EventRow.id)))
    return [(row.noun, row.verb, row.noun_version) for row in rows]


def test_an_author_gets_a_slug_that_spells_umlauts_out(session: Session, actor: Actor) -> None:
    added = add(session, actor, "Jürgen Größle", "J. Größle")
    assert (added.slug, added.aliases, added.version) == ("juergen-groessle", ["J. Größle"], 1)
    assert events(session) == [("author", "added", 1)]


def test_authors_whose_names_are_spelt_alike_get_numbered_slugs(session: Session, actor: Actor) -> None:
    assert add(session, actor, "Müller").slug == "mueller"
    assert add(session, actor, "Mueller").slug == "mueller-2"


def test_a_slug_never_spells_the_name_of_another_author(session: Session, actor: Actor) -> None:
    add(session, actor, "Institute", "mueller")
    assert add(session, actor, "Müller").slug == "mueller-2"


@pytest.mark.parametrize("name", ["Mark Rutte", "MARK  RUTTE", "mark-rutte", "M. Rutte"])
def test_a_name_that_leads_to_an_author_is_not_given_twice(session: Session, actor: Actor, name: str) -> None:
    add(session, actor, "Mark Rutte", "M. Rutte")
    with pytest.raises(Conflict, match="mark-rutte") as refused:
        add(session, actor, name)
    assert refused.value.faults[0].where == "name"


def test_a_name_needs_a_letter(session: Session, actor: Actor) -> None:
    with pytest.raises(Invalid, match="letter or digit"):
        add(session, actor, "—!—")


def test_a_list_is_refused_with_every_fault_in_it(session: Session, actor: Actor) -> None:
    add(session, actor, "Mark Rutte")
    new = [AuthorNew(name="mark rutte"), AuthorNew(name="Eva Lind", aliases=["E. Lind", "eva lind"])]
    with pytest.raises(Conflict) as refused:
        authors.add_all(session, actor, new, now=NOW)
    assert [fault.where for fault in refused.value.faults] == ["0.name", "1.aliases.1"]
    assert [row.slug for row in session.exec(select(AuthorRow))] == ["mark-rutte"]


def test_slugs_names_and_aliases_lead_to_the_author(session: Session, actor: Actor) -> None:
    add(session, actor, "Mark Rutte", "The Secretary")
    names = ["mark-rutte", "Mark Rutte", "márk rutte", "the secretary"]
    assert set(resolve(session, actor, names, NewAuthors.refuse).values()) == {"mark-rutte"}


def test_unknown_authors_are_all_named_with_near_matches(session: Session, actor: Actor) -> None:
    add(session, actor, "Mark Rutte")
    with pytest.raises(UnknownAuthor) as refused:
        resolve(session, actor, ["Marc Rutte", "Mark Rutte", "Qiang Wu"], NewAuthors.refuse)
    faults = refused.value.faults
    assert [(fault.where, fault.suggestions) for fault in faults] == [
        ("0.author", ("Mark Rutte",)),
        ("2.author", ()),
    ]
    assert len(events(session)) == 1


def test_unknown_authors_are_created_on_request(session: Session, actor: Actor) -> None:
    found = resolve(session, actor, ["Qiang Wu", "Eva Lind", "QIANG WU"], NewAuthors.create)
    assert found == {"Qiang Wu": "qiang-wu", "Eva Lind": "eva-lind", "QIANG WU": "qiang-wu"}
    assert events(session) == [("author", "added", 1)] * 2


def test_a_near_match_is_refused_even_where_authors_may_be_created(session: Session, actor: Actor) -> None:
    add(session, actor, "Mark Rutte")
    with pytest.raises(UnknownAuthor) as refused:
        resolve(session, actor, ["Qiang Wu", "Rutte", "?"], NewAuthors.create)
    assert [fault.where for fault in refused.value.faults] == ["1.author", "2.author"]
    assert len(session.exec(select(AuthorRow)).all()) == 1


def test_a_renamed_author_keeps_slug_and_old_name(session: Session, actor: Actor) -> None:
    row = at_slug(session, add(session, actor, "Eva Lind").slug)
    changed = authors.change(
        session, actor, row, AuthorChange.model_validate({"name": "Eva Berg"}), if_version=1, now=NOW
    )
    assert (changed.slug, changed.name, changed.aliases, changed.version) == (
        "eva-lind",
        "Eva Berg",
        ["Eva Lind"],
        2,
    )
    assert resolve(session, actor, ["Eva Lind", "Eva Berg"], NewAuthors.refuse) == {
        "Eva Lind": "eva-lind",
        "Eva Berg": "eva-lind",
    }


def test_the_spelling_of_a_name_can_be_corrected(session: Session, actor: Actor) -> None:
    row = at_slug(session, add(session, actor, "eva lind").slug)
    changed = authors.change(
        session, actor, row, AuthorChange.model_validate({"name": "Eva Lind"}), if_version=None, now=NOW
    )
    assert (changed.name, changed.aliases) == ("Eva Lind", [])


def test_a_name_of_another_author_cannot_be_taken(session: Session, actor: Actor) -> None:
    add(session, actor, "Mark Rutte")
    row = at_slug(session, add(session, actor, "Eva Lind").slug)
    with pytest.raises(Conflict, match="mark-rutte"):
        authors.change(
            session, actor, row, AuthorChange.model_validate({"name": "Mark Rutte"}), if_version=None, now=NOW
        )


def test_a_change_of_what_was_changed_since_is_refused(session: Session, actor: Actor) -> None:
    row = at_slug(session, add(session, actor, "Eva Lind").slug)
    authors.change(
        session, actor, row, AuthorChange.model_validate({"description": "columnist"}), if_version=1, now=NOW
    )
    with pytest.raises(Stale, match="version 2"):
        authors.change(
            session, actor, row, AuthorChange.model_validate({"description": "editor"}), if_version=1, now=NOW
        )


def test_a_change_that_changes_nothing_leaves_no_event(session: Session, actor: Actor) -> None:
    row = at_slug(session, add(session, actor, "Eva Lind").slug)
    assert (
        authors.change(
            session, actor, row, AuthorChange.model_validate({"name": "Eva Lind"}), if_version=1, now=NOW
        ).version
        == 1
    )
    assert len(events(session)) == 1


def test_names_enter_history_as_hashes(session: Session, actor: Actor) -> None:
    add(session, actor, "Eva Lind", "E. L. of the Post")
    session.flush()
    event = session.exec(select(EventRow)).one()
    assert "Lind" not in event.body
    assert "Post" not in event.body
    texts = {text.field: text.text for text in session.exec(select(EventTextRow))}
    assert texts == {"name": "Eva Lind", "aliases": "E. L. of the Post"}
