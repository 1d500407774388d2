"""The product's side: the same acts done through its services, by number. Each answers whether it was refused."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from approvals.model.books import install
from approvals.model.manuscripts import Content
from approvals.model.organisation import Holding, Lent, Organisation
from django.db import DatabaseError, connection, transaction
from guanwei.accounts.models import Account
from guanwei.api import Refusal
from guanwei.approvals.gate import GateRefused
from guanwei.approvals.models import DraftParts, Permit, Submission, Veto
from guanwei.approvals.services import confirm_edits, lift_veto, send_back, sign, veto, withdraw
from guanwei.approvals.services.permits import NotSigned, issue_permit
from guanwei.approvals.subjects import draft_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Appointment, Delegation, Person, Unit
from guanwei.organisations.services import (
    appoint,
    delegate,
    end_appointment,
    revoke_delegation,
    switch_off,
    switch_on,
)
from guanwei.publishing.models import Post, PostVariant
from guanwei.publishing.rights.others import PostsByPosts
from guanwei.publishing.services import add_post, release, release_due, save_draft, submit, take_down

RIGHTS = PostsByPosts(Post)


def hire(count: int, contractor: int, root: int) -> list[int]:
    """People whom all examples share, as keys."""
    return [
        Person.objects.create(
            username=f"person-{number}",
            display_name=f"任职人{number}",
            contractor=number == contractor,
            is_superuser=number == root,
        ).pk
        for number in range(count)
    ]


class Office:
    """The county of one example, as the product has it."""

    def __init__(self, model: Organisation, people: list[int]) -> None:
        by_key = Person.objects.in_bulk(people)
        self.people = [by_key[key] for key in people]
        self.units = self._units(model)
        self.accounts = [self._account(unit) for unit in self.units]
        self.appointments: list[Appointment] = []
        self.delegations: list[Delegation] = []
        self.posts: list[int] = []
        self.digests: dict[tuple[int, Content], dict[str, str]] = {}

    def _units(self, model: Organisation) -> list[Unit]:
        made: list[Unit] = []
        for number, parent in enumerate(model.parents):
            kind = "department" if number in model.agencies else "section"
            made.append(
                Unit.objects.create(
                    name=f"单位{number}",
                    slug=f"unit-{number}",
                    kind=kind if number else "county",
                    parent=made[parent] if number else None,
                )
            )
        return made

    def _account(self, unit: Unit) -> Account:
        return Account.objects.create(
            name=unit.name, slug=f"{unit.slug}-weibo", platform="weibo", unit=unit, channel="weibo-manual"
        )

    def person(self, number: int) -> Person:
        """Without what an earlier act may have left on the instance: a request reads it anew."""
        person = self.people[number]
        for kept in ("_holdings", "_known_units"):
            person.__dict__.pop(kept, None)
        return person

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows as the tables have them."""
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return list(cursor.fetchall())

    # -- writing

    def write(self, by: int, content: Content, at_the_desk: bool) -> bool:
        if at_the_desk and not RIGHTS.user_has_permission(self.person(by), "add"):
            return True
        variants = [self._variant(PostVariant(), content, *each) for each in content.texts]
        made = add_post(self.person(by), variants, **self._fields(content))
        self.posts.append(made.pk)
        self._note(len(self.posts) - 1, content)
        return False

    def edit(self, by: int, item: int, content: Content, at_the_desk: bool) -> bool:
        draft = draft_of("post", self.posts[item])
        person = self.person(by)
        if at_the_desk and not RIGHTS.user_has_permission_for_instance(person, "change", draft):
            return True
        for name, value in self._fields(content).items():
            setattr(draft, name, value)
        known = {each.number: each for each in draft.variants.all()}
        for number, text in content.texts:
            draft.variants.add(self._variant(known.get(number, PostVariant()), content, number, text))
        save_draft(draft, person)
        self._note(item, content)
        return False

    def _fields(self, content: Content) -> dict[str, Any]:
        return {
            "title": content.title,
            "category": content.category,
            "supplier": self.units[content.supplier],
            "manager": self.units[content.manager],
        }

    def _variant(self, variant: PostVariant, content: Content, number: int, text: str) -> PostVariant:
        variant.account, variant.number, variant.text = self.accounts[content.manager], number, text
        variant.with_link = False
        return variant

    def _note(self, item: int, content: Content) -> None:
        parts = DraftParts.objects.get(family="post", object_id=self.posts[item]).parts
        known = self.digests.setdefault((item, content), parts)
        assert known == parts, "equal content has equal digests, and no other has"
        assert [key for key, one in self.digests.items() if one == parts and key[0] == item] == [
            (item, content)
        ]

    # -- the way of a manuscript

    def _submission(self, item: int) -> Submission | None:
        return Submission.objects.filter(object_id=self.posts[item]).order_by("-pk").first()

    def submit(self, by: int, item: int) -> bool:
        return refused(submit(Post.objects.get(pk=self.posts[item]), self.person(by))[1])

    def sign(self, by: int, item: int, at: int, seen: Content, ticked: bool, opinion: str) -> bool:
        submission = self._submission(item)
        step = submission.steps.filter(position=at).first() if submission else None
        if submission is None or step is None:
            return True
        boxes = {each["id"]: ticked for each in step.checklist}
        shown = self.digests[item, seen]
        return refused(sign(submission.pk, step.pk, self.person(by), shown, opinion, boxes))

    def confirm(self, by: int, item: int, seen: Content) -> bool:
        submission, shown = self._submission(item), self.digests[item, seen]
        return submission is None or refused(confirm_edits(submission.pk, self.person(by), shown))

    def veto(self, by: int, item: int, at: int, reason: str) -> bool:
        submission = self._submission(item)
        step = submission.steps.filter(position=at).first() if submission else None
        if submission is None or step is None:
            return True
        return refused(veto(submission.pk, step.pk, self.person(by), reason))

    def lift_veto(self, by: int, item: int, number: int, reason: str) -> bool:
        vetoes = Veto.objects.filter(object_id=self.posts[item]).order_by("pk")
        return refused(lift_veto(vetoes[number].pk, self.person(by), reason))

    def send_back(self, by: int, item: int, reason: str) -> bool:
        submission = self._submission(item)
        return submission is None or refused(send_back(submission.pk, self.person(by), reason))

    def withdraw(self, by: int, item: int, reason: str) -> bool:
        submission = self._submission(item)
        return submission is None or refused(withdraw(submission.pk, self.person(by), reason))

    def release(self, by: int | None, item: int, due: datetime | None) -> bool:
        submission = self._submission(item)
        person = None if by is None else self.person(by)
        return submission is None or refused(release(submission.pk, person, due)[1])

    def release_due(self) -> bool:
        return not release_due()

    def take_down(self, by: int, item: int, reason: str) -> bool:
        return refused(take_down(Post.objects.get(pk=self.posts[item]), self.person(by), reason))

    def go_round(self, by: int, item: int, way: str) -> bool:
        """What the shell and the database offer without a permit of its own. True where it was refused."""
        try:
            with transaction.atomic():
                WAYS[way](self.posts[item], self.person(by))
        except (GateRefused, NotSigned, DatabaseError):
            return True
        return False

    # -- organisation and rules

    def appoint(self, holding: Holding) -> bool:
        made, refusals = appoint(
            self.people[holding.person],
            holding.role,
            self.units[holding.unit],
            holding.first,
            by=None,
            ends_on=holding.last,
            oversees=[self.units[each] for each in sorted(holding.oversees)],
            subjects=sorted(holding.subjects),
            basis="任职通知",
        )
        if made is not None:
            self.appointments.append(made)
        return refused(refusals)

    def end_post(self, number: int, last: date) -> bool:
        end_appointment(self.appointments[number], last, by=None, reason="轮岗")
        return False

    def lend(self, lent: Lent) -> bool:
        made, refusals = delegate(
            self.appointments[lent.holding],
            self.people[lent.to],
            lent.first,
            lent.last,
            lent.document,
            by=None,
        )
        if made is not None:
            self.delegations.append(made)
        return refused(refusals)

    def take_back(self, number: int, day: date) -> bool:
        revoke_delegation(self.delegations[number], day, by=None, reason="收回")
        return False

    def switch_person(self, person: int) -> bool:
        self.people[person].is_active = not self.people[person].is_active
        self.people[person].save(update_fields=["is_active"])
        return False

    def close_account(self, unit: int) -> bool:
        account = self.accounts[unit]
        account.closed_on = None if account.closed_on else clock.today()
        with acting(None, "注销"):
            account.save()
        return False

    def switch_on(self, unit: int, book: str, mandatory: bool, reason: str) -> bool:
        return refused(switch_on(self.units[unit], book, by=None, reason=reason, mandatory=mandatory))

    def switch_off(self, unit: int, book: str, reason: str) -> bool:
        return refused(switch_off(self.units[unit], book, by=None, reason=reason))

    def install(self, books: Iterable[Any], loaded: set[str]) -> bool:
        install(books, loaded)
        return False


