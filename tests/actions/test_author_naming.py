import pytest
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.author_naming import AuthorName, check_free, give_name, record_author
from registry.domain.errors import Conflict, Invalid
from registry.schemas.authors import AuthorNew
from registry.storage.author_names import own_names
from registry.storage.tables import AuthorRow
from tests.databases import NOW


@pytest.fixture
def lind(session: Session, actor: Actor) -> AuthorRow:
    return record_author(session, actor, AuthorNew(name="Eva Lind"), now=NOW)


def test_every_taken_name_is_listed_at_its_place(session: Session, lind: AuthorRow) -> None:
    names = [AuthorName("0.name", "EVA LIND"), AuthorName("1.name", "Qiang Wu"), AuthorName("2.name", "qiang-wu")]
    with pytest.raises(Conflict) as refused:
        check_free(session, names)
    assert [fault.where for fault in refused.value.faults] == ["0.name", "2.name"]


# One character may fold into eighteen.
@pytest.mark.parametrize("name", ["", "?!", "ﷺ" * 23])
def test_what_cannot_be_told_apart_is_no_name(session: Session, name: str) -> None:
    with pytest.raises(Invalid):
        check_free(session, [AuthorName("name", name)])


def test_a_name_is_given_once_and_its_spelling_may_change(session: Session, lind: AuthorRow) -> None:
    give_name(session, lind, AuthorName("name", "E. Lind"), NOW)
    give_name(session, lind, AuthorName("name", "e Lind"), NOW)
    assert own_names(session, lind.id) == ["Eva Lind", "e Lind"]


def test_the_name_of_another_author_is_not_given(session: Session, actor: Actor, lind: AuthorRow) -> None:
    other = record_author(session, actor, AuthorNew(name="Qiang Wu"), now=NOW)
    with pytest.raises(Conflict, match="eva-lind"):
        give_name(session, other, AuthorName("name", "eva lind"), NOW)
