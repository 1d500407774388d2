"""One demo at a time in one folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold ``folder``; the lock falls with the process, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "demo.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CommandError(
                _("演示已经在运行（或正在建立），数据在 %(folder)s；请先停下它，再运行一次。")
                % {"folder": folder},
                returncode=1,
            ) from None
        yield
