"""A word of a dictionary."""

from dataclasses import dataclass

from guanwei.api.screenings import FindingType

# What a person still calls a word; also how much of a text must be looked at to find one.
TERM_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class Term:
    """``text`` as the list writes it, ``right`` the form to put in its place, ``dictionary`` the list's name.

    ``allow``: what is found inside of it, of the same ``type``, isn't meant. A term whose bare form has fewer than
    two characters finds nothing. Where a text has exactly the right form, or the term inside of it, that is no hit.
    """

    text: str
    type: FindingType
    right: str = ""
    dictionary: str = ""
    allow: bool = False
