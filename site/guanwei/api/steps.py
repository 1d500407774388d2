"""One step of a route: who signs what kind of decision, and how."""

from dataclasses import dataclass
from enum import StrEnum

from guanwei.api.citations import Citation
from guanwei.api.emergencies import TelephoneConsent
from guanwei.api.facts import Rule
from guanwei.api.whose import Whose


class StepKind(StrEnum):
    """审核, 核对, 发布. Reviews and checks are signed before the permit; a release acts on the permit."""

    REVIEW = "review"
    CHECK = "check"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A box on a step's signing screen. A ``binding`` one must be ticked to sign; others warn.

    With ``applies`` the box is there for the facts to which it applies alone; without, always.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    binding: bool = True
    applies: Rule | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A step that is signed on paper: by role, who brings the scan in and who compares it with the content.

    Both are posts of the managing unit, held by two different people, neither of whom signed the paper.
    """

    recorder: str
    confirmer: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a route: who signs what kind of decision, and the article that asks for it.

    ``group`` names a ``StepGroup`` of the route. ``signatures`` is how many different holders of the post
    must sign. ``subject`` is for ``Whose.OVERSEER_OF_SUBJECT``: the fact that names it, ``category`` or a
    declared field. With ``paper`` the post signs outside the system and may be nobody's within it.

    ``veto``: a holder of the post may end the submission (一票否决) until it is released. Such a step holds
    nobody up and may pass in silence, unless it is ``binding``: then it must sign like any other.
    ``may_edit``: whoever reviews here may change the text on the way; the supplying unit then confirms the
    changed parts, and only with that the signature counts. With ``layout_exempt`` a part whose words, pictures,
    links and attachments are as submitted, and only its layout another, asks for no such word; who signed it
    before signs it again like any part that changed.
    """

    id: str
    label: str
    kind: StepKind
    role: str
    whose: Whose
    cites: tuple[Citation, ...]
    open_to_contributor: bool = False
    checklist: tuple[ChecklistItem, ...] = ()
    telephone: TelephoneConsent | None = None
    group: str = ""
    signatures: int = 1
    subject: str = "category"
    paper: Paper | None = None
    veto: bool = False
    binding: bool = False
    may_edit: bool = False
    layout_exempt: bool = False

    @property
    def holds(self) -> bool:
        """Whether the chain waits for this step."""
        return self.binding or not self.veto


@dataclass(frozen=True, slots=True)
class StepGroup:
    """Neighbouring steps that wait side by side, signed in any order (会签).

    The group is done when ``quorum`` of its steps are signed; 0 means all.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    quorum: int = 0
