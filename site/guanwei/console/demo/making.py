"""Makes the demo's database whole or not at all: built beside its place, then moved there in one step."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, connections
from django.utils.translation import gettext as _

from guanwei.console.demo.building import build, is_built
from guanwei.console.demo.platform import POSTS, free_port, keep_port
from guanwei.console.demo.quiet import rarely_collecting
from guanwei.console.new_database import models_on_demand
from guanwei.delivery.recording_server import RecordingServer
from guanwei.organisations.models import Person

PART = ".part"
# Nothing is lost with a part that a power cut spoils: it is thrown away and built anew.
CARELESS = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
Say = Callable[[str], object]


def make_demo(port: int, say: Say) -> bool:
    """The demo's database, migrated and whole. True where it was built now."""
    place = Path(connection.settings_dict["NAME"])
    with rarely_collecting():
        if place.exists():
            _migrate()
            if is_built():
                return False
            refuse_other_data(place)
        say(_("正在建立演示县（约一分钟）……"))
        _build_beside(place, port)
    return True


def _migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def refuse_other_data(place: Path) -> None:
    """A database that only stood empty may go; one in which somebody works may not."""
    if Person.objects.exists():
        raise CommandError(
            _("%(file)s 里有别的数据，演示县不会覆盖它；请先把这个文件移走，再运行一次。") % {"file": place},
            returncode=1,
        )


def _build_beside(place: Path, port: int) -> None:
    connections.close_all()
    part = place.with_name(place.name + PART)
    posts = place.with_name(POSTS)
    _clear(part, posts.with_name(POSTS + PART), Path(settings.MEDIA_ROOT))
    platform = RecordingServer(free_port(), posts.with_name(POSTS + PART)).start()
    try:
        with _database_at(part):
            with models_on_demand():
                _migrate()
            build(platform, port)
    finally:
        platform.shutdown()
        platform.server_close()
    keep_port(platform.server_port)
    _clear(*_beside(place))
    if (taken := posts.with_name(POSTS + PART)).exists():
        os.replace(taken, posts)
    # The last step: until here, the next run begins anew.
    os.replace(part, place)


def _beside(place: Path) -> list[Path]:
    """What SQLite keeps beside a database: it must not be taken for the new one's."""
    return [place, place.with_name(place.name + "-wal"), place.with_name(place.name + "-shm")]


def _clear(*paths: Path) -> None:
    """Remove what an interrupted run left: files that no whole database names."""
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


@contextmanager
def _database_at(path: Path) -> Iterator[None]:
    """Work in the file ``path`` instead of the database's own."""
    known, options = connection.settings_dict, connection.settings_dict["OPTIONS"]
    before = known["NAME"], options["init_command"]
    known["NAME"], options["init_command"] = path, CARELESS
    try:
        yield
    finally:
        connections.close_all()
        known["NAME"], options["init_command"] = before
