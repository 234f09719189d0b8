"""A site on loopback, the wire to it and the names that lead there."""

import socketserver
import threading
from collections.abc import Iterator
from io import BufferedReader
from typing import cast

import pytest

from registry.outbound import Network
from tests.outbound.loopback import Names, Site, Wire, answer

TLS_HANDSHAKE = b"\x16"  # the first byte of a record, RFC 8446 5.1


@pytest.fixture
def site() -> Iterator[Site]:
    standing = Site()
    yield standing
    standing.closing.set()


@pytest.fixture
def wire(site: Site) -> Iterator[Wire]:
    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            if cast(BufferedReader, self.rfile).peek(1)[:1] == TLS_HANDSHAKE:
                self.wfile.write(answer(status="400 Bad Request"))
                return
            lines = iter(lambda: self.rfile.readline().strip().decode("latin-1"), "")
            request = "\n".join(lines)
            try:
                for piece in site.pieces(request):
                    self.wfile.write(piece)
                    if site.closing.is_set():
                        return
            except (BrokenPipeError, ConnectionResetError):
                return  # the reader has had enough, which is what such a page is for

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield Wire(server.server_address[1])
        site.closing.set()
        server.shutdown()


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def network(names: Names, wire: Wire) -> Network:
    return Network(resolve=names, wire=wire)
