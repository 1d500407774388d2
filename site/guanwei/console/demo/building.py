"""Builds the whole county, once, into the database at hand."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.conf import settings

from guanwei import registry
from guanwei.console.demo.county import Built, found_county, open_accounts
from guanwei.console.demo.manuscripts import ALL
from guanwei.console.demo.people import delegate_in_writing, engage, put_in_posts
from guanwei.console.demo.pictures import keep_pictures
from guanwei.console.demo.pieces import Piece
from guanwei.console.demo.times import at, moment
from guanwei.console.demo.walking import walk
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.worker import one_round
from guanwei.organisations.models import Unit, UnitKind

FOUNDED, ENGAGED, DELEGATED = 40, 39, 12
ROUNDS = 20


def is_built() -> bool:
    """Whether a county stands in the database."""
    return Unit.objects.filter(kind=UnitKind.COUNTY).exists()


def build(platform: RecordingServer, port: int, pieces: Iterable[Piece] = ALL) -> Built:
    """The county with ``pieces`` in all their states. Posts really go to ``platform``.

    ``port`` is where the portal will be served on this machine. The database must be empty and migrated.
    """
    with _quick_and_quiet(platform.url):
        built = _people_and_places(port)
        for piece in pieces:
            walk(built, piece, platform)
        _finish_jobs()
    return built


@contextmanager
def _quick_and_quiet(platform: str) -> Iterator[None]:
    """Rules in this process, posts to ``platform``, and no mail about what happened weeks ago."""
    said = settings.EMAIL_BACKEND, getattr(settings, "GUANWEI_RECORDING_URL", "")
    rules = registry.configuration()
    registry.configure(mode="inline")
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    settings.GUANWEI_RECORDING_URL = platform
    try:
        yield
    finally:
        settings.EMAIL_BACKEND, settings.GUANWEI_RECORDING_URL = said
        registry.configure(rules.mode, rules.time_limit, rules.extra)


def _people_and_places(port: int) -> Built:
    with at(moment(FOUNDED, "09:00")):
        built = found_county(port)
    with at(moment(ENGAGED, "09:00")):
        engage(built)
        put_in_posts(built)
        open_accounts(built, built.people["county-administrator"])
        built.pictures = keep_pictures()
    with at(moment(DELEGATED, "08:00")):
        delegate_in_writing(built)
    return built


def _finish_jobs() -> None:
    """Jobs that the past left behind: done now, so that serving doesn't begin with a flood of them."""
    for _round in range(ROUNDS):
        one_round("demo")
