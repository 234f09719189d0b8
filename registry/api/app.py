"""Puts the HTTP API together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from sqlalchemy import Engine

from registry import __version__
from registry.api.access import check_complete
from registry.api.body_limit import BodyLimit
from registry.api.installation import Clock, Installation, install, utc_clock
from registry.api.introduction import DESCRIPTION, SUMMARY, TAGS
from registry.api.openapi import complete
from registry.api.problems import add_problem_handlers
from registry.api.registry_route import RegistryRoute
from registry.api.routes import (
    articles,
    authors,
    candidates,
    channels,
    collections,
    comparisons,
    due,
    events,
    exports,
    health,
    hedges,
    imports,
    judgements,
    leaderboards,
    mentions,
    metrics,
    people,
    predictions,
    problems,
    questions,
    reminders,
    repeats,
    sources,
    track_records,
)
from registry.outbound import INTERNET, Network
from registry.settings import Settings
from registry.storage.engine import open_engine
from registry.storage.migration import check_current

ROUTERS = (
    predictions.router,
    mentions.router,
    judgements.router,
    due.router,
    sources.router,
    reminders.router,
    channels.router,
    track_records.router,
    leaderboards.router,
    comparisons.router,
    exports.router,
    imports.router,
    articles.router,
    candidates.router,
    authors.router,
    questions.router,
    repeats.router,
    hedges.router,
    collections.router,
    people.router,
    events.router,
    health.router,
    metrics.router,
    problems.router,
)
"""Every router of the API; add a new one here and its routes to `registry.api.access`."""


class RegistryApi(FastAPI):
    """The application; its OpenAPI document says of every route what holds for all."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = complete(super().openapi())
        return self.openapi_schema


def create_app(
    settings: Settings,
    *,
    clock: Clock = utc_clock,
    engine: Engine | None = None,
    network: Network = INTERNET,
) -> FastAPI:
    """The API of an installation, on `engine` or on the database that the settings name.

    Articles are fetched over `network`.

    Raises LookupError where a route has no role, Unready (when it starts) where the database has another
    schema.
    """
    installation = install(settings, engine or open_engine(settings.database_url), clock, network)
    app = RegistryApi(
        title="Prediction registry",
        summary=SUMMARY,
        description=DESCRIPTION,
        version=__version__,
        openapi_tags=TAGS,
        lifespan=_lifespan,
    )
    app.state.installation = installation
    # The routes themselves: routers to be searched one after the other would cost every request time.
    app.router.routes.extend(route for router in ROUTERS for route in router.routes)
    check_complete(route.place for route in app.routes if isinstance(route, RegistryRoute))
    add_problem_handlers(app)
    app.add_middleware(BodyLimit, most=settings.max_body_bytes)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    installation: Installation = app.state.installation
    check_current(installation.engine)
    yield
    installation.engine.dispose()
