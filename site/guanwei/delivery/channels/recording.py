"""A channel that really sends, to the recording server on this machine: for trials, the demo and tests."""

import json
import ssl
import time
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from guanwei.delivery.transports import (
    NotRecalled,
    NotSent,
    Outcome,
    Recalled,
    RecallOutcome,
    Sent,
    Unknown,
)

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
TIMEOUT = httpx.Timeout(5.0, connect=3.0)
# A server that drips one byte at a time never times out by itself.
WHOLE_ANSWER_SECONDS = 15.0
LONGEST_ANSWER = 64 * 1024
# The request may have been taken in all the same.
AMBIGUOUS = frozenset({408, 409, 425})


@cache
def _certificates() -> ssl.SSLContext:
    """Read once: reading them takes longer than a request on this machine."""
    return ssl.create_default_context()


def _form(key: str, message: dict[str, Any]) -> list[tuple[str, tuple[str | None, bytes, str]]]:
    """The message as JSON, and each picture under its hash."""
    said = {"key": key, **{name: value for name, value in message.items() if name != "files"}}
    pictures = sorted(message.get("files", {}).items())
    return [
        ("message", (None, json.dumps(said, ensure_ascii=False).encode(), "application/json")),
        *(("picture", (digest, content, "application/octet-stream")) for digest, content in pictures),
    ]


class RecordingChannel:
    """Speaks to ``settings.GUANWEI_RECORDING_URL``, a loopback address."""

    def __init__(self) -> None:
        self.base = str(getattr(settings, "GUANWEI_RECORDING_URL", "")).rstrip("/")

    def send(self, key: str, message: dict[str, Any]) -> Outcome:
        """POST the message once, its pictures beside it. Only what surely didn't arrive counts as not sent."""
        if not self._is_loopback():
            return NotSent(_("试运行服务的地址没有设置，或不在本机"))
        try:
            status, answer = self._asked("POST", "/posts", files=_form(key, message))
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            return NotSent(_("连不上对方的服务"))
        except (httpx.HTTPError, ValueError):
            return Unknown(_("发出后没有收到完整的回答"))
        if 400 <= status < 500 and status not in AMBIGUOUS:
            return NotSent(_("对方拒收（%(status)s）") % {"status": status})
        return self._address_in(status, answer)

    def find(self, key: str) -> Outcome:
        """GET what carries the key; an empty list says that there is none."""
        if not self._is_loopback():
            return Unknown(_("试运行服务的地址没有设置，或不在本机"))
        try:
            status, answer = self._asked("GET", "/posts", params={"key": key})
        except (httpx.HTTPError, ValueError):
            return Unknown(_("暂时查不到"))
        posts = answer.get("posts") if status == 200 else None
        if posts == []:
            return NotSent(_("对方没有这一条"))
        if isinstance(posts, list) and isinstance(posts[0], dict) and posts[0].get("key") == key:
            return self._address_in(status, posts[0])
        return Unknown(_("对方的回答看不懂"))

    def withdraw(self, key: str, address: str) -> RecallOutcome:
        """DELETE what carries the key. Gone already counts as taken back."""
        if not self._is_loopback():
            return NotRecalled(_("试运行服务的地址没有设置，或不在本机"))
        try:
            status, answer = self._asked("DELETE", "/posts", params={"key": key})
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            return NotRecalled(_("连不上对方的服务"))
        except (httpx.HTTPError, ValueError):
            return Unknown(_("发出后没有收到完整的回答"))
        if status == 404 or (status == 200 and answer.get("recalled") is True):
            return Recalled()
        if 400 <= status < 500 and status not in AMBIGUOUS:
            return NotRecalled(_("对方不同意撤回（%(status)s）") % {"status": status})
        return Unknown(_("对方的回答看不懂（%(status)s）") % {"status": status})

    def _is_loopback(self) -> bool:
        return urlsplit(self.base).scheme in ("http", "https") and urlsplit(self.base).hostname in LOOPBACK

    def _address_in(self, status: int, answer: dict[str, Any]) -> Outcome:
        address = answer.get("address")
        if status in (200, 201) and isinstance(address, str) and address.startswith(f"{self.base}/p/"):
            given = answer.get("addresses")
            each = tuple(map(str, given)) if isinstance(given, list) else ()
            too_long = any(len(one) > 500 for one in (address, *each))
            return Unknown(_("对方给的地址过长")) if too_long else Sent(address, each)
        return Unknown(_("对方的回答看不懂（%(status)s）") % {"status": status})

    def _asked(self, method: str, path: str, **kwargs: Any) -> tuple[int, dict[str, Any]]:
        """Status and JSON object; an unreadable body of an error status is an empty object."""
        ends = time.monotonic() + WHOLE_ANSWER_SECONDS
        # A proxy of the environment must not carry this off the machine.
        with (
            httpx.Client(trust_env=False, timeout=TIMEOUT, verify=_certificates()) as client,
            client.stream(method, self.base + path, **kwargs) as response,
        ):
            body = b""
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > LONGEST_ANSWER or time.monotonic() > ends:
                    raise ValueError("the answer is too long or too slow")
        try:
            answer = json.loads(body)
        except ValueError:
            answer = {}
        return response.status_code, answer if isinstance(answer, dict) else {}
