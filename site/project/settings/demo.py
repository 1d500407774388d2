"""The demo county: everything on one machine, nothing to set."""

import secrets
from pathlib import Path

from project.settings.base import *
from project.settings.base import VAR
from project.settings.sqlite import sqlite


def _kept_secret(path: Path) -> str:
    """A key of this machine's own, made once: a constant in the code would be everybody's."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


def _kept_port(path: Path) -> int:
    """The port of the demo's platform, chosen when the county was made."""
    return int(path.read_text(encoding="ascii")) if path.exists() else 8090


DEBUG = False
SECRET_KEY = _kept_secret(VAR / "demo-secret-key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {"default": sqlite(VAR / "demo.sqlite3")}
# Where posts of the recording channels go: a server on this machine, started with the demo.
GUANWEI_RECORDING_URL = f"http://127.0.0.1:{_kept_port(VAR / 'demo-platform-port')}"
