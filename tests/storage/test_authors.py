from datetime import timedelta

import pytest
from sqlmodel import Session

from registry.actions import authors
from registry.actions.acting import Actor
from registry.actions.author_merges import merge
from registry.domain.errors import Invalid, Missing
from registry.domain.vocabulary import AuthorKind
from registry.schemas.authors import AuthorNew
from registry.storage.authors import at_slug, present, search, standing_at
from tests.databases import NOW

CAST = [
    AuthorNew(name="Mark Rutte", aliases=["M. Rutte"]),
    AuthorNew(name="Jürgen Größle"),
    AuthorNew(name="Aid Council", kind=AuthorKind.organisation, aliases=["AC/DC 100%"]),
    AuthorNew(name="Eva Lind"),
]


@pytest.fixture(autouse=True)
def cast(session: Session, actor: Actor) -> None:
    authors.add_all(session, actor, CAST, now=NOW)


def found(session: Session, q: str | None = None, kind: str | None = None) -> list[str]:
    return [row.slug for row in search(session, q, kind, None, 50).rows]


def test_all_authors_are_listed_by_slug(session: Session) -> None:
    assert found(session) == ["aid-council", "eva-lind", "juergen-groessle", "mark-rutte"]


@pytest.mark.parametrize(
    ("q", "slugs"),
    [
        ("rut", ["mark-rutte"]),
        ("m. rutte", ["mark-rutte"]),
        ("GRÖSS", ["juergen-groessle"]),
        ("nd", ["eva-lind"]),
        ("100%", ["aid-council"]),
        ("%", ["aid-council", "eva-lind", "juergen-groessle", "mark-rutte"]),
        ("nobody at all", []),
    ],
)
def test_authors_are_found_by_parts_of_any_name(session: Session, q: str, slugs: list[str]) -> None:
    assert found(session, q) == slugs


def test_similar_names_are_offered_where_none_has_the_words(session: Session) -> None:
    assert found(session, "Marc Ruttte") == ["mark-rutte"]
    assert found(session, "Marc Ruttte", kind="organisation") == []


def test_authors_are_found_by_kind(session: Session) -> None:
    assert found(session, kind="organisation") == ["aid-council"]


def test_a_list_is_read_page_by_page(session: Session) -> None:
    first = search(session, None, None, None, 3)
    second = search(session, None, None, first.next_cursor, 3)
    assert [row.slug for row in (*first.rows, *second.rows)] == found(session)
    assert second.next_cursor is None


def test_a_cursor_that_was_made_up_is_refused(session: Session) -> None:
    with pytest.raises(Invalid, match="cursor"):
        search(session, None, None, "bm90IGEgY3Vyc29y", 3)


def test_a_merged_author_is_found_by_its_names_under_the_other(session: Session, actor: Actor) -> None:
    lind, rutte, council = (at_slug(session, slug) for slug in ("eva-lind", "mark-rutte", "aid-council"))
    merge(session, actor, lind, rutte, if_version=None, now=NOW)
    merge(session, actor, rutte, council, if_version=None, now=NOW + timedelta(minutes=1))
    assert found(session, "lind") == ["aid-council"]
    assert standing_at(session, "eva-lind").slug == "aid-council"
    [shown] = present(session, [council])
    assert shown.aliases == ["AC/DC 100%", "Eva Lind", "M. Rutte", "Mark Rutte"]
    assert [brief.slug for brief in shown.absorbed] == ["mark-rutte"]
    assert present(session, [lind])[0].merged_into == "mark-rutte"


def test_a_slug_that_nobody_has_is_missing(session: Session) -> None:
    with pytest.raises(Missing, match="nobody"):
        at_slug(session, "nobody")
