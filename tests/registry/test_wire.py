"""The line to a rule process: whole messages, waited for no longer than asked, and nothing else taken for one."""

import os
import socket
from collections.abc import Iterator

import pytest
from guanwei.registry.wire import CHUNK, BrokenWireError, Wire

Ends = tuple[Wire, Wire, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    """Ours, theirs, and the socket behind theirs."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Wire(ours), Wire(theirs), theirs


def test_messages_come_whole_and_in_order(ends: Ends) -> None:
    ours, theirs, _line = ends
    sent = ["汛" * CHUNK, ("二", 2), None]
    for each in sent[1:]:
        theirs.send(each)
    assert [ours.receive(1), ours.receive(1)] == sent[1:]
    theirs.send(sent[0][:1000])
    theirs.send("last")
    assert [ours.receive(1), ours.receive(1)] == [sent[0][:1000], "last"]


def test_half_a_message_is_waited_for_and_kept(ends: Ends) -> None:
    ours, _theirs, line = ends
    spare, written = socket.socketpair()
    with spare, written:
        Wire(written).send("whole")
        packed = spare.recv(CHUNK)
    line.sendall(packed[:-2])
    with pytest.raises(TimeoutError):
        ours.receive(0.01)
    line.sendall(packed[-2:])
    assert ours.receive(1) == "whole"


@pytest.mark.parametrize(
    "scribbled", [b"scribbled over", b"\x00" * 7 + b"\x02no"], ids=["no length", "no message"]
)
def test_what_is_no_message_breaks_the_line_and_is_not_waited_for(ends: Ends, scribbled: bytes) -> None:
    ours, _theirs, line = ends
    line.sendall(scribbled)
    with pytest.raises(BrokenWireError):
        ours.receive(1)


def test_whoever_waits_hears_that_the_other_end_is_gone(ends: Ends) -> None:
    ours, theirs, _line = ends
    theirs.close()
    with pytest.raises(BrokenWireError):
        ours.receive()
    with pytest.raises(BrokenWireError):
        ours.send("anybody")


def test_a_fork_lets_go_of_the_line_and_it_stays_whole(ends: Ends) -> None:
    ours, theirs, line = ends
    Wire(socket.socket(fileno=os.dup(line.fileno()))).forget()
    theirs.send("still here")
    assert ours.receive(1) == "still here"
