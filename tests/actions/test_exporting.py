import io
import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from sqlmodel import Session

from registry.actions import articles, collections, judgements, predictions, questions
from registry.actions.acting import Actor
from registry.actions.exporting import export
from registry.actions.importing import import_rows
from registry.actions.recomputing import recompute
from registry.domain.errors import Invalid, Missing
from registry.domain.reading import Reading
from registry.domain.vocabulary import Role
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.collections import CollectionNew
from registry.schemas.exports import ExportFilter, ExportFormat
from registry.schemas.imports import ImportReport
from registry.schemas.leaderboards import LeaderboardFilter
from registry.schemas.questions import QuestionNew
from registry.schemas.track_records import TrackRecordFilter
from registry.storage.author_names import known_as
from registry.storage.engine import open_engine, session_factory
from registry.storage.leaderboards import present, standings
from registry.storage.track_records import of_author
from tests.claims import claim, put_on_record, verdict
from tests.databases import NOW
from tests.people import person

FORMULA = '=HYPERLINK("http://example.org"; "It will rain")'
HEDGED = {"probability": 0.7, "probability_low": 0.6, "probability_high": 0.8, "probability_basis": "hedged"}


EIGHTHS = {"share": 0.25, "note": "two of eight", "known_on": "2025-08-12"}
N_FILLED = 11
LATER = NOW + timedelta(days=90)


def prepare(session: Session, actor: Actor) -> None:
    collections.add(session, actor, CollectionNew(name="Summit"), now=NOW)
    collections.add(session, actor, CollectionNew(name="Trial", separate=True), now=NOW)
    questions.add(session, actor, QuestionNew(wording="Will there be a treaty?"), now=NOW)


def say(session: Session, actor: Actor, outcome: str | None = None, **fields: Any) -> None:
    judged = fields.pop("judged", {})
    made = put_on_record(session, actor, **fields)
    if outcome is not None:
        judgements.judge(session, actor, made.id, verdict(outcome, **judged), now=NOW)


@pytest.fixture
def filled(session: Session, actor: Actor) -> Session:
    fill(session, actor)
    return session


def fill(session: Session, actor: Actor) -> None:
    prepare(session, actor)
    place = {"quote": "„Kaum“, sagte sie;\nnein.", "address": "https://example.org/a", "outlet": "Der Tag"}
    said = [place, {"source": "another paper"}]
    say(session, actor, "no", statement="Kein Vertrag, „nie und nimmer“.", tags=["krieg", "see"], mentions=said)
    say(session, actor, "yes", statement=FORMULA, author="@Ola Berg", made_on_basis="printed", collection="summit")
    say(session, actor, "partly", statement="Half of it.", judged=EIGHTHS, **HEDGED)
    say(session, actor, "annulled", statement="The match is won.", judged={"reason": "event_cancelled"}, ref="m-1")
    say(session, actor, "ambiguous", statement="'-quoted already", criteria="-1 or less", probability=0)
    fields: dict[str, Any] = {"question": "will-there-be-a-treaty", "sense": -1, "baseline": 0.3}
    fields["baseline_source"] = "a market"
    say(session, actor, statement="There is no treaty.", probability=1, **fields)
    say(session, actor, statement="One day it will snow.", due_on=None, review_on="2026-03-01", probability=None)
    say(
        session,
        actor,
        statement="If it snows, it melts.",
        condition="It snows.",
        due_text="soon",
        due_from="2025-08-12",
        condition_met=False,
        condition_decided_on="2025-08-11",
        due_rule="season",
        muted=True,
    )
    article = articles.add(session, actor, Reading(text="It will be sold, she said."), now=NOW)
    quoted = {"article_id": article.id, "quote": "It will be sold", "archived_address": "https://archive.example/1"}
    say(session, actor, statement="It will be sold.", hedge="will", hedge_table_version="2", mentions=[quoted])
    judged = {"known_on": None, "archived_url": "https://archive.example/2"}
    say(session, actor, "yes", statement="It is known on a day inferred.", due_on="2025-08-11", judged=judged)
    found = claim(statement="A machine found it.", made_on="2025-08-01", due_on="2025-08-02")
    predictions.record(session, actor, found, now=NOW, zone="UTC", found_by=("rules", "7"))
    gone = put_on_record(session, actor, statement="Entered in error.")
    predictions.withdraw(session, actor, gone.id, "entered in error", now=NOW)
    session.commit()


@pytest.fixture
def elsewhere(sqlite_template: Path, tmp_path: Path) -> Iterator[Session]:
    file = tmp_path / "elsewhere.db"
    shutil.copyfile(sqlite_template, file)
    engine = open_engine(f"sqlite:///{file}")
    with session_factory(engine)() as opened:
        yield opened
    engine.dispose()


def written(session: Session, format_: str, **wanted: Any) -> bytes:
    return b"".join(export(session, ExportFilter(format=ExportFormat(format_), **wanted), now=NOW))


def take_in(session: Session, actor: Actor, file: Path, now: datetime = NOW) -> ImportReport:
    return import_rows(session, actor, survey(file), rows_of(file), now=now, zone="UTC")


