"""Requests a second of the API on SQLite, each beside a bare route that returns the same bytes.

    python benchmarks/request_rate.py [--quick]

The floor is FastAPI with a plain function behind it and nothing else: no key, no database, no check. Both run
as one uvicorn process, asked by the same four connections in turn, so their ratio holds on a slow machine.
"""

import argparse
import http.client
import json
import multiprocessing
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import uvicorn
from fastapi import Body, FastAPI, Response

from registry.api.app import create_app
from registry.api.local_key import ensure_local_key
from registry.settings import Settings
from registry.storage.engine import open_engine, session_factory
from registry.storage.migration import migrate

CONNECTIONS = 4
PREDICTION = {
    "author": "Mira Holt",
    "new_authors": "create",
    "made_on": "2025-08-10",
    "due_on": "2026-08-15",
    "probability": 0.9,
    "tags": ["lake"],
    "mentions": [{"quote": "no treaty this year", "address": "https://example.org/column"}],
}


def serve_registry(folder: str, port: int) -> None:
    uvicorn.run(create_app(Settings(data_dir=Path(folder))), port=port, log_level="error")


def serve_floor(bodies: dict[str, bytes], port: int) -> None:
    app = FastAPI()

    @app.get("/api/v1/predictions")
    def read() -> Response:
        return Response(bodies["GET"], media_type="application/json")

    @app.post("/api/v1/predictions")
    def write(_body: Annotated[dict[str, Any], Body()]) -> Response:
        return Response(bodies["POST"], 201, media_type="application/json")

    uvicorn.run(app, port=port, log_level="error")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(connection: http.client.HTTPConnection, method: str, path: str, key: str, body: bytes | None) -> bytes:
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    content = answer.read()
    assert answer.status in (200, 201), content
    return content


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server did not start")


def rate(port: int, total: int, request: Callable[[http.client.HTTPConnection, int], object]) -> float:
    """Requests a second over all connections."""

    def run(first: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for number in range(first, total, CONNECTIONS):
            request(connection, number)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(CONNECTIONS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return total / (time.perf_counter() - began)


def body_of(number: int) -> bytes:
    statement = f"The two sides will not sign treaty number {number} at the lake summit."
    return json.dumps(PREDICTION | {"statement": statement}).encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    total = 400 if parser.parse_args().quick else 4000
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        engine = open_engine(settings.database_url)
        migrate(engine)
        key = ensure_local_key(settings, session_factory(engine), datetime.now(UTC))
        engine.dispose()
        port, floor_port = free_port(), free_port()
        registry = context.Process(target=serve_registry, args=(folder, port), daemon=True)
        registry.start()
        wait_for(port)
        connection = http.client.HTTPConnection("127.0.0.1", port)
        written = ask(connection, "POST", "/api/v1/predictions", key, body_of(-1))
        for number in range(2, 51):
            ask(connection, "POST", "/api/v1/predictions", key, body_of(-number))
        read = ask(connection, "GET", "/api/v1/predictions", key, None)
        floor = context.Process(target=serve_floor, args=({"GET": read, "POST": written}, floor_port), daemon=True)
        floor.start()
        wait_for(floor_port)
        print(f"{'route':<28}{'requests/s':>12}{'floor':>10}{'ratio':>8}")
        for name, method in (("GET /predictions (50 rows)", "GET"), ("POST /predictions", "POST")):

            def once(at: http.client.HTTPConnection, number: int, method: str = method) -> None:
                ask(at, method, "/api/v1/predictions", key, body_of(number) if method == "POST" else None)

            floors = rate(floor_port, total, once)
            rates = rate(port, total, once)
            print(f"{name:<28}{rates:>12.0f}{floors:>10.0f}{floors / rates:>8.1f}")
        registry.terminate()
        floor.terminate()


if __name__ == "__main__":
    main()
