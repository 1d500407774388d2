"""What a delivery's state may become, as data. The services move by it, and so does the database (law L7)."""

from guanwei.delivery.models import Delivery
from guanwei.delivery.models import DeliveryState as State

# Nothing leads from a state in which the platform may have it to one from which it would be sent again,
# but by way of FAILED: there somebody has said that it surely isn't out.
WAYS: dict[State, frozenset[State]] = {
    State.PREPARED: frozenset(
        {State.IN_FLIGHT, State.WAITING_PERSON, State.HELD, State.WITHDRAWN, State.IN_PUSH}
    ),
    # Back to PREPARED only where no call had been announced.
    State.IN_FLIGHT: frozenset(
        {
            State.PREPARED,
            State.SENT,
            State.PENDING,
            State.UNKNOWN,
            State.FAILED,
            State.HELD,
            State.WAITING_PERSON,
        }
    ),
    State.UNKNOWN: frozenset({State.SENT, State.PENDING, State.FAILED}),
    State.PENDING: frozenset({State.SENT, State.FAILED, State.UNKNOWN}),
    # Outdated packages are prepared anew.
    State.WAITING_PERSON: frozenset({State.SENT, State.PREPARED, State.HELD, State.WITHDRAWN, State.IN_PUSH}),
    State.FAILED: frozenset({State.PREPARED, State.WITHDRAWN, State.IN_PUSH}),
    State.HELD: frozenset({State.PREPARED, State.WITHDRAWN, State.IN_PUSH}),
    # The push carries it. Where the push falls, a person decides. Withdrawn: deleted after the push was out.
    State.IN_PUSH: frozenset({State.HELD, State.WITHDRAWN}),
    # Recalled from the platform.
    State.SENT: frozenset({State.WITHDRAWN}),
    State.WITHDRAWN: frozenset(),
}


class WrongWayError(Exception):
    """A step that no delivery takes: a fault of the code, and nothing of the transaction is kept."""


def move(row: Delivery, state: State) -> None:
    """Let ``row`` stand in ``state``. The caller saves."""
    if state != row.state and state not in WAYS[State(row.state)]:
        raise WrongWayError(f"a delivery that is {row.state} can't become {state}")
    row.state = state


def steps() -> list[str]:
    """Every step as ``from>to``, in a fixed order: for the database's own check."""
    return sorted(f"{was}>{now}" for was, others in WAYS.items() for now in others)
