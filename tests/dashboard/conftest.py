"""The dashboard's pages, run in this process over the real registry."""

import functools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import httpx
import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

import dashboard
from registry.client import Client
from tests.registry_in_process import ClientOf, client_of, registry_app, set_clock

# Fixtures of the registry in this process, for the tests beside this file.
__all__ = ["client_of", "registry_app", "set_clock"]

APP = Path(dashboard.__file__).parent / "app.py"

Refused = Callable[..., None]
NOTHING: Mapping[str, Any] = MappingProxyType({})

Open = Callable[..., AppTest]
"""`open_page(name, locale=…, **params)`: the page of that name, as a reader sees it."""


@pytest.fixture(scope="session", autouse=True)
def installed_components() -> Iterator[None]:
    """Streamlit reads about every installed package whenever a page is opened; here once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        once = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture
def client(client_of: ClientOf) -> Client:
    """A client with the key of the dashboard, which may act for others."""
    return client_of("admin", "Ada Editor", may_act_for_others=True)


@pytest.fixture
def connected(client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """The dashboard speaks with the registry in this process."""
    yield from _connect(client, monkeypatch)


def _connect(client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.setattr("dashboard.client.connect", lambda: client)
    st.cache_data.clear()
    yield client
    st.cache_data.clear()


@pytest.fixture
def open_page(connected: Client) -> Open:
    """Opens pages over the registry in this process."""
    return shown


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> Refused:
    """`refused(answer)`: from now on the registry answers so; `but` names paths that it answers as it should."""

    def use(answer: httpx.Response | Exception, *, but: Mapping[str, Any] = NOTHING) -> None:
        def answer_all(request: httpx.Request) -> httpx.Response:
            sound = but.get(request.url.path.removeprefix("/api/v1"))
            if sound is not None:
                return httpx.Response(200, json=sound)
            if isinstance(answer, Exception):
                raise answer
            return answer

        failing = Client("http://registry.test", "fr_key", attempts=1, transport=httpx.MockTransport(answer_all))
        monkeypatch.setattr("dashboard.client.connect", lambda: failing)
        st.cache_data.clear()

    return use


def shown(name: str, *, locale: str = "en", **params: str) -> AppTest:
    """The page of that name after its first run, in a browser of that locale."""
    app = AppTest.from_file(APP, default_timeout=20)
    app.context = {"locale": locale, "timezone": "UTC"}
    # Before the first run a page is known by its file, which bears the name of its address.
    app.switch_page(f"views/{name}.py")
    for key, value in params.items():
        app.query_params[key] = value
    return app.run()


def words(app: AppTest) -> str:
    """Everything that a page says, as one text; a page that failed says nothing."""
    assert not app.exception
    kinds = ("title", "subheader", "markdown", "caption", "info", "warning", "error", "success", "html", "code")
    said = [str(element.value) for kind in kinds for element in getattr(app, kind)]
    said += [f"{metric.label} {metric.value}" for metric in app.metric]
    said += [element.proto.label for element in app.get("page_link")]
    said += [button.label for button in app.button]
    return "\n".join(said)