def _publish(key: int, by: Person) -> None:
    """As stock Wagtail would: the latest draft, whoever asks."""
    draft_of("post", key).get_latest_revision().publish(user=by, skip_permission_checks=True)


def _set_live(key: int, _by: Person) -> None:
    """SQL by the application's own role: turn a draft public, or change what is."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE publishing_post SET live = %s, title = %s WHERE id = %s", [True, "偷换", key])


def _issue(key: int, by: Person) -> None:
    """A permit for whatever was submitted last, signed or not."""
    submission = Submission.objects.filter(object_id=key).order_by("-pk").first()
    if submission is None or submission.state != "open":
        raise NotSigned("there is nothing to permit")
    issue_permit(submission, by)


def _revive(key: int, _by: Person) -> None:
    """An old permit made to stand again."""
    permit = Permit.objects.filter(object_id=key, revoked_at__isnull=False).order_by("-pk").first()
    if permit is None:
        raise NotSigned("no permit was revoked")
    permit.revoked_at = None
    permit.save()


WAYS: dict[str, Callable[[int, Person], None]] = {
    "publish": _publish,
    "set live": _set_live,
    "issue": _issue,
    "revive": _revive,
}


def refused(refusals: list[Refusal]) -> bool:
    """A refusal without a sentence helps nobody."""
    assert all(each.sentence.strip() for each in refusals)
    return bool(refusals)
