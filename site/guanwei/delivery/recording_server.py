"""A small platform on this machine: takes posts, gives each an address, shows it. For the demo and tests.

``POST /posts`` {key, …} answers {"address": …}; ``GET /posts?key=`` answers {"posts": […]};
``GET /p/<key>`` shows what was taken. It refuses nothing twice: a second send is a second record.
"""

import json
import time
from collections import deque
from collections.abc import Callable
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

LARGEST = 5 * 1024 * 1024
PAGE = (
    '<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title>'
    '<body style="max-width:677px;margin:2em auto;font-family:sans-serif"><p>试运行 · {account}</p>'
    "<h1>{title}</h1>{body}</body></html>"
)


class RecordingServer(ThreadingHTTPServer):
    """Posts by order of arrival in ``posts``; with ``path`` they outlive the process.

    ``faults`` is eaten one a POST: drop_before, drop_after, error_before, error_after, reject, slow,
    half, garbage, foreign. ``before`` and ``after`` are called around the moment of taking a post in.
    """

    daemon_threads = True

    def __init__(self, port: int = 0, path: Path | None = None) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.path = path
        self.posts: list[dict[str, Any]] = []
        self.faults: deque[str] = deque()
        self.slowness = 6.0
        self.before: Callable[[], None] = lambda: None
        self.after: Callable[[], None] = lambda: None
        self._lock = Lock()
        if path is not None and path.exists():
            self.posts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def take(self, post: dict[str, Any]) -> dict[str, Any]:
        """Record a post and give it its address."""
        self.before()
        taken = {**post, "address": f"{self.url}/p/{post['key']}"}
        with self._lock:
            self.posts.append(taken)
            if self.path is not None:
                with self.path.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(taken, ensure_ascii=False) + "\n")
        self.after()
        return taken

    def carrying(self, key: str) -> list[dict[str, Any]]:
        """All posts with the marker ``key``."""
        with self._lock:
            return [post for post in self.posts if post.get("key") == key]

    def start(self) -> "RecordingServer":
        """Serve from a thread of its own."""
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A sender that went away is what this server is for; nothing to print."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: RecordingServer

    def do_POST(self) -> None:
        post = self._read()
        fault = self.server.faults.popleft() if self.server.faults else ""
        if post is None or fault == "reject":
            self._answer(400, {"error": "no key, or no JSON"})
        elif fault == "drop_before":
            self.close_connection = True
        elif fault == "error_before":
            self._answer(500, {})
        else:
            self._answer_after(fault, self.server.take(post))

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/posts":
            key = parse_qs(address.query).get("key", [""])[0]
            found = self.server.carrying(key)
            self._answer(200, {"posts": [{"key": key, "address": post["address"]} for post in found]})
        elif found := self.server.carrying(address.path.removeprefix("/p/")):
            self._write(200, _page(found[0]).encode(), "text/html; charset=utf-8")
        else:
            self._answer(404, {})

    def _read(self) -> dict[str, Any] | None:
        length = self.headers.get("Content-Length", "")
        if self.path != "/posts" or not length.isdecimal() or int(length) > LARGEST:
            return None
        try:
            post = json.loads(self.rfile.read(int(length)))
        except ValueError:
            return None
        return post if isinstance(post, dict) and isinstance(post.get("key"), str) else None

    def _answer_after(self, fault: str, taken: dict[str, Any]) -> None:
        """Answer for a post that was taken in, well or badly."""
        if fault == "drop_after":
            self.close_connection = True
            return
        if fault == "slow":
            time.sleep(self.server.slowness)
        if fault == "error_after":
            self._answer(500, {})
        elif fault == "garbage":
            self._write(200, b"<html>busy</html>", "text/html")
        elif fault == "foreign":
            self._answer(201, {"address": "https://elsewhere.example/p/1"})
        elif fault == "half":
            self._write(201, b'{"address": "http', "application/json", claimed=400)
        else:
            self._answer(201, {"key": taken["key"], "address": taken["address"]})

    def _answer(self, status: int, content: dict[str, Any]) -> None:
        self._write(status, json.dumps(content).encode(), "application/json")

    def _write(self, status: int, body: bytes, kind: str, claimed: int = 0) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(claimed or len(body)))
        # Shown markup is ours, yet nothing in it may run or load.
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *_args: Any) -> None:
        """Quiet: what was taken is in ``posts``."""


def _page(post: dict[str, Any]) -> str:
    text = f'<p style="white-space:pre-wrap">{escape(str(post.get("text", "")))}</p>'
    body = str(post["html"]) if "html" in post else text
    return PAGE.format(
        title=escape(str(post.get("title", ""))), account=escape(str(post.get("account", ""))), body=body
    )
