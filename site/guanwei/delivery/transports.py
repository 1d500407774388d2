"""What a channel's transport must do, and the four things it may answer."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, runtime_checkable

from guanwei.api import Channel


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has it, at ``address``. Of a push, ``addresses`` names each article's, in its order."""

    address: str
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotSent:
    """The platform surely doesn't have it. ``reason`` completes the sentence for the person who retries."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have it. Nothing is repeated until the platform, or a person, says."""

    reason: str


@dataclass(frozen=True, slots=True)
class Pending:
    """The platform took it in and is still deciding: a review, a publishing job. Ask again by ``find``."""

    reason: str


Outcome = Sent | NotSent | Unknown | Pending


@dataclass(frozen=True, slots=True)
class Recalled:
    """The platform says that it no longer shows it."""


@dataclass(frozen=True, slots=True)
class NotRecalled:
    """The platform surely still shows it. ``reason`` completes the sentence for the person who asked."""

    reason: str


RecallOutcome = Recalled | NotRecalled | Unknown


class Transport(Protocol):
    """Sends to one channel. Called outside any transaction, with the journal already written.

    Both calls return within ``guanwei.delivery.services.claims.CALL_SECONDS``. ``find`` only reads.
    """

    def send(self, key: str, message: dict[str, Any]) -> Outcome:
        """Send ``message`` under the marker ``key``.

        ``message["files"]`` holds the bytes of its pictures by SHA-256, compared with what was signed.
        """

    def find(self, key: str) -> Outcome:
        """Look whether what carries ``key`` arrived."""


@runtime_checkable
class Recalls(Protocol):
    """A transport that can also take back. Its channel's declaration says so: ``can_withdraw``."""

    def withdraw(self, key: str, address: str) -> RecallOutcome:
        """Take back what carries ``key`` at ``address``. Whether it worked is asked afterwards by ``find``."""


def transport_of(channel: Channel) -> Transport:
    """The class that ``channel.transport`` names, made without arguments. ImportError where it is gone."""
    module, _colon, attribute = channel.transport.partition(":")
    try:
        made: Transport = getattr(import_module(module), attribute)()
    except (AttributeError, ValueError) as error:
        raise ImportError(f"{channel.transport} can't be loaded") from error
    return made
