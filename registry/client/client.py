"""The client: where the registry is, whose key is used, and a method for each of its routes."""

import os
import secrets
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self
from urllib.parse import quote

import httpx

from registry.client.articles import ArticleMethods
from registry.client.authors import AuthorMethods
from registry.client.environment import address_in, check_address, is_this_machine, key_in
from registry.client.groups import GroupMethods
from registry.client.installation import InstallationMethods
from registry.client.judgements import JudgementMethods
from registry.client.predictions import PredictionMethods
from registry.client.reminders import ReminderMethods
from registry.client.sources import SourceMethods

ACT_FOR = "Registry-Act-For"
ATTEMPTS = 4


def _new_key() -> str:
    return secrets.token_urlsafe(18)


class Client(
    PredictionMethods,
    JudgementMethods,
    ArticleMethods,
    AuthorMethods,
    GroupMethods,
    InstallationMethods,
    ReminderMethods,
    SourceMethods,
):
    """Speaks with a registry. Use it in a `with` block, or `close` it.

    `base_url` and `api_key` come from the environment where absent (`registry.client.environment`).
    `acting_for` names the person for whom a key that may do so acts. `timeout` is in seconds, for each of
    connecting, sending and waiting. `attempts` is how often a request is sent at most, where that is safe,
    and `sleep` is called with the seconds between two attempts. `http` overrules address, time limits and
    transport (see `from_http`). Every method may raise ClientError.
    """

    def __init__(
        self,
        base_url: str | None = None,
        api_key: str | None = None,
        *,
        acting_for: str | None = None,
        timeout: float = 30.0,
        attempts: int = ATTEMPTS,
        sleep: Callable[[float], None] = time.sleep,
        new_key: Callable[[], str] = _new_key,
        transport: httpx.BaseTransport | None = None,
        http: httpx.Client | None = None,
    ) -> None:
        if http is None:
            api_key = api_key or key_in(os.environ)
            address = check_address(base_url or address_in(os.environ))
            http = httpx.Client(
                base_url=address,
                timeout=httpx.Timeout(timeout, connect=min(timeout, 5.0)),
                transport=transport,
                trust_env=not is_this_machine(address),
            )
        self._api_key = api_key
        headers = _headers(api_key, acting_for)
        super().__init__(http, headers, attempts=attempts, sleep=sleep, new_key=new_key)

    @classmethod
    def from_http(
        cls,
        http: httpx.Client,
        *,
        api_key: str | None = None,
        acting_for: str | None = None,
        attempts: int = ATTEMPTS,
        sleep: Callable[[float], None] = time.sleep,
        new_key: Callable[[], str] = _new_key,
    ) -> Self:
        """A client over an HTTP client of your own, with its address, headers and time limits."""
        return cls(api_key=api_key, acting_for=acting_for, attempts=attempts, sleep=sleep, new_key=new_key, http=http)

    def for_person(self, name: str | None) -> Self:
        """A client over the same connections that acts for the person of that name; None for nobody else."""
        return self.from_http(
            self._http,
            api_key=self._api_key,
            acting_for=name,
            attempts=self._attempts,
            sleep=self._sleep,
            new_key=self._new_key,
        )

    def close(self) -> None:
        """Close the connections, also those of clients made by `for_person`."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _headers(api_key: str | None, acting_for: str | None) -> dict[str, str]:
    headers = {}
    if api_key:
        headers["Authorization"] = f"Bearer {api_key}"
    if acting_for:
        headers[ACT_FOR] = quote(acting_for)
    return headers
