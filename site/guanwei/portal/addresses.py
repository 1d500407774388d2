"""Addresses as people write them in the portal's settings: what is accepted, and how two are compared."""

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
HOST = re.compile(rf"(?:{LABEL}\.)*{LABEL}")
# Spaces, controls and what a browser would read as another address.
UNSAFE = re.compile(r"[\x00-\x20\x7f\\<>\"]")
# The system's own addresses: nobody is sent away from them.
OURS = ("/admin", "/api", "/static", "/media")


def valid_host(value: str) -> None:
    """A host name alone, in small letters: no scheme, port, path or user."""
    if len(value) > 253 or not HOST.fullmatch(value):
        raise ValidationError(
            _("“%(value)s”不是域名；只填域名本身，用小写，如 www.example.gov.cn。") % {"value": value}
        )


def valid_old_path(value: str) -> None:
    """A path of this site, with its query where it had one."""
    if not value.startswith("/") or value.startswith("//") or UNSAFE.search(value) or "#" in value:
        said = _("“%(value)s”不是本站地址；原地址从一个斜线起，不带域名、空格和井号，如 /info/1024.htm。")
        raise ValidationError(said % {"value": value})
    path = normal(value)
    if path == "/" or any(path == each or path.startswith(f"{each}/") for each in OURS):
        raise ValidationError(_("“%(value)s”是系统自己的地址，不能转走。") % {"value": value})


def valid_target(value: str) -> None:
    """A path of this site, or a whole http address."""
    if not UNSAFE.search(value):
        if value.startswith("/") and not value.startswith("//"):
            return
        parts = _split(value)
        if parts and parts.scheme in ("http", "https") and HOST.fullmatch((parts.hostname or "").lower()):
            return
    said = _(
        "“%(value)s”不能作为转到的地址；本站地址从一个斜线起，外站写以 http:// 或 https:// 开头的完整网址。"
    )
    raise ValidationError(said % {"value": value})


def _split(value: str) -> SplitResult | None:
    try:
        return urlsplit(value)
    except ValueError:
        return None


def normal(address: str) -> str:
    """The form in which addresses are compared: without a last slash, queries in order, escapes undone."""
    path, _mark, query = address.partition("?")
    path = unquote(path).rstrip("/") or "/"
    said = "&".join(f"{name}={value}" for name, value in sorted(parse_qsl(query, keep_blank_values=True)))
    return f"{path}?{said}" if said else path
