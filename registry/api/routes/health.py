"""Whether the registry does its work."""

from datetime import datetime, timedelta

from registry import __version__
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.health import Health, SchedulerHealth
from registry.storage.health import State, read_state

router = registry_router("health")

LATE_AFTER = timedelta(minutes=5)
"""The scheduler announces every minute; after this long without a run something is wrong with it."""


@router.get("/health")
def read_health(work: Work) -> Health:
    """State of this installation; needs no key.

    `degraded` when the scheduler is late: everything still works, but nothing is announced. When the
    database does not answer, this answers 503.
    """
    state = read_state(work.session, work.now)
    remarks = _remarks(state, work.now)
    return Health(
        status="degraded" if remarks else "ok",
        version=__version__,
        database=state.database,
        schema_revision=state.schema_revision,
        now=work.now,
        scheduler=_scheduler(state, work.now),
        n_due=state.n_due,
        n_unannounced=state.n_unannounced,
        remarks=remarks,
    )


def _scheduler(state: State, now: datetime) -> SchedulerHealth:
    run = state.last_run
    if run is None:
        return SchedulerHealth(late=True)
    return SchedulerHealth(last_run_at=run.started_at, late=_is_late(state, now), last_error=run.error)


def _is_late(state: State, now: datetime) -> bool:
    return state.last_run is None or now - state.last_run.started_at > LATE_AFTER


def _remarks(state: State, now: datetime) -> list[str]:
    remarks = []
    if state.last_run is None:
        remarks.append("The scheduler has never run. Start it with `registry schedule` or `registry up`.")
    elif _is_late(state, now):
        remarks.append("The scheduler is late: nothing is announced. Start it with `registry schedule`.")
    if state.last_run is not None and state.last_run.error:
        remarks.append("The scheduler's last job failed; its log says why.")
    return remarks
