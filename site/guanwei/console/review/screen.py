"""What the signing screen shows. What is shown and what is signed come from one reading of the draft."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import cached_property

from guanwei.api import Refusal, StepKind
from guanwei.approvals.governed import governed_of
from guanwei.approvals.models import Return, RouteStep, SignOff, Submission, SubmissionState
from guanwei.approvals.queries.standing import Standing, standing
from guanwei.approvals.services.seating import decides_late
from guanwei.approvals.services.sign_checks import refusals_at
from guanwei.approvals.subjects import draft_of, row_of
from guanwei.audit.canonical import digests
from guanwei.audit.models import Snapshot
from guanwei.console.review.beside import Beside, beside
from guanwei.console.review.chain import ChainStep, chain_of
from guanwei.console.review.changes import PartChange, changes, plain_content
from guanwei.console.review.naming import names_for
from guanwei.console.review.readable import Line, lines_of
from guanwei.organisations.models import Person
from guanwei.publishing.queries.snapshots import object_of

SIGN, RELEASE, READ = "sign", "release", "read"


@dataclass
class SigningScreen:
    """One submission before one person. ``mode``: sign, release or read."""

    submission: Submission
    person: Person
    refusals: list[Refusal] = field(default_factory=list)

    @cached_property
    def now(self) -> Standing:
        return standing(self.submission)

    @cached_property
    def obj(self) -> Any:
        """The manuscript as it will be: what the permit names once there is one, the draft before."""
        if self.submission.state == SubmissionState.OPEN:
            return draft_of(self.submission.family, self.submission.object_id)
        permit = getattr(self.submission, "permit", None)
        return object_of(permit.snapshot if permit else self.submission.snapshot)

    @cached_property
    def content(self) -> dict[str, Any]:
        governed = governed_of(self.obj)
        return governed.parts(self.obj) if governed else {}

    @cached_property
    def shown(self) -> dict[str, str]:
        """The digest of each part on the screen."""
        return digests(self.content)

    @cached_property
    def chain(self) -> list[ChainStep]:
        return chain_of(self.submission, self.now)

    @cached_property
    def _desk(self) -> tuple[RouteStep | None, list[Refusal]]:
        """Of the steps that wait, the one that waits for this person; else the first, and why it doesn't."""
        waiting = [each.step for each in self.chain if each.state == "waiting"]
        tried = [(step, refusals_at(step, self.person, self.now, self.submission)) for step in waiting]
        mine = next((each for each in tried if not each[1]), None)
        return mine or (tried[0] if tried else (None, []))

    @property
    def step(self) -> RouteStep | None:
        """The step that waits."""
        return self._desk[0]

    @property
    def why_not(self) -> list[Refusal]:
        """Why this person can't decide here; empty when they can."""
        return self._desk[1]

    @cached_property
    def beside(self) -> Beside:
        """What else they may do."""
        return beside(self.submission, self.person, self.now)

    @property
    def mode(self) -> str:
        if self.step is None or self.why_not:
            return READ
        return RELEASE if self.step.kind == StepKind.RELEASE else SIGN

    @property
    def may_send_back(self) -> bool:
        """Whoever may sign or release what waits, and whoever brings a paper in."""
        return self.mode != READ or self.beside.record

    @cached_property
    def unsigned(self) -> tuple[str, ...]:
        """Parts that the waiting step has not signed yet."""
        step = self.step
        return next((each.unsigned for each in self.now.steps if step and each.step.pk == step.pk), ())

    @cached_property
    def looked_at(self) -> SignOff | Return | None:
        """What this step last decided on this manuscript, in this try or an earlier one."""
        if self.step is None:
            return None
        same = {
            "submission__family": self.submission.family,
            "submission__object_id": self.submission.object_id,
            "step__step": self.step.step,
        }
        decided: list[SignOff | Return] = [
            each
            for model in (SignOff, Return)
            for each in model.objects.filter(**same).select_related("snapshot", "person").order_by("-pk")[:1]
        ]
        return max(decided, key=lambda each: each.decided_at, default=None)

    @cached_property
    def changes(self) -> list[PartChange]:
        """Since this step last looked; empty the first time."""
        if self.looked_at is None:
            return []
        before: Snapshot = self.looked_at.snapshot
        after = plain_content(self.content)
        return changes(before.content, after, names_for([before.content, after]))

    @cached_property
    def facts(self) -> list[Line]:
        """What a manuscript states beside its text: signed with it, so shown with it."""
        if not hasattr(self.obj, "extra"):
            return []
        stated = plain_content({"facts": self.content["facts"]})
        return lines_of("facts", stated["facts"], names_for([stated]))

    @cached_property
    def edited(self) -> list[PartChange]:
        """What was changed in review and the supplying unit is asked about, against what it submitted."""
        before = {part: self.submission.snapshot.content.get(part) for part in self.beside.edited}
        after = plain_content({part: self.content[part] for part in self.beside.edited})
        return changes(before, after, names_for([before, after]))

    @cached_property
    def live(self) -> bool:
        row = row_of(self.submission.family, self.submission.object_id)
        return bool(row is not None and row.live)

    @cached_property
    def variants(self) -> list[Any]:
        return list(self.obj.variants.all()) if hasattr(self.obj, "variants") else []

    @cached_property
    def deciding(self) -> bool:
        """Whether this person decides in the place of a unit concerned that is late."""
        step = self.step
        return self.mode == SIGN and step is not None and decides_late(step, self.person)

    @property
    def unticked(self) -> list[SignOff]:
        """Signatures given with open boxes: whoever signs next is told."""
        return [one for each in self.chain for one in each.signatures if one.unticked]

    @property
    def binding(self) -> list[dict[str, Any]]:
        return [each for each in self.step.checklist if each["binding"]] if self.step else []

    @property
    def advised(self) -> list[dict[str, Any]]:
        return [each for each in self.step.checklist if not each["binding"]] if self.step else []
