import pytest
from sqlmodel import Session

from registry.actions import authors
from registry.actions.acting import Actor
from registry.actions.author_aliases import add_alias, remove_alias
from registry.domain.errors import Conflict, Missing
from registry.schemas.authors import AliasNew, AuthorNew
from registry.storage.author_names import known_as
from registry.storage.authors import at_slug
from registry.storage.tables import AuthorRow
from tests.databases import NOW


@pytest.fixture
def rutte(session: Session, actor: Actor) -> AuthorRow:
    authors.add(session, actor, AuthorNew(name="Mark Rutte"), now=NOW)
    return at_slug(session, "mark-rutte")


def test_an_added_alias_leads_to_the_author(session: Session, actor: Actor, rutte: AuthorRow) -> None:
    added = add_alias(session, actor, rutte, AliasNew(name="M. Rutte"), now=NOW)
    assert (added.aliases, added.version) == (["M. Rutte"], 2)
    assert known_as(session, ["m rutte"])["m rutte"].id == rutte.id


@pytest.mark.parametrize("name", ["Mark Rutte", "Eva Lind"])
def test_a_name_that_leads_to_an_author_is_no_new_alias(
    session: Session, actor: Actor, rutte: AuthorRow, name: str
) -> None:
    authors.add(session, actor, AuthorNew(name="Eva Lind"), now=NOW)
    with pytest.raises(Conflict):
        add_alias(session, actor, rutte, AliasNew(name=name), now=NOW)


def test_a_removed_alias_leads_nowhere(session: Session, actor: Actor, rutte: AuthorRow) -> None:
    add_alias(session, actor, rutte, AliasNew(name="M. Rutte"), now=NOW)
    removed = remove_alias(session, actor, rutte, "m. rutte", now=NOW)
    assert (removed.aliases, removed.version) == ([], 3)
    assert known_as(session, ["M. Rutte"]) == {}


def test_the_shown_name_cannot_be_removed(session: Session, actor: Actor, rutte: AuthorRow) -> None:
    with pytest.raises(Conflict, match="change its name first"):
        remove_alias(session, actor, rutte, "Mark Rutte", now=NOW)


def test_a_name_of_someone_else_cannot_be_removed(session: Session, actor: Actor, rutte: AuthorRow) -> None:
    authors.add(session, actor, AuthorNew(name="Eva Lind", aliases=["E. Lind"]), now=NOW)
    with pytest.raises(Missing):
        remove_alias(session, actor, rutte, "E. Lind", now=NOW)
