"""Where a request comes from. A header of a proxy counts only where the installation says how many stand in front."""

from ipaddress import ip_address
from typing import Any

from django.conf import settings

from guanwei.organisations.doors.record import Came


def address_of(request: Any) -> str:
    """The client's address: of ``X-Forwarded-For`` the entry that our own outermost proxy wrote.

    What stands left of it was sent by the client and is not believed.
    """
    proxies = settings.GUANWEI_PROXIES
    said = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if proxies and len(said) >= proxies and _is_address(said[-proxies]):
        return said[-proxies]
    return str(request.META.get("REMOTE_ADDR") or "")


def came(request: Any) -> Came:
    """For the record."""
    return Came(address_of(request), request.META.get("HTTP_USER_AGENT", ""))


def _is_address(said: str) -> bool:
    try:
        ip_address(said)
    except ValueError:
        return False
    return True
