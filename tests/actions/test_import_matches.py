"""A registry's own export says nothing new to it, however its predictions came on record and changed since."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from registry.actions import articles, author_merges, authors, mentions
from registry.actions.acting import Actor
from registry.actions.exporting import export
from registry.actions.importing import import_rows
from registry.domain.reading import Reading
from registry.domain.vocabulary import Role
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.authors import AuthorNew
from registry.schemas.exports import ExportFilter, ExportFormat
from registry.schemas.imports import ImportReport
from registry.schemas.mentions import MentionNew
from registry.storage.author_names import known_as
from registry.storage.tables import MentionRow
from tests.claims import STATEMENT, put_on_record
from tests.databases import NOW
from tests.people import person

TEXT = f"{STATEMENT} So it was said."
READ = Reading(text=TEXT, addresses=("https://press.example/a", "https://press.example/b"))
UNDATED = {"due_on": None, "review_on": "2026-01-01"}


def in_an_article(reading: Reading, **fields: Any) -> Callable[[Session, Actor], None]:
    def enter(session: Session, actor: Actor) -> None:
        article = articles.add(session, actor, reading, now=NOW)
        put_on_record(session, actor, mentions=[{"article_id": article.id, "quote": STATEMENT}], **fields)

    return enter


def read_anew(session: Session, actor: Actor) -> None:
    in_an_article(READ)(session, actor)
    [first] = session.exec(select(MentionRow.article_id)).all()
    articles.add(session, actor, replace(READ, text=f"{TEXT} Corrected."), supersedes=first, now=NOW)


def merged(session: Session, actor: Actor) -> None:
    put_on_record(session, actor, author="Old Name", **UNDATED)
    put_on_record(session, actor, author="Old Name", source="Evening News")
    authors.add(session, actor, AuthorNew(name="Quite Another"), now=NOW)
    found = known_as(session, ["Old Name", "Quite Another"])
    author_merges.merge(session, actor, found["Old Name"], found["Quite Another"], if_version=None, now=NOW)


def mentioned_later(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    mentions.add(session, actor, made.id, MentionNew(source="Evening News"), now=NOW)


def under_the_ref_of_somebody_else(session: Session, actor: Actor) -> None:
    del actor
    put_on_record(session, person(session, "Bo Logger", Role.logger), ref="b-1")


def written(session: Session, folder: Path, format_: ExportFormat) -> Path:
    file = folder / f"all.{format_}"
    file.write_bytes(b"".join(export(session, ExportFilter(format=format_), now=NOW)))
    return file


def take_in(session: Session, actor: Actor, file: Path) -> ImportReport:
    return import_rows(session, actor, survey(file), rows_of(file), now=NOW, zone="UTC")


@pytest.mark.parametrize("format_", [ExportFormat.csv, ExportFormat.jsonl])
@pytest.mark.parametrize(
    "enter",
    [
        in_an_article(READ),
        in_an_article(replace(READ, addresses=())),
        in_an_article(READ, **UNDATED),
        read_anew,
        merged,
        mentioned_later,
        under_the_ref_of_somebody_else,
    ],
    ids=["at its address", "in a text alone", "undated", "read anew", "merged", "mentioned later", "another's ref"],
)
def test_what_was_exported_is_known_again(
    session: Session, actor: Actor, tmp_path: Path, enter: Callable[[Session, Actor], None], format_: ExportFormat
) -> None:
    enter(session, actor)
    report = take_in(session, actor, written(session, tmp_path, format_))
    assert (report.n_created, report.n_unchanged, report.conflicts) == (0, report.n_rows, [])
    assert report.n_rows > 0


def test_an_article_is_the_same_by_each_of_its_addresses_and_by_its_text(
    session: Session, actor: Actor, tmp_path: Path
) -> None:
    in_an_article(READ)(session, actor)
    exported = written(session, tmp_path, ExportFormat.csv).read_text("utf-8")
    at = READ.addresses[0]
    file = tmp_path / "same.csv"
    for place in READ.addresses:
        file.write_text(exported.replace(at, place), "utf-8")
        assert take_in(session, actor, file).n_unchanged == 1
    file.write_text(exported.replace(at, "https://elsewhere.example"), "utf-8")
    assert take_in(session, actor, file).n_created == 1


def test_the_same_words_without_a_place_or_under_a_ref_of_their_own_are_another_entry(
    session: Session, actor: Actor, tmp_path: Path
) -> None:
    put_on_record(session, actor, source="Evening News")
    header, row = "author,statement,made_on,due_on,ref", f"Mira Holt,{STATEMENT},2025-08-10,2025-08-15"
    file = tmp_path / "others.csv"
    file.write_text(f"{header}\n{row},\n{row},r-1\n", "utf-8")
    report = take_in(session, actor, file)
    assert (report.n_created, report.n_unchanged) == (2, 0)