def figures(session: Session) -> list[dict[str, Any]]:
    """What records and the board say, without the ids that each registry gives."""
    named = [known_as(session, [name])[name] for name in ("Mira Holt", "@Ola Berg")]
    asked = TrackRecordFilter()
    records = [
        of_author(session, author, asked, as_of=LATER, now=LATER).model_dump(mode="json", exclude={"n_withdrawn"})
        for author in named
    ]
    wanted = LeaderboardFilter(minimum=1)
    board = present(session, standings(session, wanted, as_of=LATER, now=LATER), wanted, LATER)
    return [*records, board.model_dump(mode="json")]


@pytest.mark.parametrize("format_", ["csv", "jsonl"])
@pytest.mark.parametrize("onto", ["a file", "the database"])
def test_an_export_imports_to_the_same_state(
    session: Session, actor: Actor, elsewhere: Session, tmp_path: Path, format_: str, onto: str
) -> None:
    editor = person(elsewhere, "Bo Editor", Role.admin)
    pairs = [(session, actor), (elsewhere, editor)]
    (old, writer), (new, reader) = pairs if onto == "a file" else pairs[::-1]
    fill(old, writer)
    file = tmp_path / f"all.{format_}"
    file.write_bytes(written(old, format_))
    assert take_in(new, reader, file, LATER).n_created == N_FILLED
    new.commit()
    assert written(new, format_) == file.read_bytes()
    assert recompute(new, now=LATER).n_differing == 0
    assert figures(new) == figures(old)
    assert (figures(new)[0]["n_late"], figures(new)[-1]["n_rows"]) == (5, 2)


@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_claims_that_differ_only_by_their_article_stay_two(
    session: Session, actor: Actor, elsewhere: Session, tmp_path: Path, format_: str
) -> None:
    read = [
        Reading(text="It will be sold, she said.", addresses=("https://example.org/sold",)),
        Reading(text="She said that it will be sold."),
    ]
    for one in read:
        article = articles.add(session, actor, one, now=NOW)
        quoted = {"article_id": article.id, "quote": "will be sold"}
        say(session, actor, statement="It will be sold.", mentions=[quoted])
    session.commit()
    file = tmp_path / f"two.{format_}"
    file.write_bytes(written(session, format_))
    assert take_in(elsewhere, person(elsewhere, "Ada Editor", Role.admin), file).n_created == 2
    elsewhere.commit()
    assert written(elsewhere, format_) == file.read_bytes()


def test_nobody_enters_anything_tomorrow(session: Session, actor: Actor, tmp_path: Path) -> None:
    file = tmp_path / "all.csv"
    file.write_text("author,statement,made_on,entered_at\nMira Holt,It will snow.,2025-08-01,2025-08-13T00:00Z\n")
    with pytest.raises(Invalid) as raised:
        take_in(session, actor, file)
    assert [fault.where for fault in raised.value.faults] == ["line 2, entered_at"]


def test_a_separate_collection_is_exported_by_its_name_alone(filled: Session, actor: Actor) -> None:
    say(filled, actor, statement="It is but a trial.", collection="trial")
    assert "but a trial" not in written(filled, "csv").decode("utf-8")
    assert "but a trial" in written(filled, "csv", collection="trial").decode("utf-8")


@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_an_export_says_nothing_new_to_where_it_came_from(
    filled: Session, actor: Actor, tmp_path: Path, format_: str
) -> None:
    file = tmp_path / f"all.{format_}"
    file.write_bytes(written(filled, format_))
    report = take_in(filled, actor, file)
    assert (report.n_created, report.n_unchanged) == (0, N_FILLED)


def test_no_cell_of_a_spreadsheet_is_run(filled: Session) -> None:
    text = written(filled, "csv").decode("utf-8")
    assert "\"'=HYPERLINK" in text
    assert "'@Ola Berg," in text
    assert "\n=" not in text


def test_numbers_and_lists_stay_what_they_are_in_jsonl(filled: Session) -> None:
    first = json.loads(written(filled, "jsonl").splitlines()[0])
    assert first["tags"] == ["krieg", "see"]
    assert (first["probability"], first["outcome"], first["made_on"]) == (0.9, "no", "2025-08-10")
    assert first["quote"] == "„Kaum“, sagte sie;\nnein."


def test_parquet_holds_the_same_rows(filled: Session) -> None:
    table = pq.read_table(io.BytesIO(written(filled, "parquet"))).to_pylist()
    lines = [json.loads(line) for line in written(filled, "jsonl").splitlines()]
    assert [row["statement"] for row in table] == [line["statement"] for line in lines]
    assert table[2]["probability_low"] == 0.6
    assert table[2]["outcome"] == "0.25"
    assert str(table[0]["made_on"]) == "2025-08-10"


def test_one_collection_may_be_exported(filled: Session) -> None:
    assert len(written(filled, "jsonl", collection="summit").splitlines()) == 1
    with pytest.raises(Missing):
        written(filled, "jsonl", collection="none")


@pytest.mark.parametrize("format_", ["csv", "jsonl", "parquet"])
def test_an_empty_registry_has_an_empty_export(session: Session, format_: str) -> None:
    content = written(session, format_)
    if format_ == "parquet":
        assert pq.read_table(io.BytesIO(content)).num_rows == 0
    else:
        assert content.decode("utf-8").count("\n") == (format_ == "csv")
