"""What a split gives: passages that a citation can open, and remarks on what the print lacks."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Block:
    """One printed paragraph. ``label`` is its item number as printed (``（一）``, ``1)``); empty for a 款."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One article, one part or item of a notice, or what stands before and after them.

    ``key`` says what it is: ``条11``, ``部2.1.12``, ``附件1``, ``导语``. A passage whose label the print lost
    has a key of its place alone (``章2.1``: the first of chapter two), and ``printed`` is False.
    ``chapter`` and ``nth`` are its place; ``heading`` is the chapter's or part's heading that it opens.
    """

    document: str
    key: str
    label: str
    blocks: tuple[Block, ...]
    printed: bool = True
    chapter: int = 0
    nth: int = 0
    heading: str = ""

    @property
    def text(self) -> str:
        """All of it, label by label."""
        return "\n".join(f"{each.label}{each.text}" for each in self.blocks)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the print lacks or doubles. ``where`` is the place, ``said`` a sentence for the office."""

    code: str
    where: str
    said: str


@dataclass
class Split:
    """A document read to its end."""

    passages: list[Passage] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
