"""A small platform on this machine: takes posts, gives each an address, shows it. For the demo and tests.

``POST /posts`` {key, …}, pictures beside it in a form, answers {"address": …}; ``GET /posts?key=`` answers
{"posts": […]}; ``GET /p/<key>`` shows what was taken; ``DELETE /posts?key=`` takes it from view and answers
{"recalled": true}. It refuses nothing twice: a second send is a second record.
"""

import json
from collections import deque
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from guanwei.delivery.recorder.handler import Handler
from guanwei.delivery.recorder.intake import Pictures


class RecordingServer(ThreadingHTTPServer):
    """Posts by order of arrival in ``posts``; with ``path`` they outlive the process, pictures beside them.

    ``faults`` is eaten one a POST, ``find_faults`` one a GET of posts, ``recall_faults`` one a DELETE: a name of
    ``recorder.faults.ANSWERS``, with ``_before`` where nothing is taken in, or ``reject``. ``hold`` and ``drip``
    last until ``told`` is set. ``before`` and ``after`` are called around the moment of taking a post in.
    ``recalled`` holds the keys of every DELETE that was obeyed.
    """

    daemon_threads = True

    def __init__(self, port: int = 0, path: Path | None = None) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.path = path
        self.posts: list[dict[str, Any]] = []
        self.pictures: Pictures = {}
        self.recalled: list[str] = []
        self.faults: deque[str] = deque()
        self.find_faults: deque[str] = deque()
        self.recall_faults: deque[str] = deque()
        self.told = Event()
        self.before: Callable[[], None] = lambda: None
        self.after: Callable[[], None] = lambda: None
        self._lock = Lock()
        if path is not None and path.exists():
            self._remember([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()])

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def take(self, post: dict[str, Any], pictures: Pictures) -> dict[str, Any]:
        """Record a post and give it its address."""
        self.before()
        address = f"{self.url}/p/{post['key']}"
        taken = {**post, "address": address, **_addresses(post, address)}
        with self._lock:
            self.posts.append(taken)
            self.pictures |= pictures
            self._keep(taken, pictures)
        self.after()
        return taken

    def recall(self, key: str) -> None:
        """Take what carries the marker from view."""
        with self._lock:
            self.recalled.append(key)
            self._keep({"recalled": key}, {})

    def carrying(self, key: str) -> list[dict[str, Any]]:
        """All posts with the marker ``key`` that are in view."""
        with self._lock:
            return [post for post in self.posts if post.get("key") == key and key not in self.recalled]

    def _keep(self, line: dict[str, Any], pictures: Pictures) -> None:
        if self.path is None:
            return
        for digest, content in pictures.items():
            self._folder().joinpath(digest).write_bytes(content)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _folder(self) -> Path:
        assert self.path is not None  # noqa: S101 - only asked where there is one
        folder = self.path.with_suffix(".pictures")
        folder.mkdir(exist_ok=True)
        return folder

    def _remember(self, lines: list[dict[str, Any]]) -> None:
        self.posts = [line for line in lines if "recalled" not in line]
        self.recalled = [line["recalled"] for line in lines if "recalled" in line]
        self.pictures = {each.name: each.read_bytes() for each in self._folder().iterdir()}

    def start(self) -> "RecordingServer":
        """Serve from a thread of its own."""
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A sender that went away is what this server is for; nothing to print."""


def _addresses(post: dict[str, Any], address: str) -> dict[str, list[str]]:
    """A push is taken in whole; each of its articles has an address of its own."""
    articles = post.get("articles")
    if not isinstance(articles, list):
        return {}
    return {"addresses": [f"{address}#{number}" for number in range(1, len(articles) + 1)]}
