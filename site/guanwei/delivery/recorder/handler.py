"""One request to the small platform."""

import json
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from guanwei.delivery.recorder.faults import ANSWERS, HTML, JSON
from guanwei.delivery.recorder.intake import LARGEST, Pictures, taken_in
from guanwei.delivery.recorder.page import page

if TYPE_CHECKING:
    from guanwei.delivery.recording_server import RecordingServer


class Handler(BaseHTTPRequestHandler):
    """Takes posts, tells of them, takes them from view, shows them."""

    server: "RecordingServer"
    extra: dict[str, str]

    def do_POST(self) -> None:
        self.extra = {}
        post = self._read()
        fault = self.server.faults.popleft() if self.server.faults else ""
        if post is None or fault == "reject":
            self.answer(400, {"error": "no key, no JSON, or a picture is missing"})
        elif fault.endswith("_before"):
            ANSWERS[fault.removesuffix("_before")](self, {})
        else:
            self._answer_well_or_badly(fault.removesuffix("_after"), told(self.server.take(*post)), 201)

    def do_DELETE(self) -> None:
        self.extra = {}
        address, key = self._asked()
        fault = self.server.recall_faults.popleft() if self.server.recall_faults else ""
        if address != "/posts" or fault == "reject":
            self.answer(403, {"error": "not allowed"})
        elif fault.endswith("_before"):
            ANSWERS[fault.removesuffix("_before")](self, {})
        elif not self.server.carrying(key):
            self.answer(404, {})
        else:
            self.server.recall(key)
            self._answer_well_or_badly(fault.removesuffix("_after"), {"recalled": True}, 200)

    def do_GET(self) -> None:
        self.extra = {}
        address, key = self._asked()
        if address == "/posts":
            fault = self.server.find_faults.popleft() if self.server.find_faults else ""
            self._answer_well_or_badly(
                fault, {"posts": [told(each) for each in self.server.carrying(key)]}, 200
            )
        elif found := self.server.carrying(address.removeprefix("/p/")):
            self.write(200, page(found[0]).encode(), HTML)
        elif picture := self.server.pictures.get(address.removeprefix("/pictures/")):
            self.write(200, picture, "application/octet-stream")
        else:
            self.answer(404, {})

    def _asked(self) -> tuple[str, str]:
        """The path and the marker asked about."""
        address = urlsplit(self.path)
        return address.path, parse_qs(address.query).get("key", [""])[0]

    def _read(self) -> tuple[dict[str, Any], Pictures] | None:
        length = self.headers.get("Content-Length", "")
        if self.path != "/posts" or not length.isdecimal() or int(length) > LARGEST:
            return None
        return taken_in(self.headers.get("Content-Type", ""), self.rfile.read(int(length)))

    def _answer_well_or_badly(self, fault: str, content: dict[str, Any], status: int) -> None:
        if fault:
            ANSWERS[fault](self, content)
        else:
            self.answer(status, content)

    def answer(self, status: int, content: dict[str, Any], kind: str = JSON) -> None:
        self.write(status, json.dumps(content).encode(), kind)

    def write(self, status: int, body: bytes, kind: str, claimed: int = 0) -> None:
        self.begin(status, claimed or len(body), kind)
        self.wfile.write(body)
        self.close_connection = True

    def begin(self, status: int, length: int, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        # Shown markup is ours, yet nothing in it may run or load.
        policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
        self.send_header("Content-Security-Policy", policy)
        for name, value in self.extra.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_args: Any) -> None:
        """Quiet: what was taken is in ``posts``."""


def told(post: dict[str, Any]) -> dict[str, Any]:
    """What is said of a post: its marker and where it stands."""
    return {name: post[name] for name in ("key", "address", "addresses") if name in post}
