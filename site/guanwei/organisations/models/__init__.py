"""Who there is: units, people, posts, delegations, activations."""

from guanwei.organisations.models.activation import Activation
from guanwei.organisations.models.doors import DoorEntry, DoorEvent, FactorDemand, PasswordUse, Tally
from guanwei.organisations.models.factors import Authenticator, RecoveryCode
from guanwei.organisations.models.people import Person
from guanwei.organisations.models.posts import Appointment, Delegation
from guanwei.organisations.models.units import Unit, UnitKind

__all__ = [
    "Activation",
    "Appointment",
    "Authenticator",
    "Delegation",
    "DoorEntry",
    "DoorEvent",
    "FactorDemand",
    "PasswordUse",
    "Person",
    "RecoveryCode",
    "Tally",
    "Unit",
    "UnitKind",
]
