"""What can be done with units, posts and rules: one function per verb."""

from guanwei.organisations.services.posts import appoint, delegate, end_appointment, revoke_delegation
from guanwei.organisations.services.switching import switch_off, switch_on

__all__ = [
    "appoint",
    "delegate",
    "end_appointment",
    "revoke_delegation",
    "switch_off",
    "switch_on",
]
