"""What a handler works with."""

from registry.api.authentication import ANONYMOUS
from registry.api.installation import install, utc_clock
from registry.api.work import UnitOfWork
from registry.settings import Settings
from registry.storage.engine import open_engine
from tests.databases import NOW


def test_work_begins_no_transaction_before_it_needs_one(settings: Settings, sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    installation = install(settings, engine, utc_clock)
    work = UnitOfWork(installation, NOW, ANONYMOUS, installation.writing(), kept=True)
    assert not work.session.in_transaction()
    work.discard()
    assert not work.kept
    work.created_at("/persons/1")
    assert work.headers == {"Location": "/api/v1/persons/1"}
    engine.dispose()
