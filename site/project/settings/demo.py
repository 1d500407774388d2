"""The demo county: everything on one machine, nothing to set."""

import secrets
from pathlib import Path

from project.settings.base import *  # noqa: F403
from project.settings.base import VAR
from project.settings.sqlite import sqlite


def _kept_secret(path: Path) -> str:
    """A key of this machine's own, made once: a constant in the code would be everybody's."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


DEBUG = False
SECRET_KEY = _kept_secret(VAR / "demo-secret-key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {"default": sqlite(VAR / "demo.sqlite3")}
