"""A published document split into passages. What the print lost is told, never guessed."""

from guanwei.regulations.passages import Block, Passage, Remark, Split
from guanwei.regulations.splitting.whole import Elsewhere, split

__all__ = ["Block", "Elsewhere", "Passage", "Remark", "Split", "split"]
