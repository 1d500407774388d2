"""What a channel's transport must do, and the three things it may answer."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from guanwei.api import Channel


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has it, at ``address``."""

    address: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """The platform surely doesn't have it. ``reason`` completes the sentence for the person who retries."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have it. Nothing is repeated until the platform, or a person, says."""

    reason: str


Outcome = Sent | NotSent | Unknown


class Transport(Protocol):
    """Sends to one channel. Called outside any transaction, with the journal already written.

    Both calls return within ``guanwei.delivery.services.claims.CLAIM_SECONDS``. ``find`` only reads.
    """

    def send(self, key: str, message: dict[str, Any]) -> Outcome:
        """Send ``message`` under the marker ``key``."""

    def find(self, key: str) -> Outcome:
        """Look whether what carries ``key`` arrived."""


def transport_of(channel: Channel) -> Transport:
    """The class that ``channel.transport`` names, made without arguments. ImportError where it is gone."""
    module, _colon, attribute = channel.transport.partition(":")
    try:
        made: Transport = getattr(import_module(module), attribute)()
    except (AttributeError, ValueError) as error:
        raise ImportError(f"{channel.transport} can't be loaded") from error
    return made
