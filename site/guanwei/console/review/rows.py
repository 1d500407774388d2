"""One row of 等我处理."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One thing that waits. ``again``: this post has decided on it before and it changed since.

    ``clock`` says how much time is left, where something runs against one. ``priority``: 优先发布.
    """

    url: str
    title: str
    task: str
    supplier: str
    kind: str
    channels: str
    why: str
    since: datetime
    again: bool = False
    clock: str = ""
    priority: bool = False
