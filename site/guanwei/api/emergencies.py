"""What a rule may say of emergencies (突发): consent by telephone now, a second review on a clock afterwards.

A route that carries a ``SecondReview`` is an emergency route. It may only apply to facts whose urgency is
``Urgency.EMERGENCY``, and only its steps may accept consent by telephone.
"""

from dataclasses import dataclass

from guanwei.api.citations import Citation
from guanwei.api.whose import Whose

LONGEST_HOURS = 30 * 24
"""A second review due later than this is taken for a mistake of the declaration."""


@dataclass(frozen=True, slots=True)
class TelephoneConsent:
    """A step may be signed by a call: the post's holder says yes, and another person records the call.

    ``recorder`` is the role, held at ``whose``, of those who may record it. The holder is the signer; the
    recorder is another person, and one who might sign a review of this content: no contributor of it.
    """

    recorder: str
    whose: Whose
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SecondReviewStep:
    """One signature given afterwards, in person, on what went out. Several may be given in any order."""

    id: str
    label: str
    role: str
    whose: Whose
    cites: tuple[Citation, ...]
    open_to_contributor: bool = False


@dataclass(frozen=True, slots=True)
class SecondReview:
    """补审: what is signed after an emergency release, within ``within_hours`` of its first part going out.

    At that moment it escalates to the holders of ``escalates_to`` at ``escalates_whose``, and again every
    day until it is done. Whoever consented by telephone signs afterwards too, whatever ``steps`` says.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    steps: tuple[SecondReviewStep, ...]
    within_hours: int
    escalates_to: str
    escalates_whose: Whose
