"""A server on loopback that speaks the chat-completions protocol, on its good days and its bad ones."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from registry.outbound.model import ModelEndpoint

Answer = Callable[["Handler"], None]
"""What the server does with one request."""


@dataclass
class ModelServer:
    """What it will answer, request by request (the last answer again and again), and what it was asked."""

    url: str
    answers: list[Answer] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def endpoint(self, **fields: Any) -> ModelEndpoint:
        usual: dict[str, Any] = {"url": f"{self.url}/v1", "name": "small-model", "seconds": 5.0}
        return ModelEndpoint(**(usual | fields))

    def next_answer(self) -> Answer:
        return self.answers[min(len(self.asked), len(self.answers)) - 1]


class Handler(BaseHTTPRequestHandler):
    """Reads a question in full, then answers by the script."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        model = cast(_Server, self.server).model
        self.close_connection = True
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != "/v1/chat/completions":
            self.reply(404, b"{}")
            return
        model.asked.append(question)
        model.headers.append({name.lower(): value for name, value in self.headers.items()})
        try:
            model.next_answer()(self)
        except (BrokenPipeError, ConnectionResetError):
            return  # the reader has had enough, which is what such an answer is for

    def reply(self, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def is_closing(self, seconds: float) -> bool:
        """Wait for the end of the test, at most so long."""
        return cast(_Server, self.server).model.closing.wait(seconds)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ARG002 - the name is the library's
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    model: ModelServer


@contextmanager
def model_server() -> Iterator[ModelServer]:
    with _Server(("127.0.0.1", 0), Handler) as server:
        server.model = ModelServer(f"http://127.0.0.1:{server.server_address[1]}")
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server.model
        server.model.closing.set()
        server.shutdown()


def completion(content: str | None, *, tokens: tuple[int, int] | None = (1200, 300), **more: Any) -> bytes:
    """A whole completion with `content`; `more` replaces fields of its choice."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"} | more
    body: dict[str, Any] = {"id": "c1", "object": "chat.completion", "choices": [choice]}
    if tokens is not None:
        body["usage"] = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}
    return json.dumps(body).encode()


def writes(content: str | None, **more: Any) -> Answer:
    return lambda handler: handler.reply(200, completion(content, **more))


def predicts(*predictions: object, **more: Any) -> Answer:
    return writes(json.dumps({"predictions": predictions}), **more)


def refuses(status: int, message: str = "", **headers: Any) -> Answer:
    return lambda handler: handler.reply(status, json.dumps({"error": {"message": message}}).encode(), **headers)


def keeps_silent(handler: Handler) -> None:
    handler.is_closing(30)


def dribbles(handler: Handler) -> None:
    """A byte now and then, each soon enough to be no silence."""
    handler.reply(200, b"{", length=100_000)
    while not handler.is_closing(0.02):
        handler.wfile.write(b" ")


def breaks_off(handler: Handler) -> None:
    body = completion("{}")
    handler.reply(200, body[: len(body) // 2], length=len(body))


def never_ends(handler: Handler) -> None:
    """50 MB, as JSON, its length not announced."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b'{"choices": [{"message": {"content": "')
    for piece in _pieces(50):
        handler.wfile.write(piece)


def _pieces(megabytes: int) -> Iterable[bytes]:
    piece = b"x" * 1_000_000
    return (piece for _ in range(megabytes))


FERRY = "The ferry company will certainly not replace its oldest ship before the end of 2030."
STORM = "Mira Holt expects that a storm is likely to reach the coast on Friday."
FLOOD = "If the dam breaks, the lower town will be flooded within two days."
TEXT = f"A note from the shore.\n\n{FERRY} The harbour was painted last year.\n\n{STORM}\n{FLOOD}\n"
"""An article of three predictions and a report."""


def prediction(quote: str = FERRY, **fields: Any) -> dict[str, Any]:
    """A prediction as a model gives it, sound but for `fields`."""
    usual = {
        "quotes": [quote], "statement": quote, "speaker": None, "polarity": "yes", "kind": "forecast",
        "condition": None, "hedge": None, "probability": None, "due_text": None, "due_from": None, "due_on": None,
        "confidence": 0.8,
    }  # fmt: skip
    return usual | fields


NO_FERRY = prediction(polarity="no", hedge="certainly", probability=0.97)
