"""The line between a lane and its rule process: whole messages over a socket, waited for with a limit.

Not multiprocessing's own connection: after bytes that a rule scribbled over every descriptor it would wait for ever.
"""

import pickle
import socket
import struct
from contextlib import suppress
from time import monotonic
from typing import Any

HEADER = struct.Struct("!Q")

MOST = 64 * 2**20
"""Bytes of one message; what announces more is none of ours."""

CHUNK = 2**16


class BrokenWireError(Exception):
    """The other end is gone, or what came from there is no message."""


class Wire:
    """One end. Either end sends and receives in turn, in one thread at a time."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._come = bytearray()

    def send(self, message: object) -> None:
        """Raises BrokenWireError; what can't be pickled raises as it does."""
        packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        try:
            self._line.settimeout(None)
            self._line.sendall(HEADER.pack(len(packed)) + packed)
        except OSError as error:
            raise BrokenWireError from error

    def receive(self, timeout: float | None = None) -> Any:
        """The next message. Raises BrokenWireError, or TimeoutError: what came so far is kept."""
        last = None if timeout is None else monotonic() + timeout
        while (packed := self._whole()) is None:
            self._read(last)
        try:
            return pickle.loads(packed)  # noqa: S301 - plugins are trusted code; this guards against mistakes
        except Exception as error:
            raise BrokenWireError from error

    def close(self) -> None:
        """Whoever waits at either end hears of it."""
        with suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)
        self._line.close()

    def forget(self) -> None:
        """In a fork: the line itself stays its owner's."""
        self._line.close()

    def _read(self, last: float | None) -> None:
        try:
            # Nought would mean "don't wait" and raise another error.
            self._line.settimeout(None if last is None else max(last - monotonic(), 0.001))
            more = self._line.recv(CHUNK)
        except TimeoutError:
            raise
        except OSError as error:
            raise BrokenWireError from error
        if not more:
            raise BrokenWireError
        self._come += more

    def _whole(self) -> bytes | None:
        """The next message, once all of it has come."""
        if len(self._come) < HEADER.size:
            return None
        (size,) = HEADER.unpack_from(self._come)
        if size > MOST:
            raise BrokenWireError
        ends = HEADER.size + size
        if len(self._come) < ends:
            return None
        packed = bytes(self._come[HEADER.size : ends])
        del self._come[:ends]
        return packed
