"""Ways out, and what they take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """A channel's limits in characters and counts; None means none is known.

    ``*_warn`` are limits over which the platform may still accept: they warn, the others block.
    ``articles_a_push`` is how many articles one push holds, ``pushes_a_*`` how many pushes an account sends
    in a day or a month of the office's calendar.
    """

    title_chars: int | None = None
    title_warn: int | None = None
    digest_chars: int | None = None
    text_chars: int | None = None
    text_warn: int | None = None
    images: int | None = None
    cover_required: bool = False
    articles_a_push: int | None = None
    pushes_a_day: int | None = None
    pushes_a_month: int | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out. ``transport`` is the dotted path (``module:attribute``) of the class that delivers,
    imported by the worker alone; an empty one means that a person publishes by hand from a package.
    ``can_withdraw``: the transport can take a sent post back; otherwise a person deletes it by hand.
    """

    id: str
    label: str
    platform: str
    limits: Limits
    transport: str = ""
    address_pattern: str = ""
    address_hint: str = ""
    can_withdraw: bool = False
