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


class SiteServer(socketserver.ThreadingTCPServer):
    """Answers from whichever site stands at the moment: one server for all tests, as a start takes time."""

    daemon_threads = True
    block_on_close = False
    site = Site()


class SiteHandler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        site = cast(SiteServer, self.server).site
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


@pytest.fixture(scope="session")
def site_server() -> Iterator[SiteServer]:
    with SiteServer(("127.0.0.1", 0), SiteHandler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def site(site_server: SiteServer) -> Iterator[Site]:
    site_server.site = Site()
    yield site_server.site
    site_server.site.closing.set()


@pytest.fixture
def wire(site: Site, site_server: SiteServer) -> Wire:
    return Wire(site_server.server_address[1])


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def network(names: Names, wire: Wire) -> Network:
    return Network(resolve=names, wire=wire)
