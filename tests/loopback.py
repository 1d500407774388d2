"""Keeps the tests on this machine: a connection or a look-up that leaves the loopback range is an error.

An audit hook sees every Python socket, whoever made it, and can't be forgotten by a test.
"""

import ipaddress
import sys
from typing import Any


class LeftTheMachineError(RuntimeError):
    """A test tried to reach another machine."""


def keep_tests_here() -> None:
    """Install the guard for the rest of this process."""
    sys.addaudithook(_refuse_other_machines)


def _refuse_other_machines(event: str, arguments: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        # A Unix socket's address is a path, of this machine by nature.
        host = address[0] if isinstance(address, tuple) else None
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = arguments[0]
    else:
        return
    if host is not None and not _is_here(host):
        raise LeftTheMachineError(f"a test tried to reach {host!r}; tests talk to this machine alone")


def _is_here(host: str | bytes) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
