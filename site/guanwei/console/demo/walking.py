"""One manuscript or push on its way: each act by the right person, some minutes after the one before."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import draft_of, family_of
from guanwei.console.demo.county import Built
from guanwei.console.demo.desks import DESKS, Desk
from guanwei.console.demo.pieces import Piece, PushPiece
from guanwei.console.demo.times import at, moment
from guanwei.console.demo.writing import order, write
from guanwei.delivery.recording_server import RecordingServer
from guanwei.organisations.models import Person
from guanwei.publishing.models import Release


@dataclass
class Walk:
    """The manuscript, its submission and release as far as it has come, and the moment of the next act."""

    built: Built
    piece: Piece | PushPiece
    platform: RecordingServer
    time: datetime
    obj: Any = None
    submission: Submission | None = None
    release: Release | None = None

    @property
    def desk(self) -> Desk:
        """Who works on it."""
        return DESKS[self.piece.desk]

    def person(self, username: str) -> Person:
        """Somebody of the county."""
        return self.built.people[username]

    @property
    def editor(self) -> Person:
        """Who wrote it."""
        return self.person(self.piece.editor or self.desk.editor)

    @property
    def publisher(self) -> Person:
        """Who releases it."""
        return self.person(self.desk.publisher)

    def draft(self) -> Any:
        """The latest draft."""
        return draft_of(family_of(self.obj), self.obj.pk)

    def standing(self) -> Submission:
        """The submission as it stands now."""
        if self.submission is None:
            raise LookupError(f"{self.piece.key} was not submitted")
        return Submission.objects.get(pk=self.submission.pk)

    @contextmanager
    def after(self, minutes: int) -> Iterator[datetime]:
        """Act ``minutes`` later than the act before."""
        self.time += timedelta(minutes=minutes)
        with at(self.time):
            yield self.time


def walk(built: Built, piece: Piece | PushPiece, platform: RecordingServer) -> None:
    """Write ``piece`` and let everything happen to it that its fate holds."""
    going = Walk(built, piece, platform, moment(piece.day, piece.hour))
    with at(going.time):
        if isinstance(piece, PushPiece):
            going.obj = order(built, going.desk, piece)
        else:
            going.obj = write(built, going.desk, piece)
    for act in piece.fate:
        act(going)
