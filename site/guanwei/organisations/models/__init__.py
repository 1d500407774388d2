"""Who there is: units, people, posts, delegations, activations."""

from guanwei.organisations.models.activation import Activation
from guanwei.organisations.models.people import Person
from guanwei.organisations.models.posts import Appointment, Delegation
from guanwei.organisations.models.units import Unit, UnitKind

__all__ = ["Activation", "Appointment", "Delegation", "Person", "Unit", "UnitKind"]
