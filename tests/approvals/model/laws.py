"""Laws L1, L2, L6 and L9 once more, in plain Python, from the architecture's own words.

Each act answers why it is refused, or an empty string, and then the model has done it.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import combinations, product

from approvals.model.manuscripts import (
    Confirmed,
    Content,
    FrozenStep,
    Item,
    Parts,
    Permit,
    Release,
    SignedOff,
    Submission,
    Veto,
)
from approvals.model.organisation import Holding, Lent, Organisation
from approvals.model.ruling import COUNTY, Asked, Rules, Say
from guanwei.api import Duty, Step, StepKind

DECIDING = {Duty.REVIEW, Duty.RELEASE, Duty.TAKE_DOWN, Duty.ADMINISTER}


@dataclass
class Model:
    """The world as it ought to be."""

    people: Organisation
    rules: Rules
    now: datetime
    items: list[Item] = field(default_factory=list)
    closed_accounts: set[int] = field(default_factory=set)
    """Units whose account is closed."""

    @property
    def today(self) -> date:
        return self.now.date()

    # -- questions

    def writes(self, person: int, units: set[int]) -> bool:
        return self.people.has_duty(person, Duty.WRITE, units, self.rules.roles(), self.today)

    def takes_down(self, person: int, manager: int) -> bool:
        above = set(self.people.line(manager))
        return self.people.has_duty(person, Duty.TAKE_DOWN, above, self.rules.roles(), self.today)

    def asked_of(self, content: Content) -> tuple[tuple[Asked, ...] | None, str]:
        lines = [list(self.people.line(unit)) for unit in (content.supplier, content.manager)]
        return self.rules.steps(content, *lines)

    def frozen(self, steps: tuple[Asked, ...], content: Content) -> tuple[FrozenStep, ...]:
        """Where each post is held, and which steps wait together."""
        found: list[FrozenStep] = []
        for number, each in enumerate(steps):
            group = [one.step.group for one in steps]
            turn = group.index(each.step.group) if each.step.group else number
            size = group.count(each.step.group) if each.step.group else 1
            place = self.people.place(each.step.whose, content.supplier, content.manager)
            found.append(FrozenStep(each.step, *place, turn, each.quorum or size))
        return tuple(found)

    def contributors(self, item: Item, after: int, upto: int | None = None) -> set[int]:
        return set(item.contributions[after:upto])

    def seated(self, step: FrozenStep) -> set[int]:
        return self.people.signers(step.step.role, step.unit, step.overseer, self.today)

    def unfit(self, content: Content) -> bool:
        """What stands against the content itself."""
        return content.manager in self.closed_accounts or any(
            not text.strip() for _number, text in content.texts
        )

    def barred(self, item: Item, submission: Submission, step: Step) -> set[int]:
        """L2: whoever contributed doesn't review, unless the step is open to it. What a reviewer changes on
        the way, where the step lets them, the supplying unit confirms.
        """
        if not is_closed(step):
            return set()
        return self.contributors(item, submission.after, submission.upto if step.may_edit else None)

    def changed_in_review(self, item: Item, submission: Submission) -> Parts:
        submitted = submission.content.parts()
        return {name: said for name, said in item.draft.parts().items() if submitted.get(name) != said}

    def unsigned(self, item: Item, submission: Submission, at: int) -> Parts:
        """Parts that lack a signature of step ``at`` as they stand."""
        wanted = submission.steps[at].step.signatures
        parts = item.draft.parts()
        signers = {name: self.signers_of(item, submission, at, name) for name in parts}
        return {name: said for name, said in parts.items() if len(signers[name]) < wanted}

    def signers_of(self, item: Item, submission: Submission, at: int, part: str) -> set[int]:
        """Different people who signed the part as it stands, and whose signature counts."""
        step, said = submission.steps[at].step, item.draft.parts()[part]
        out = self.barred(item, submission, step)
        out = out | (self.confirmed_alone(item, submission) if step.may_edit else set())
        return {
            each.person
            for each in submission.signed
            if each.at == at and each.person not in out and each.parts.get(part) == said
        }

    def unconfirmed(self, item: Item, submission: Submission, at: int) -> Parts:
        """Parts changed in review for which the supplying unit hasn't spoken, at a step that may edit."""
        if not submission.steps[at].step.may_edit:
            return {}
        changed = self.changed_in_review(item, submission)
        return {name: said for name, said in changed.items() if not confirmers(submission, name, said)}

    def confirmed_alone(self, item: Item, submission: Submission) -> set[int]:
        """Whoever alone stood by a change can't be the one who reviews it."""
        changed = self.changed_in_review(item, submission)
        spoke = [confirmers(submission, name, said) for name, said in changed.items()]
        return {person for people in spoke if len(people) == 1 for person in people}

    def signed(self, item: Item, submission: Submission, at: int) -> bool:
        return not self.unsigned(item, submission, at) and not self.unconfirmed(item, submission, at)

    def waits_at(self, item: Item, submission: Submission) -> int:
        """The turn that acts next: the first whose quorum isn't reached, or the release."""
        for each in submission.steps:
            turn = [
                number
                for number, one in enumerate(submission.steps)
                if one.turn == each.turn and holds(one.step)
            ]
            done = sum(self.signed(item, submission, number) for number in turn)
            if each.step.kind is StepKind.RELEASE or (turn and done < each.quorum):
                return each.turn
        return len(submission.steps)

    def position(self, item: Item, submission: Submission) -> int:
        """Where a try that stands waits: a permitted one at its release, which is the last."""
        permitted = submission.state == "permitted"
        return len(submission.steps) - 1 if permitted else self.waits_at(item, submission)

    def waiting(self, item: Item, submission: Submission) -> list[int]:
        """The steps that wait together now."""
        turn = self.position(item, submission)
        return [
            number
            for number, each in enumerate(submission.steps)
            if each.turn == turn
            and (each.step.kind is StepKind.RELEASE or not self.signed(item, submission, number))
        ]

    def able(self, item: Item, submission: Submission, at: int) -> set[int]:
        """Who may decide at step ``at`` now (law L2)."""
        frozen = submission.steps[at]
        people = self.seated(frozen) - self.barred(item, submission, frozen.step)
        if frozen.step.kind is StepKind.REVIEW:
            people -= {
                each.person
                for each in submission.signed
                if each.at != at and submission.steps[each.at].step.kind is StepKind.REVIEW
            }
        return people

    def missing_rules(self, submission: Submission) -> bool:
        units = (submission.content.supplier, submission.content.manager)
        return self.rules.missing(*(list(self.people.line(unit)) for unit in units))

    def unheard(self, item: Item, submission: Submission) -> bool:
        """A text changed in review is judged by the books that were asked before: are they all there?"""
        return item.draft != submission.content and not submission.books <= self.rules.loaded

    # -- writing

    def writes_somewhere(self, person: int) -> bool:
        if person in self.people.away:
            return False
        return person == self.people.root or self.writes(person, set(range(len(self.people.parents))))

    def write(self, person: int, content: Content, at_the_desk: bool) -> str:
        if at_the_desk and not self.writes_somewhere(person):
            return "no writer"
        self.items.append(Item(content, [content], [person]))
        return ""

    def edit(self, person: int, item: Item, content: Content, at_the_desk: bool) -> str:
        """At the desk rights are asked; whoever has the shell is recorded as contributor all the same."""
        units = {item.draft.supplier, item.draft.manager}
        entitled = person not in self.people.away and (
            person == self.people.root or self.writes(person, units)
        )
        if at_the_desk and not entitled:
            return "no writer"
        before, item.draft = item.draft, content
        if before == content:
            return ""
        item.contributions.append(person)
        item.shown.append(content)
        submission = item.submission
        if submission and submission.state == "open" and before.parts()["facts"] != content.parts()["facts"]:
            submission.state = "lapsed"
        return ""

    # -- the way to the permit

    def submit(self, person: int, item: Item) -> str:
        content = item.draft
        if not self.writes(person, {content.supplier, content.manager}):
            return "no writer"
        if self.unfit(content):
            return "unfit"
        if any(item.sent().get(number, text) != text for number, text in content.texts):
            return "changed after sending"
        if item.submission and item.submission.stands:
            return "stands already"
        steps, why = self.asked_of(content)
        if steps is None:
            return why
        frozen = self.frozen(steps, content)
        if not self.can_be_walked(item, frozen):
            return "nobody to sign"
        if self.vetoed(item, content):
            return "vetoed"
        lines = [list(self.people.line(unit)) for unit in (content.supplier, content.manager)]
        books = frozenset(self.rules.over(*lines))
        upto = len(item.contributions)
        item.tries.append(Submission(person, frozen, content, item.published_upto, upto, books))
        return ""

    def vetoed(self, item: Item, content: Content) -> bool:
        return any(each.content == content and not each.lifted for each in item.vetoes)

    def can_be_walked(self, item: Item, steps: tuple[FrozenStep, ...]) -> bool:
        """L9: of each turn enough steps can be signed, all reviews by different people."""
        wrote = self.contributors(item, item.published_upto)
        able = [
            self.seated(each) - (wrote if is_closed(each.step) and holds(each.step) else set())
            for each in steps
        ]
        turns = [
            [at for at, each in enumerate(steps) if each.turn == turn] for turn in {s.turn for s in steps}
        ]
        choices = [list(combinations(turn, steps[turn[0]].quorum)) for turn in turns]
        return any(
            self._enough(steps, able, [at for turn in chosen for at in turn]) for chosen in product(*choices)
        )

    def _enough(self, steps: tuple[FrozenStep, ...], able: list[set[int]], chosen: list[int]) -> bool:
        if any(len(able[at]) < steps[at].step.signatures for at in chosen):
            return False
        wanted = [
            combinations(sorted(able[at]), steps[at].step.signatures)
            for at in chosen
            if steps[at].step.kind is StepKind.REVIEW and holds(steps[at].step)
        ]
        people = ([person for some in one for person in some] for one in product(*wanted))
        return any(len(set(one)) == len(one) for one in people)

    def sign(self, person: int, item: Item, at: int, seen: Content, ticked: bool, opinion: str) -> str:
        submission = item.submission
        if submission is None or submission.state != "open":
            return "not open"
        step = submission.steps[at].step
        its_turn = submission.steps[at].turn == self.waits_at(item, submission) or not holds(step)
        if not its_turn or len(opinion) > 300:
            return "not its turn"
        if step.kind is StepKind.RELEASE:
            return "a release isn't signed"
        why = self._unreadable(item, submission, seen)
        if why:
            return why
        if self.vetoed(item, seen):
            return "edited back into what was vetoed"
        if person not in self.able(item, submission, at):
            return "may not"
        fresh = {
            name: said
            for name, said in self.unsigned(item, submission, at).items()
            if person not in self.signers_of(item, submission, at, name)
        }
        if not fresh:
            return "signed already"
        if not ticked and any(each.binding for each in step.checklist):
            return "open box"
        submission.signed.append(SignedOff(at, person, fresh))
        self._move_on(item, submission)
        return ""

    def _unreadable(self, item: Item, submission: Submission, seen: Content) -> str:
        if self.missing_rules(submission) or self.unheard(item, submission):
            return "a book isn't loaded"
        if seen != item.draft:
            return "stale"
        return "unfit" if self.unfit(item.draft) else ""

    def _move_on(self, item: Item, submission: Submission) -> None:
        waits = self.waits_at(item, submission)
        if waits == len(submission.steps) or submission.steps[waits].step.kind is StepKind.RELEASE:
            self._permit(item, submission)

    def confirm(self, person: int, item: Item, seen: Content) -> str:
        """The supplying unit stands by what was changed in review."""
        submission = item.submission
        if submission is None or submission.state != "open":
            return "not open"
        asked = [at for at in self.waiting(item, submission) if self.unconfirmed(item, submission, at)]
        if not asked:
            return "nothing to confirm"
        why = self._unreadable(item, submission, seen)
        if why:
            return why
        if person in self.seated(submission.steps[asked[0]]):
            return "reviews it"
        if not self.writes(person, {submission.content.supplier}):
            return "no writer"
        submission.confirmed.append(Confirmed(person, self.unconfirmed(item, submission, asked[0])))
        self._move_on(item, submission)
        return ""

    def veto(self, person: int, item: Item, at: int, reason: str) -> str:
        """By a holder of the post, from submission to release; having written it is no bar to refusing it."""
        submission = item.submission
        if not reason.strip() or submission is None or not submission.stands:
            return "no"
        if not submission.steps[at].step.veto:
            return "no veto"
        if person not in self.seated(submission.steps[at]):
            return "may not"
        content = submission.permit.content if submission.permit else item.draft
        item.vetoes.append(Veto(submission.steps[at], content))
        self._end(submission, "vetoed")
        return ""

    def lift_veto(self, person: int, item: Item, number: int, reason: str) -> str:
        stands = item.vetoes[number]
        if not reason.strip() or stands.lifted:
            return "no"
        if person not in self.seated(stands.step):
            return "may not"
        stands.lifted = True
        return ""

    def _permit(self, item: Item, submission: Submission) -> None:
        if item.standing_permit:
            item.standing_permit.revoked = True
        submission.permit = Permit(item.draft, len(item.contributions))
        submission.state = "permitted"
        if all(each.step.kind is not StepKind.RELEASE for each in submission.steps):
            self._decide_release(item, submission, self.now)

    def send_back(self, person: int, item: Item, reason: str) -> str:
        submission = item.submission
        if not reason.strip() or submission is None or not submission.stands:
            return "no"
        if not any(person in self.able(item, submission, at) for at in self.waiting(item, submission)):
            return "may not"
        self._end(submission, "returned")
        return ""

    def withdraw(self, person: int, item: Item, reason: str) -> str:
        submission = item.submission
        if not reason.strip() or submission is None or not submission.stands:
            return "no"
        if submission.by != person:
            return "not the submitter"
        self._end(submission, "withdrawn")
        return ""

    def _end(self, submission: Submission, state: str) -> None:
        submission.state = state
        if submission.permit:
            submission.permit.revoked = True

    # -- from the permit to the public

    def release(self, person: int | None, item: Item, due: datetime | None) -> str:
        submission = item.submission
        if submission is None or submission.state != "permitted" or submission.permit is None:
            return "no permit"
        if due is not None and due <= self.now:
            return "in the past"
        if person is None or person not in self.able(item, submission, len(submission.steps) - 1):
            return "may not"
        if self.missing_rules(submission):
            return "a book isn't loaded"
        self._decide_release(item, submission, due or self.now)
        return ""

    def _decide_release(self, item: Item, submission: Submission, due: datetime) -> None:
        permit = submission.permit
        assert permit is not None
        for older in item.releases:
            # Nobody took its package in these counties, so the new plan carries what it would have sent.
            older.carries = {}
        carries = {number: text for number, text in permit.content.texts if number not in item.sent()}
        submission.state = "released"
        made = Release(submission, permit, due, carries)
        item.releases.append(made)
        self._advance(item, made)

    def _advance(self, item: Item, made: Release) -> bool:
        if made.state != "running" or made.out or made.due > self.now:
            return False
        if made.permit.revoked:
            made.state = "held"
            return True
        if self.missing_rules(made.submission):
            return False
        made.out, item.live = True, made.permit.content
        item.published_upto = max(item.published_upto, made.permit.upto)
        return True

    def release_due(self) -> str:
        """The worker's round: what is timed and due goes out, or is held because its permit fell."""
        moved = [self._advance(item, each) for item in self.items for each in item.releases]
        return "" if any(moved) else "nothing due"

    def take_down(self, person: int, item: Item, reason: str) -> str:
        if not reason.strip() or not self.takes_down(person, item.draft.manager):
            return "may not"
        if item.live is None and not item.going_out:
            return "not public"
        item.live = None
        if item.standing_permit:
            item.standing_permit.revoked = True
        if item.submission and item.submission.state == "permitted":
            item.submission.state = "withdrawn"
        for each in item.releases:
            each.state = "taken down"
        return ""

    # -- the organisation

    def appoint(self, holding: Holding) -> str:
        role = self.rules.roles().get(holding.role)
        if role is None or (holding.last is not None and holding.last < holding.first):
            return "no"
        outsider = holding.person in self.people.contractors
        if outsider and role.duties & DECIDING and not role.open_to_contractors:
            return "a contractor decides nothing"
        self.people.holdings.append(holding)
        return ""

    def end_post(self, number: int, last: date) -> str:
        self.people.holdings[number] = replace(self.people.holdings[number], last=last)
        return ""

    def lend(self, lent: Lent) -> str:
        holder = self.people.holdings[lent.holding].person
        if not lent.document.strip() or lent.last < lent.first:
            return "no"
        if lent.to == holder or lent.to in self.people.contractors:
            return "not to that person"
        self.people.lent.append(lent)
        return ""

    def take_back(self, number: int, day: date) -> str:
        self.people.lent[number] = replace(self.people.lent[number], revoked=day)
        return ""

    def switch_person(self, person: int) -> str:
        self.people.away ^= {person}
        return ""

    def close_account(self, unit: int) -> str:
        self.closed_accounts ^= {unit}
        return ""

    # -- rules

    def switch_on(self, unit: int, book: str, mandatory: bool, reason: str) -> str:
        if book not in self.rules.loaded or not reason.strip():
            return "no"
        self.rules.says[unit, book] = Say(on=True, mandatory=mandatory)
        return ""

    def switch_off(self, unit: int, book: str, reason: str) -> str:
        if book == COUNTY or not reason.strip():
            return "no"
        above = [self.rules.says.get((each, book)) for each in self.people.line(unit)][1:]
        if any(each and each.on and each.mandatory for each in above):
            return "mandatory above"
        self.rules.says[unit, book] = Say(on=False, mandatory=False)
        return ""

    def install(self, book: str) -> str:
        self.rules.loaded ^= {book}
        return ""

    def wait(self, hours: int) -> str:
        self.now += timedelta(hours=hours)
        return ""


def confirmers(submission: Submission, part: str, said: object) -> set[int]:
    """Who confirmed the part exactly as it is."""
    return {each.person for each in submission.confirmed if each.parts.get(part) == said}


def holds(step: Step) -> bool:
    """Whether the chain waits for the step: a veto that isn't binding may pass in silence."""
    return step.binding or not step.veto


def is_closed(step: Step) -> bool:
    """Whether the step is a review that its contributors may not give."""
    return step.kind is StepKind.REVIEW and not step.open_to_contributor
