"""What can be done with units, posts and rules: one function per verb."""

from guanwei.organisations.services.posts import appoint, delegate, end_appointment, revoke_delegation
from guanwei.organisations.services.switching import switch_off, switch_on
from guanwei.organisations.services.units import add_unit, change_unit

__all__ = [
    "add_unit",
    "appoint",
    "change_unit",
    "delegate",
    "end_appointment",
    "revoke_delegation",
    "switch_off",
    "switch_on",
]
