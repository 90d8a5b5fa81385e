"""Serve a folder on this machine alone: the page, an embedded store by SPARQL, the packaged queries."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import BoundedSemaphore, Thread
from urllib.parse import parse_qs, quote, urlsplit

import pyoxigraph as ox

from kg.errors import DataError, InputError, OutputError
from kg.stores.files import open_file
from kg.stores.queries import packaged, select

LOOPBACK = "127.0.0.1"
MOST = 1 << 20
"""Bytes of the longest query."""
LIMIT = 30.0
"""Seconds after which a query is given up."""
AT_ONCE = 4
"""Queries that run at the same time, those that were given up and still run among them."""


class Server(ThreadingHTTPServer):
    """Hold the store and the folder for the handler."""

    daemon_threads = True

    def __init__(self, folder: Path, store: ox.Store, port: int, limit: float, pages: Mapping[str, str]):
        self.folder, self.store, self.limit, self.pages = folder, store, limit, pages
        self.room = BoundedSemaphore(AT_ONCE)
        super().__init__((LOOPBACK, port), Handler)


def server(
    folder: str | Path, *, port: int = 0, limit: float = LIMIT, pages: Mapping[str, str] | None = None
) -> Server:
    """Load `graph.ttl` of a folder and give a server on loopback, not yet running.

    `limit` is the longest time in seconds that a query may take, `pages` are further pages by their paths. Raises
    `InputError` or `DataError` for a file that can't be loaded and `OutputError` for a port in use.
    """
    store = open_file(Path(folder) / "graph.ttl")
    try:
        return Server(Path(folder), store, port, limit, pages or {})
    except OSError as error:
        raise OutputError(f"port {port}: {error.strerror}", advice="choose another --port") from error


class Handler(BaseHTTPRequestHandler):
    """Answer GET / and /queries, GET and POST /query."""

    server: Server

    def do_GET(self) -> None:
        """Answer the page, the list of queries or a query in the address."""
        parts = urlsplit(self.path)
        if parts.path == "/":
            self._page()
        elif parts.path == "/queries":
            self._answer(200, "text/html", _listing().encode())
        elif parts.path == "/query":
            self._query(parse_qs(parts.query).get("query", [""])[0])
        elif parts.path in self.server.pages:
            self._answer(200, "text/html", self.server.pages[parts.path].encode())
        else:
            self._answer(404, "text/plain", b"not here\n")

    def do_POST(self) -> None:
        """Answer a query in the body, as it is or as a form."""
        length = int(self.headers.get("Content-Length") or 0)
        if urlsplit(self.path).path != "/query" or not 0 < length <= MOST:
            self._answer(404, "text/plain", b"POST a query of at most a megabyte to /query\n")
            return
        text = self.rfile.read(length).decode("utf-8", "replace")
        form = self.headers.get_content_type() == "application/x-www-form-urlencoded"
        self._query(parse_qs(text).get("query", [""])[0] if form else text)

    def _page(self) -> None:
        try:
            self._answer(200, "text/html", (self.server.folder / "graph.html").read_bytes())
        except OSError:
            self._answer(404, "text/plain", b"the folder has no graph.html\n")

    def _query(self, text: str) -> None:
        if not self.server.room.acquire(blocking=False):
            self._answer(503, "text/plain", f"{AT_ONCE} queries are running; try again later\n".encode())
            return
        answer: list[tuple[int, str, bytes]] = []
        thread = Thread(target=self._run, args=(text, answer), daemon=True)
        thread.start()
        thread.join(self.server.limit)
        late = (503, "text/plain", f"the query took longer than {self.server.limit:g} seconds\n".encode())
        self._answer(*(answer[0] if answer else late))

    def _run(self, text: str, answer: list[tuple[int, str, bytes]]) -> None:
        """Run a query in a thread of its own: one that takes too long can't be stopped, but need not be waited for."""
        try:
            answer.append((200, "application/sparql-results+json", select(self.server.store, text)))
        except (DataError, InputError) as error:
            answer.append((400, "text/plain", f"{error}\n".encode()))
        finally:
            self.server.room.release()

    def _answer(self, status: int, type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{type}; charset=utf-8" if type.startswith("text/") else type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def _listing() -> str:
    items = "".join(
        f"<h2>{escape(query.zh)} {escape(query.en)}</h2><pre>{escape(query.text)}</pre>"
        f'<p><a href="/query?query={quote(query.text)}">{escape(query.name)}</a></p>'
        for query in packaged().values()
    )
    form = '<form action="/query"><textarea name="query" rows="8" cols="80"></textarea><button>SPARQL</button></form>'
    return f'<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>SPARQL</title>{form}{items}</html>'
