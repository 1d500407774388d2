"""How a portal looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """A portal theme: the package that holds ``templates/`` and ``static/``."""

    id: str
    label: str
    package: str
    description: str = ""
