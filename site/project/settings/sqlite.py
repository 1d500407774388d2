"""The embedded database: WAL, IMMEDIATE transactions, a busy timeout (architecture, settled questions)."""

from pathlib import Path
from typing import Any


def sqlite(path: Path) -> dict[str, Any]:
    """The DATABASES entry of one SQLite file."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }
