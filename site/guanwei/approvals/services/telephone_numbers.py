"""Telephone numbers of calls: one spelling, shown in part, and looked at whole on the record (law L10)."""

import re
import unicodedata

from guanwei.approvals.models import NumberLook, TelephoneCall
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person

NUMBER = re.compile(r"\+?\d{5,15}")


def spelled(number: str) -> str:
    """One spelling for every number: plain digits without blanks and dashes; empty for what is none."""
    plain = re.sub(r"[\s\-()]", "", unicodedata.normalize("NFKC", number))
    return plain if NUMBER.fullmatch(plain) else ""


def masked(number: str) -> str:
    """The number as screens show it: its first three and last two digits (law L10)."""
    return f"{number[:3]}****{number[-2:]}"


def look_at_number(call: TelephoneCall, by: Person) -> str:
    """The whole number, with a line that ``by`` looked. Whether ``by`` may is asked before."""
    with acting(by, "telephone.look"):
        NumberLook.objects.create(call=call, person=by)
    return call.number
