"""A text with what people marked in it."""

from dataclasses import dataclass
from enum import StrEnum

from guanwei.api.screenings import FindingType
from guanwei.screening.engine.hits import About


class Where(StrEnum):
    """What of a text a label speaks of. ``TOUCHING``: anything within or around the quoted list of names."""

    QUOTE = "quote"
    TOUCHING = "touching"
    WHOLE = "whole"
    START = "start"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Label:
    """``text[start:end]`` is to be found. ``legitimate``: it may be pointed at, but not as if it were meant."""

    type: FindingType
    start: int
    end: int
    where: Where = Where.QUOTE
    legitimate: bool = False


@dataclass(frozen=True, slots=True)
class LabelledText:
    """``alike`` names what a clean text could be taken for; empty for an ordinary one."""

    id: str
    genre: str
    text: str
    about: About
    labels: tuple[Label, ...]
    alike: str = ""

    @property
    def clean(self) -> bool:
        """Nothing in it must not go out."""
        return all(label.legitimate for label in self.labels)
