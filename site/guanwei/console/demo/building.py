"""Builds the whole county, once, into the database at hand."""

from collections.abc import Iterable

from guanwei.console.demo.county import Built, found_county, open_accounts
from guanwei.console.demo.manuscripts import ALL
from guanwei.console.demo.people import delegate_in_writing, engage, put_in_posts
from guanwei.console.demo.pictures import keep_pictures
from guanwei.console.demo.pieces import Piece, PushPiece
from guanwei.console.demo.quiet import quick_and_quiet
from guanwei.console.demo.times import at, moment
from guanwei.console.demo.walking import walk
from guanwei.delivery.recording_server import RecordingServer
from guanwei.organisations.models import Unit, UnitKind

# Working days back.
FOUNDED, ENGAGED, DELEGATED = 40, 39, 12


def is_built() -> bool:
    """Whether a county stands in the database."""
    return Unit.objects.filter(kind=UnitKind.COUNTY).exists()


def build(platform: RecordingServer, port: int, pieces: Iterable[Piece | PushPiece] = ALL) -> Built:
    """The county with ``pieces`` in all their states. Posts really go to ``platform``.

    ``port`` is where the portal will be served on this machine. The database must be empty and migrated.
    """
    with quick_and_quiet(platform.url):
        built = _people_and_places(port)
        for piece in pieces:
            walk(built, piece, platform)
    return built


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
