"""Whether the registry does its work."""

from datetime import datetime, timedelta

from sqlmodel import Session

from registry import __version__
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.domain.vocabulary import Extractor
from registry.schemas.health import Health, SchedulerHealth
from registry.settings import Settings
from registry.storage.health import State, read_state

router = registry_router("health")

LATE_AFTER = timedelta(minutes=5)
"""The scheduler works several times a minute; after this long without a run something is wrong with it."""

CLOCKS_DIFFER = timedelta(minutes=5)
"""Machines whose clocks differ by less than this are no cause for doubt."""


@router.get("/health")
def read_health(work: Work) -> Health:
    """State of this installation; needs no key.

    `degraded` when the scheduler is late: everything still works, but nothing is announced. When the
    database does not answer, this answers 503.
    """
    return health_at(work.session, work.now, work.installation.settings)


def health_at(session: Session, now: datetime, settings: Settings) -> Health:
    """The state of the installation at `now`, judged."""
    has_model = settings.model_endpoint() is not None
    state = read_state(session, now)
    remarks = _remarks(state, now)
    return Health(
        status="degraded" if remarks else "ok",
        version=__version__,
        database=state.database,
        schema_revision=state.schema_revision,
        now=now,
        scheduler=SchedulerHealth(
            last_run_at=state.last_run_at,
            late=_is_late(state, now),
            last_error=state.last_error,
        ),
        n_due=state.n_due,
        n_unannounced=state.n_unannounced,
        oldest_due_at=state.oldest_due_at,
        n_messages_waiting=state.n_messages_waiting,
        n_messages_failed=state.n_messages_failed,
        extractors=[Extractor.rules, Extractor.model] if has_model else [Extractor.rules],
        remarks=remarks,
    )


def _is_late(state: State, now: datetime) -> bool:
    return state.last_run_at is None or now - state.last_run_at > LATE_AFTER


def _remarks(state: State, now: datetime) -> list[str]:
    remarks = []
    if state.last_run_at is None:
        remarks.append("The scheduler has never run. Start it with `registry schedule` or `registry up`.")
    elif _is_late(state, now):
        remarks.append("The scheduler is late: nothing is announced. Start it with `registry schedule`.")
    if state.last_error is not None:
        remarks.append("A job of the scheduler failed; its log says why.")
    if state.last_run_by_any_clock is not None and state.last_run_by_any_clock > now + CLOCKS_DIFFER:
        remarks.append("The clock runs backwards: the scheduler has run in what is now the future.")
    if state.clock_set_back is not None:
        remarks.append(f"{state.clock_set_back} The jobs go on, and what was done too early was put right.")
    if state.n_messages_refused:
        remarks.append(
            f"Messages that did not arrive, and are tried again: {state.n_messages_refused}. {state.last_refusal}"
        )
    if state.n_messages_failed:
        remarks.append(
            f"Messages that were given up: {state.n_messages_failed}. See `GET /messages?state=failed`, mend "
            "the cause, and try them again."
        )
    return remarks
