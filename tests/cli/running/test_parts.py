import os
import sys

from registry.cli.clock import utc_now
from registry.cli.running.parts import Api, Program, Scheduler
from registry.cli.running.ports import listening_socket
from registry.storage.engine import open_engine, session_factory


def test_a_program_lives_until_it_is_stopped() -> None:
    program = Program("sleeper", [sys.executable, "-c", "import time; time.sleep(600)"], dict(os.environ))
    assert not program.lives()
    program.start()
    assert program.lives()
    program.stop()
    assert not program.lives()


def test_stopping_what_never_started_is_harmless() -> None:
    Program("sleeper", [sys.executable], {}).stop()


def test_the_scheduler_lives_until_it_is_stopped(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    scheduler = Scheduler(session_factory(engine), utc_now)
    scheduler.start()
    assert scheduler.lives()
    scheduler.stop()
    assert not scheduler.lives()
    engine.dispose()


def test_an_api_that_cannot_be_put_together_does_not_live() -> None:
    def broken() -> object:
        raise SystemExit(1)

    with listening_socket("127.0.0.1", 0, "REGISTRY_API_PORT") as listening:
        api = Api(broken, listening)
        api.start()
        api.stop()
        assert not api.lives()
        assert not api.answers
