"""All parts of an installation: database, key, API, scheduler, dashboard."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from socket import socket
from threading import Event
from typing import Any

from sqlalchemy import Engine

from registry.api.local_key import ensure_local_key
from registry.cli.clock import utc_now
from registry.cli.running.dashboard import dashboard
from registry.cli.running.parts import Api, Part, Program, Scheduler
from registry.cli.running.ports import check_free, listening_socket, reachable
from registry.cli.running.together import run_together
from registry.domain.errors import Unreachable, Unready
from registry.outbound import call
from registry.settings import Settings
from registry.storage.engine import SessionFactory, open_engine, session_factory
from registry.storage.migration import check_current, is_empty, migrate

Addresses = dict[str, str]


def run_installation(
    settings: Settings,
    stopped: Event,
    *,
    when_ready: Callable[[Addresses], None],
    when_new: Callable[[Settings, SessionFactory], None] | None = None,
) -> None:
    """Migrate, then run everything until `stopped` is set; `when_ready` is told the addresses.

    `when_new` is called before, where the database was empty.
    Raises Unready where a port is in use, the database cannot be used, or a part ends by itself.
    """
    board = dashboard(settings)
    if board is not None:
        check_free(settings.host, settings.dashboard_port, "REGISTRY_DASHBOARD_PORT")
    with closing(_listening(settings)) as listening:
        engine = open_engine(settings.database_url)
        try:
            is_new = is_empty(engine)
            migrate(engine)
            sessions = session_factory(engine)
            ensure_local_key(settings, sessions, utc_now())
            if is_new and when_new is not None:
                when_new(settings, sessions)
            parts: list[Part] = [Scheduler(sessions, utc_now)]
            _run(settings, listening, board, parts, engine, stopped, when_ready)
        finally:
            engine.dispose()


def run_api(settings: Settings, stopped: Event, *, when_ready: Callable[[Addresses], None]) -> None:
    """Run the API alone, on a database that stands at this version's schema. Raises Unready as above."""
    with closing(_listening(settings)) as listening:
        engine = open_engine(settings.database_url)
        try:
            check_current(engine)
            ensure_local_key(settings, session_factory(engine), utc_now())
            _run(settings, listening, None, [], engine, stopped, when_ready, log_level="info")
        finally:
            engine.dispose()


def run_dashboard_alone(settings: Settings, stopped: Event, *, when_ready: Callable[[Addresses], None]) -> None:
    """Run the dashboard alone. Raises Unready where there is none, or its port is in use."""
    board = dashboard(settings)
    if board is None:
        raise Unready("This installation has no dashboard.")
    check_free(settings.host, settings.dashboard_port, "REGISTRY_DASHBOARD_PORT")
    addresses = {"Dashboard": _dashboard_address(settings)}
    run_together(
        [board],
        is_ready=lambda: all(map(_is_well, _health_addresses(addresses))),
        when_ready=lambda: when_ready(addresses),
        stopped=stopped,
    )


def _run(
    settings: Settings,
    listening: socket,
    board: Program | None,
    others: list[Part],
    engine: Engine,
    stopped: Event,
    when_ready: Callable[[Addresses], None],
    log_level: str = "warning",
) -> None:
    api = Api(partial(_make_app, settings, engine), listening, log_level=log_level)
    addresses = _addresses(settings, with_dashboard=board is not None)
    # The dashboard takes longest to start, and does so in another process.
    parts: list[Part] = [*([board] if board is not None else []), api, *others]
    run_together(
        parts,
        is_ready=lambda: api.answers and all(map(_is_well, _health_addresses(addresses))),
        when_ready=lambda: when_ready(addresses),
        stopped=stopped,
    )


def _make_app(settings: Settings, engine: Engine) -> Any:
    from registry.api.app import create_app

    return create_app(settings, engine=engine)


def _listening(settings: Settings) -> socket:
    return listening_socket(settings.host, settings.api_port, "REGISTRY_API_PORT")


def _addresses(settings: Settings, *, with_dashboard: bool) -> Addresses:
    api = f"http://{reachable(settings.host)}:{settings.api_port}"
    addresses = {"API": f"{api}/api/v1", "Manual": f"{api}/docs"}
    if with_dashboard:
        addresses["Dashboard"] = _dashboard_address(settings)
    return addresses


def _dashboard_address(settings: Settings) -> str:
    return f"http://{reachable(settings.host)}:{settings.dashboard_port}"


def _health_addresses(addresses: Addresses) -> list[str]:
    tails = {"API": "/health", "Dashboard": "/_stcore/health"}
    return [f"{addresses[name]}{tail}" for name, tail in tails.items() if name in addresses]


def _is_well(address: str) -> bool:
    try:
        return call(address).status == 200
    except Unreachable:
        return False
