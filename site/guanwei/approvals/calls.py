"""A consent by telephone whose facts were checked: what the signature that rests on it is given."""

from dataclasses import dataclass
from datetime import datetime

from guanwei.approvals.models import SignOff, TelephoneCall
from guanwei.organisations.queries.seats import Seat


@dataclass(frozen=True, slots=True)
class CallRecord:
    """A call whose facts were checked, for the signature that rests on it."""

    recorder: Seat
    consented_at: datetime
    number: str
    cites: list[dict[str, object]]

    def keep(self, sign_off: SignOff) -> None:
        """Write it beside the signature, before anything follows from that."""
        TelephoneCall.objects.create(
            sign_off=sign_off,
            recorder=self.recorder.person,
            appointment=self.recorder.appointment,
            delegation=self.recorder.delegation,
            consented_at=self.consented_at,
            number=self.number,
            read_out=sign_off.parts,
            cites=self.cites,
        )
