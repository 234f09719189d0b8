"""The public Python client of the registry's HTTP API.

    from registry.client import ApiProblem, Client

    with Client() as client:
        for prediction in client.iter_predictions({"author": "mark-rutte", "status": "due"}):
            print(prediction.due_on, prediction.statement)

Address and key come from REGISTRY_API_URL and REGISTRY_API_KEY, or from an installation on this machine.
What is sent may be a schema of `registry.schemas` or a plain mapping, what comes back is always a schema.
"""

from registry.client.client import Client
from registry.client.failures import (
    ApiProblem,
    ClientError,
    Conflict,
    Failed,
    Invalid,
    Missing,
    NoAnswer,
    NotAllowed,
    NotAuthenticated,
    NotTheRegistry,
    Slow,
    Stale,
    TooLarge,
)

__all__ = [
    "ApiProblem",
    "Client",
    "ClientError",
    "Conflict",
    "Failed",
    "Invalid",
    "Missing",
    "NoAnswer",
    "NotAllowed",
    "NotAuthenticated",
    "NotTheRegistry",
    "Slow",
    "Stale",
    "TooLarge",
]
