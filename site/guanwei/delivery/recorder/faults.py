"""The ways in which a platform answers badly. Each is a function of the handler that answers."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guanwei.delivery.recorder.handler import Handler

HTML = "text/html; charset=utf-8"
JSON = "application/json"
HUGE = 4 * 1024 * 1024
# Should nobody tell it to go on, a test has failed long before.
LONGEST_HOLD = 60


def _drop(handler: "Handler", _told: dict[str, Any]) -> None:
    handler.close_connection = True


def _hold(handler: "Handler", told: dict[str, Any]) -> None:
    handler.server.told.wait(LONGEST_HOLD)
    handler.answer(201, told)


def _drip(handler: "Handler", _told: dict[str, Any]) -> None:
    """A byte now and then: no pause is ever long enough to count as silence."""
    handler.begin(201, 1_000_000, JSON)
    ends = time.monotonic() + LONGEST_HOLD
    while not handler.server.told.wait(0.01) and time.monotonic() < ends:
        handler.wfile.write(b" ")
        handler.wfile.flush()


def _twice(handler: "Handler", told: dict[str, Any]) -> None:
    handler.answer(201, told)
    handler.answer(201, {"address": "https://elsewhere.example/p/2"})


def _said(status: int, body: bytes, kind: str, claimed: int = 0) -> Callable[["Handler", Any], None]:
    return lambda handler, _told: handler.write(status, body, kind, claimed)


def _redirect(status: int) -> Callable[["Handler", Any], None]:
    def redirected(handler: "Handler", _told: dict[str, Any]) -> None:
        handler.extra = {"Location": "/posts"}
        handler.write(status, b"", HTML)

    return redirected


def _squeezed(handler: "Handler", _told: dict[str, Any]) -> None:
    handler.extra = {"Content-Encoding": "gzip"}
    handler.write(201, b"no gzip at all", JSON)


def _as_picture(handler: "Handler", told: dict[str, Any]) -> None:
    handler.answer(201, told, "image/png")


ANSWERS: dict[str, Callable[["Handler", dict[str, Any]], None]] = {
    "drop": _drop,
    "hold": _hold,
    "drip": _drip,
    "twice": _twice,
    "error": _said(500, b"{}", JSON),
    "garbage": _said(200, b"<html>busy</html>", HTML),
    "html as json": _said(201, b"<html>busy</html>", JSON),
    "json as picture": _as_picture,
    "nothing": _said(201, b"", JSON),
    "list": _said(201, b"[]", JSON),
    "deep": _said(201, b"[" * 60_000, JSON),
    "huge": _said(201, b" " * HUGE, JSON),
    "half": _said(201, b'{"address": "http', JSON, 400),
    "foreign": _said(201, b'{"address": "https://elsewhere.example/p/1"}', JSON),
    "squeezed": _squeezed,
    "redirect": _redirect(303),
    "redirect again": _redirect(307),
    "no http": lambda handler, _told: (handler.wfile.write(b"SSH-2.0\r\n"), None)[1],
}
