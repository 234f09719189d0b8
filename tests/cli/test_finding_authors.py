import pytest
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.authors import add
from registry.cli.finding_authors import author_named
from registry.domain.errors import Missing
from registry.schemas.authors import AuthorNew
from tests.databases import NOW
from tests.people import actor

__all__ = ["actor"]


@pytest.mark.parametrize("word", ["ola-berg", "OLA BERG", "O. Berg"])
def test_slug_name_and_alias_lead_to_the_author(session: Session, actor: Actor, word: str) -> None:
    add(session, actor, AuthorNew(name="Ola Berg", aliases=["O. Berg"]), now=NOW)
    assert author_named(session, word).name == "Ola Berg"


def test_an_unknown_name_is_missing(session: Session, actor: Actor) -> None:
    add(session, actor, AuthorNew(name="Ola Berg"), now=NOW)
    with pytest.raises(Missing) as raised:
        author_named(session, "Ole Berg")
    assert raised.value.faults[0].suggestions == ("Ola Berg",)
