"""All manuscripts of the demo county, oldest first."""

from guanwei.console.demo.manuscripts import education, emergency, office, water
from guanwei.console.demo.pieces import Piece

ALL: tuple[Piece, ...] = tuple(
    sorted(
        (*office.PIECES, *water.PIECES, *emergency.PIECES, *education.PIECES),
        key=lambda piece: (-piece.day, piece.hour),
    )
)
