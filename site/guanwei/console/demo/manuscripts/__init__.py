"""All manuscripts and pushes of the demo county, oldest first."""

from guanwei.console.demo.manuscripts import education, emergency, office, police, pushes, veterans, water
from guanwei.console.demo.pieces import Piece, PushPiece

ALL: tuple[Piece | PushPiece, ...] = tuple(
    sorted(
        (
            *office.PIECES,
            *water.PIECES,
            *emergency.PIECES,
            *education.PIECES,
            *police.PIECES,
            *veterans.PIECES,
            *pushes.PIECES,
        ),
        key=lambda piece: (-piece.day, piece.hour),
    )
)
