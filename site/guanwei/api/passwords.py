"""What a regulation asks of passwords."""

from dataclasses import dataclass

from guanwei.api.citations import Citation


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """What a regulation asks of the passwords of people who hold a post where it is in force.

    ``classes`` counts digits, letters and other signs: 1 to 3 of them. ``max_age_months`` are calendar months,
    0 for no end. ``history`` is how many earlier passwords may not come back. Of several policies in force
    the strictest value of each counts; nothing declared here can fall below the system's own floor.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    min_length: int = 0
    classes: int = 1
    max_age_months: int = 0
    history: int = 0
