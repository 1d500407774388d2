"""The declared channel of a delivery."""

from guanwei import registry
from guanwei.api import Channel


def channel_named(channel_id: str) -> Channel | None:
    """The declaration; None where its plugin is gone."""
    return registry.catalogue().channel(channel_id)


def takes_address(channel_id: str) -> bool:
    """Whether an address that a person found on the platform can be checked and recorded."""
    channel = channel_named(channel_id)
    return channel is not None and bool(channel.address_pattern)


def is_manual(channel_id: str) -> bool:
    """Whether a person publishes by hand from a package."""
    channel = channel_named(channel_id)
    return channel is not None and not channel.transport
