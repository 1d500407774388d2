"""No test reaches another machine."""

import socket
from collections.abc import Callable

import pytest
from loopback import LeftTheMachineError


def connect(address: tuple[str, int]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as caller:
        caller.connect(address)


def send(address: tuple[str, int]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as caller:
        caller.sendto(b"", address)


def look_up(address: tuple[str, int]) -> None:
    socket.getaddrinfo(*address)


@pytest.mark.parametrize(
    ("act", "host"),
    [(connect, "192.0.2.1"), (send, "192.0.2.1"), (look_up, "192.0.2.1"), (look_up, "guanwei.invalid")],
)
def test_another_machine_is_refused(act: Callable[[tuple[str, int]], None], host: str) -> None:
    with pytest.raises(LeftTheMachineError, match=host):
        act((host, 9))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_is_reached(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        connect((host, server.getsockname()[1]))
        caller, _ = server.accept()
        caller.close()
