import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, select

from registry import lexicon
from registry.actions import rollups
from registry.actions.acting import Actor
from registry.cli.demo import demo
from registry.demo.columnists import COLUMNISTS, expected_skill
from registry.demo.examples import example_digests, read_examples
from registry.demo.loading import is_loaded, load
from registry.demo.removing import remove_demo
from registry.domain.errors import Conflict
from registry.schemas.filters import PredictionFilter
from registry.schemas.track_records import TrackRecordFilter
from registry.storage.predictions import count
from registry.storage.tables import ROWS, ArticleRow, AuthorRow, CandidateRow, PredictionRow
from registry.storage.track_records import of_author

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def readings() -> list[object]:
    return list(read_examples(lexicon.load(), NOW))


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The demo is loaded through actions that are tested on both databases."""
    return sqlite_url


def rows_in(session: Session) -> dict[str, int]:
    names = [str(row.__tablename__) for row in ROWS]
    return {name: session.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in names}  # noqa: S608


def test_the_demo_fills_every_corner_and_goes_without_a_trace(
    session: Session, actor: Actor, readings: list[object]
) -> None:
    before = rows_in(session)
    loaded = load(session, actor, readings, now=NOW)  # type: ignore[arg-type]
    rollups.settle(session)
    assert is_loaded(session)
    assert loaded.collections == ("five-commentaries-2025", "demo")
    _check_columns(session)
    _check_commentaries(session)
    _check_examples(session)
    with pytest.raises(Conflict):
        load(session, actor, readings, now=NOW)  # type: ignore[arg-type]
    assert remove_demo(session) > 1500
    session.flush()
    assert rows_in(session) == before


def _check_columns(session: Session) -> None:
    def n(**wanted: object) -> int:
        return count(session, PredictionFilter.model_validate({"collection": "demo"} | wanted), NOW)

    assert n() >= 1500
    for outcome in ("yes", "no", "partly", "ambiguous", "annulled"):
        assert n(outcome=outcome) > 10
    for urgency in ("soon", "due", "overdue", "later"):
        assert n(urgency=urgency) > 0
    assert n(disputed=True) >= 5
    rows = session.exec(select(PredictionRow).where(col(PredictionRow.due_on).is_(None))).all()
    assert len(rows) > 30
    assert session.exec(select(PredictionRow).where(col(PredictionRow.late))).first() is not None
    authors = session.exec(select(AuthorRow).where(col(AuthorRow.name).in_([one.name for one in COLUMNISTS]))).all()
    assert len(authors) >= 12
    wanted = TrackRecordFilter(collection="demo")
    found = {row.name: of_author(session, row, wanted, as_of=NOW, now=NOW).brier or 1 for row in authors}
    best, worst = COLUMNISTS[:4], COLUMNISTS[-4:]
    assert max(found[one.name] for one in best) < min(found[one.name] for one in worst[-2:])
    assert of_author(session, authors[0], TrackRecordFilter(), as_of=NOW, now=NOW).n == 0


def _check_commentaries(session: Session) -> None:
    five = PredictionFilter(collection="five-commentaries-2025")
    assert count(session, five, NOW) == 28
    rutte = session.exec(select(AuthorRow).where(col(AuthorRow.slug) == "mark-rutte")).one()
    record = of_author(session, rutte, TrackRecordFilter(collection="five-commentaries-2025"), as_of=NOW, now=NOW)
    assert (record.n, record.n_scored, record.n_ambiguous) == (2, 1, 1)


def _check_examples(session: Session) -> None:
    articles = session.exec(select(ArticleRow).where(col(ArticleRow.sha256).in_(example_digests()))).all()
    assert sorted(str(article.language) for article in articles) == ["de", "de", "en"]
    for article in articles:
        query = select(CandidateRow).where(col(CandidateRow.article_id) == article.id)
        assert len(session.exec(query).all()) >= 2


def test_the_columnists_are_listed_from_the_most_to_the_least_skilled() -> None:
    skills = [expected_skill(one) for one in COLUMNISTS]
    assert skills == sorted(skills, reverse=True)
    assert skills[0] > 0.25
    assert skills[-1] < -0.2


def test_the_command_loads_and_removes_the_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], readings: list[object]
) -> None:
    monkeypatch.setenv("REGISTRY_DATA_DIR", str(tmp_path))
    monkeypatch.setattr("registry.demo.columnists.QUESTIONS", 3)
    demo()
    told = capsys.readouterr().out
    assert "five-commentaries-2025 and demo" in told
    with pytest.raises(Conflict, match="--remove"):
        demo()
    demo(remove=True, as_json=True)
    assert json.loads(capsys.readouterr().out)["removed"] > 28
    demo(remove=True)
    assert "no demo" in capsys.readouterr().out
