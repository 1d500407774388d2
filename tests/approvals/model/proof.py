"""Law L2 read off the product's own rows: each sign-off when it is given, each permit when it is issued."""

from typing import Any

from approvals.model.acts import Stage
from approvals.model.tables import Tables
from django.db.models import Q
from guanwei.api import StepKind
from guanwei.approvals.models import Contribution, EditConfirmation, Permit, RouteStep, SignOff


class Proofs:
    """What was proved in one example so far."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.sign_offs, self.permits = 0, 0
        self.proved: set[tuple[int, str]] = set()

    def look(self, tables: Tables) -> None:
        """Prove what came since the last look, and that whatever is live was proved; no opening is left."""
        if tables.newest("sign-off") > self.sign_offs:
            for sign_off in SignOff.objects.filter(self._ours, pk__gt=self.sign_offs).select_related("step"):
                self._held_the_post(sign_off)
            self.sign_offs = tables.newest("sign-off")
        if tables.newest("permit") > self.permits:
            for permit in Permit.objects.filter(object_id__in=self.stage.office.posts, pk__gt=self.permits):
                self._was_signed(permit)
                self.proved.add((permit.object_id, permit.digest))
            self.permits = tables.newest("permit")
        self._live_ones(tables)
        assert not tables.all("opening"), "an opening stands"

    @property
    def _ours(self) -> Q:
        return Q(submission__object_id__in=self.stage.office.posts)

    def _live_ones(self, tables: Tables) -> None:
        """Whatever is live went live on a permit that was proved."""
        for post, _row in tables.all("live"):
            passed = [(when, key, digest) for key, digest, _end, when in tables.of("permit", post) if when]
            assert passed, "live without a permit"
            assert (post, max(passed)[2]) in self.proved

    def _held_the_post(self, sign_off: SignOff) -> None:
        """The signer held the step's post, or signed for its holder in writing, at that moment."""
        stage, step = self.stage, sign_off.step
        today = stage.model.today
        keys = [each.pk for each in stage.office.appointments]
        held = stage.model.people.holdings[keys.index(sign_off.appointment_id)]
        place = stage.office.units.index(step.unit)
        assert held.role == step.role
        assert place in held.oversees if step.overseer else place == held.unit
        assert not step.subject or step.subject in held.subjects
        assert held.stands(today)
        signer = [each.pk for each in stage.office.people].index(sign_off.person_id)
        assert signer not in stage.model.people.away
        if sign_off.delegation_id is None:
            assert signer == held.person
        else:
            keys = [each.pk for each in stage.office.delegations]
            lent = stage.model.people.lent[keys.index(sign_off.delegation_id)]
            assert (lent.to, stage.model.people.holdings[lent.holding]) == (signer, held)
            assert lent.stands(today)

    def _was_signed(self, permit: Permit) -> None:
        """Every turn before release, on these digests, by different people who wrote none of it."""
        steps = list(RouteStep.objects.filter(submission=permit.submission).order_by("position"))
        self._is_the_route(permit, steps)
        for first in steps:
            together = [each for each in steps if each.turn == first.turn and (each.binding or not each.veto)]
            if first.kind == StepKind.RELEASE or first.position != first.turn or not together:
                continue
            signed = sum(self._is_signed(permit, each) for each in together)
            assert signed >= (together[0].quorum or len(together)), f"{first}: {signed} of {len(together)}"
        reviews = SignOff.objects.filter(submission=permit.submission, step__kind=StepKind.REVIEW)
        told = reviews.values_list("person", "step").distinct()
        assert len({person for person, _step in told}) == len(told), "one person, two reviews"

    def _is_signed(self, permit: Permit, step: RouteStep) -> bool:
        """Each part by as many different people as the step asks, none of them its contributor."""
        given = SignOff.objects.filter(step=step, decided_at__lte=permit.issued_at)
        given = given.exclude(person__in=self._wrote(permit, step))
        for part, digest in permit.parts.items():
            signers = {each.person_id for each in given if each.parts.get(part) == digest}
            if len(signers) < step.signatures:
                return False
            if step.may_edit and not self._confirmed(permit, part, digest, signers):
                return False
        return True

    def _wrote(self, permit: Permit, step: RouteStep) -> set[Any]:
        if step.kind != StepKind.REVIEW or step.open_to_contributor:
            return set()
        submission = permit.submission
        made = Contribution.objects.filter(family=permit.family, object_id=permit.object_id)
        upto = submission.written_upto if step.may_edit else permit.contributions_upto
        made = made.filter(pk__gt=submission.contributions_after, pk__lte=upto)
        return set(made.values_list("person_id", flat=True))

    def _confirmed(self, permit: Permit, part: str, digest: str, signers: set[int]) -> bool:
        """Where it says something else than was submitted: by somebody other than who signed it here."""
        submission = permit.submission
        if submission.snapshot.parts.get(part) == digest:
            return True
        said = EditConfirmation.objects.filter(submission=submission)
        return bool({each.person_id for each in said if each.parts.get(part) == digest} - signers)

    def _is_the_route(self, permit: Permit, steps: list[RouteStep]) -> None:
        """The frozen steps are those that the model's rules asked for, none fewer."""
        item = self.stage.model.items[self.stage.office.posts.index(permit.object_id)]
        tried = next(each for each in reversed(item.tries) if each.permit)
        units = self.stage.office.units
        assert [
            (each.step, each.kind, each.role, units.index(each.unit), each.overseer, each.subject)
            for each in steps
        ] == [
            (each.step.id, each.step.kind, each.step.role, each.unit, each.overseer, each.subject)
            for each in tried.steps
        ]
