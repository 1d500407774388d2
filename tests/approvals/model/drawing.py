"""What happens next in a county: mostly what somebody may do, else anything by anybody."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from approvals.model import acts
from approvals.model.acts import Act
from approvals.model.books import CATEGORIES, NAMES
from approvals.model.laws import Model, holds
from approvals.model.manuscripts import Content, Item, Submission
from approvals.model.office import WAYS
from approvals.model.organisation import Holding, Lent
from approvals.model.ruling import COUNTY
from approvals.model.worlds import PEOPLE

MOST_ITEMS = 3
TITLES = ("通知", "公告", "提示")
TEXTS = ("停水。", "检修停水。", "今晚停水。", " ")
T = TypeVar("T")


class Drawer:
    """Draws one act at a time, from the model as it stands."""

    def __init__(self, random: Random, model: Model, desk: tuple[int, int]) -> None:
        self.random, self.model, self.desk = random, model, desk
        self.units = len(model.people.parents)

    def draw(self) -> Act:
        """The next act."""
        if self.chance(0.4):
            return self.sensible()
        kind = self.random.choices(list(ANYTHING), weights=list(ANYTHING.values()))[0]
        return kind(self)

    # -- choices

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def anybody(self) -> int:
        return self.random.randrange(PEOPLE)

    def one_of(self, able: Collection[int]) -> int:
        """Somebody who may; anybody where nobody may, and sometimes anyway."""
        return self.random.choice(sorted(able)) if able and self.chance(0.8) else self.anybody()

    def number(self) -> int:
        return self.random.randrange(len(self.model.items))

    def writers(self, item: Item) -> set[int]:
        units = {item.draft.supplier, item.draft.manager}
        return {each for each in range(PEOPLE) if self.model.writes(each, units)}

    def day(self) -> date:
        return self.model.today + timedelta(days=self.random.choice((0, 0, -1, 1, 3)))

    # -- what somebody may do

    def sensible(self) -> Act:
        model = self.model
        gone = [each for each in NAMES if each not in model.rules.loaded]
        if gone and self.chance(0.3):
            return acts.Install(gone[0])
        if model.people.away and self.chance(0.3):
            return acts.SwitchPerson(min(model.people.away))
        if model.closed_accounts and self.chance(0.3):
            return acts.CloseAccount(min(model.closed_accounts))
        number = self.number()
        submission = model.items[number].submission
        if submission is None or not submission.stands:
            return self.begin(number)
        return self.go_on(number, submission)

    def begin(self, number: int) -> Act:
        """Out of review: submit, or mend what stands in its way; or take down what is live."""
        item = self.model.items[number]
        due = [each for each in item.releases if each.state == "running" and not each.out]
        if due and self.chance(0.6):
            return acts.Round() if due[0].due <= self.model.now else acts.Wait(24)
        if (item.live or item.going_out) and self.chance(0.3):
            return self.take_down(number)
        stand = [at for at, each in enumerate(item.vetoes) if not each.lifted and each.content == item.draft]
        if stand and self.chance(0.6):
            return acts.LiftVeto(self.one_of(self.model.seated(item.vetoes[stand[0]].step)), number, stand[0])
        if self.model.unfit(item.draft):
            return acts.Edit(
                self.one_of(self.writers(item)), number, item.draft.said(1, TEXTS[0]).said(2, TEXTS[1]), True
            )
        if item.tries and self.chance(0.4):
            return self.edit(number)
        if self.chance(0.8):
            return self.smooth(number) or acts.Submit(self.one_of(self.writers(item)), number)
        return acts.Submit(self.one_of(self.writers(item)), number)

    def smooth(self, number: int) -> Act | None:
        """What takes a hindrance out of the way: a writer, a signer, a switch, the old text."""
        item = self.model.items[number]
        _steps, why = self.model.asked_of(item.draft)
        if not self.writers(item):
            return self.appoint_at(f"{COUNTY}.editor", item.draft.supplier, False)
        if why and self.chance(0.5):
            return acts.SwitchOff(self.random.randrange(self.units), self.random.choice(NAMES))
        if why:
            return acts.Edit(0, number, replace(item.draft, category=self.random.choice(CATEGORIES)), False)
        changed = [each for each in item.sent().items() if each not in item.draft.texts]
        if changed:
            return acts.Edit(self.one_of(self.writers(item)), number, item.draft.said(*changed[0]), True)
        return self.fill_a_post(item)

    def fill_a_post(self, item: Item) -> Act | None:
        """Appoint somebody where nobody could sign."""
        steps, _why = self.model.asked_of(item.draft)
        frozen = self.model.frozen(steps or (), item.draft)
        if not frozen or self.model.can_be_walked(item, frozen) or self.chance(0.3):
            return None
        step = self.random.choice(frozen)
        return self.appoint_at(step.step.role, step.unit, step.overseer)

    def appoint_at(self, role: str, unit: int, overseer: bool) -> Act:
        oversees = frozenset({unit}) if overseer else frozenset[int]()
        return acts.Appoint(Holding(self.anybody(), role, unit, self.day(), None, oversees))

    def go_on(self, number: int, submission: Submission) -> Act:
        """In review or permitted: sign or release, more often than not."""
        item = self.model.items[number]
        edits = any(submission.steps[at].step.may_edit for at in self.model.waiting(item, submission))
        if submission.state == "open" and self.chance(0.3 if edits else 0.1):
            return self.edit_in_review(number, submission)
        waiting = self.model.waiting(item, submission)
        at = self.random.choice(waiting)
        unconfirmed = self.model.unconfirmed(item, submission, at)
        if unconfirmed and (self.chance(0.4) or not self.model.unsigned(item, submission, at)):
            units = {submission.content.supplier}
            able = {each for each in range(PEOPLE) if self.model.writes(each, units)}
            return acts.Confirm(self.one_of(able), number, item.draft)
        able = self.model.able(item, submission, at) - self._signed_at(submission, at)
        if not able and self.chance(0.5):
            step = submission.steps[at]
            return self.appoint_at(step.step.role, step.unit, step.overseer)
        vetoes = [each for each, one in enumerate(submission.steps) if one.step.veto]
        if vetoes and self.chance(0.12):
            return acts.VetoIt(self.one_of(self.model.seated(submission.steps[vetoes[0]])), number, vetoes[0])
        if self.chance(0.06):
            return acts.SendBack(self.one_of(able), number)
        if submission.state == "permitted":
            return self.release(number)
        return acts.Sign(self.one_of(able), number, at, item.draft)

    def _signed_at(self, submission: Submission, at: int) -> set[int]:
        """Where several must sign, mostly somebody who didn't yet."""
        several = submission.steps[at].step.signatures > 1
        return {each.person for each in submission.signed if each.at == at} if several else set()

    def edit_in_review(self, number: int, submission: Submission) -> Act:
        """Where a step may edit, mostly by its reviewer; of the text, not of the facts."""
        item = self.model.items[number]
        may = [at for at in self.model.waiting(item, submission) if submission.steps[at].step.may_edit]
        if not may or self.chance(0.3):
            return self.edit(number)
        said = item.draft.said(1, self.random.choice(TEXTS[:3]))
        changed = self.random.choice((said, replace(item.draft, title=self.random.choice(TITLES))))
        return acts.Edit(self.one_of(self.model.able(item, submission, may[0])), number, changed, False)

    # -- anything

    def write(self) -> Act:
        if len(self.model.items) >= MOST_ITEMS:
            return self.edit(self.number())
        supplier, manager = self.desk
        if self.chance(0.2):
            supplier, manager = self.random.randrange(self.units), self.random.randrange(self.units)
        content = Content(supplier, manager, self.random.choice(CATEGORIES), "通知", ((1, TEXTS[0]),))
        return acts.Write(self.anybody(), content, self.chance(0.8))

    def edit(self, number: int | None = None) -> Act:
        """Of one thing, or of nothing; words come back, and with them the digest."""
        number = self.number() if number is None else number
        item, choose = self.model.items[number], self.random.choice
        draft = item.draft
        changed = choose(
            (
                draft,
                replace(draft, title=choose(TITLES)),
                replace(draft, title=choose(TITLES)),
                draft.said(1, choose(TEXTS[:3])),
                draft.said(1, choose(TEXTS)),
                draft.said(choose((1, 2)), choose(TEXTS[:3])),
                replace(draft, category=choose(CATEGORIES)),
                replace(draft, supplier=self.random.randrange(self.units)),
                choose([each for each in item.shown if len(each.texts) == len(draft.texts)]),
            )
        )
        return acts.Edit(self.one_of(self.writers(item)), number, changed, self.chance(0.7))

    def submit(self) -> Act:
        number = self.number()
        return acts.Submit(self.one_of(self.writers(self.model.items[number])), number)

    def sign(self) -> Act:
        """At any step, by anybody, on what once stood, with a box left open."""
        number = self.number()
        item = self.model.items[number]
        if item.submission is None:
            return acts.Submit(self.anybody(), number)
        steps = len(item.submission.steps)
        at = self.random.choice([*self.model.waiting(item, item.submission), self.random.randrange(steps)])
        silent = [each for each in range(steps) if not holds(item.submission.steps[each].step)]
        at = self.random.choice(silent) if silent and self.chance(0.3) else at
        able = self.model.able(item, item.submission, at)
        person = self.random.choice(sorted(able)) if able and self.chance(0.4) else self.anybody()
        nearly = self.nearly(item.submission.steps[at].step.role) - able
        person = self.random.choice(sorted(nearly)) if nearly and self.chance(0.5) else person
        seen = self.random.choice(item.shown) if self.chance(0.3) else item.draft
        return acts.Sign(person, number, at, seen, self.chance(0.8), "阅" * (301 if self.chance(0.03) else 1))

    def nearly(self, role: str) -> set[int]:
        """People with a claim to the role, if a bad one: elsewhere, once, lent, or lent by whom it was lent to."""
        holdings = self.model.people.holdings
        people = {each.person for each in holdings if each.role == role}
        for _each in range(2):
            people |= {each.to for each in self.model.people.lent if holdings[each.holding].person in people}
        return people

    def confirm(self) -> Act:
        number = self.number()
        item = self.model.items[number]
        seen = self.random.choice(item.shown) if self.chance(0.3) else item.draft
        return acts.Confirm(self.one_of(self.writers(item)), number, seen)

    def veto(self) -> Act:
        """At a step that has one, where there is one; or lift one that stands."""
        number = self.number()
        item = self.model.items[number]
        if item.vetoes and self.chance(0.5):
            which = self.random.randrange(len(item.vetoes))
            able = self.model.seated(item.vetoes[which].step)
            return acts.LiftVeto(
                self.one_of(able), number, which, self.random.choice(("已核实", "已核实", " "))
            )
        if item.submission is None:
            return self.sign()
        steps = range(len(item.submission.steps))
        with_veto = [at for at in steps if item.submission.steps[at].step.veto]
        at = self.random.choice(with_veto if with_veto and self.chance(0.8) else steps)
        able = self.model.seated(item.submission.steps[at])
        return acts.VetoIt(self.one_of(able), number, at, "不宜公开" if self.chance(0.8) else "")

    def send_back(self) -> Act:
        return acts.SendBack(self.anybody(), self.number(), self.random.choice(("请补充出处", " ")))

    def withdraw(self) -> Act:
        number = self.number()
        submission = self.model.items[number].submission
        person = self.one_of({submission.by} if submission else ())
        return acts.Withdraw(person, number, self.random.choice(("再改一稿", "再改一稿", "")))

    def release(self, number: int | None = None) -> Act:
        number = self.number() if number is None else number
        item = self.model.items[number]
        able: set[int] = set()
        if item.submission and item.submission.state == "permitted":
            able = self.model.able(item, item.submission, len(item.submission.steps) - 1)
        hours = self.random.choice((None, None, None, 3, 30, 0))
        due = None if hours is None else self.model.now + timedelta(hours=hours)
        return acts.Release(None if self.chance(0.1) else self.one_of(able), number, due)

    def take_down(self, number: int | None = None) -> Act:
        number = self.number() if number is None else number
        manager = self.model.items[number].draft.manager
        able = {each for each in range(PEOPLE) if self.model.takes_down(each, manager)}
        return acts.TakeDown(self.one_of(able), number, self.random.choice(("内容有误", "内容有误", "")))

    def wait(self) -> Act:
        return acts.Wait(self.random.choice((1, 4, 15, 24, 50)))

    def appoint(self) -> Act:
        """Also backwards, to a contractor, to a role that nobody declares."""
        books = self.model.rules.books.values()
        roles = [each.id for book in books for each in book.roles] + ["nobody.role"]
        units = frozenset(unit for unit in range(self.units) if self.chance(0.3))
        last = self.day() if self.chance(0.5) else None
        unit = self.random.randrange(self.units)
        return acts.Appoint(Holding(self.anybody(), self.random.choice(roles), unit, self.day(), last, units))

    def end_post(self) -> Act:
        return acts.EndPost(self.random.randrange(len(self.model.people.holdings)), self.day())

    def lend(self) -> Act:
        """Mostly a post of the item's steps; to anybody: the holder, a contractor, somebody who was lent one."""
        holdings = self.model.people.holdings
        asked = {
            step.step.role for item in self.model.items if item.submission for step in item.submission.steps
        }
        posts = [number for number, each in enumerate(holdings) if each.role in asked]
        post = (
            self.random.choice(posts) if posts and self.chance(0.8) else self.random.randrange(len(holdings))
        )
        first, last = self.day(), self.day() + timedelta(days=self.random.choice((3, 3, 0)))
        return acts.Lend(Lent(post, self.anybody(), first, last, "授权书" if self.chance(0.85) else " "))

    def take_back(self) -> Act:
        lent = self.model.people.lent
        return acts.TakeBack(self.random.randrange(len(lent)), self.day()) if lent else self.lend()

    def switch_person(self) -> Act:
        return acts.SwitchPerson(self.anybody())

    def close_account(self) -> Act:
        return acts.CloseAccount(self.random.randrange(self.units))

    def switch_on(self) -> Act:
        reason = "试行" if self.chance(0.8) else " "
        unit, book = self.random.randrange(self.units), self.random.choice((*NAMES, "nobody"))
        return acts.SwitchOn(unit, book, self.chance(0.25), reason)

    def switch_off(self) -> Act:
        unit, book = self.random.randrange(self.units), self.random.choice((*NAMES, *NAMES, COUNTY))
        return acts.SwitchOff(unit, book, "停用" if self.chance(0.8) else "")

    def install(self) -> Act:
        return acts.Install(self.random.choice(NAMES))

    def go_round(self) -> Act:
        return acts.GoRound(self.anybody(), self.number(), self.random.choice(sorted(WAYS)))


# How often each is drawn.
ANYTHING = {
    Drawer.write: 6,
    Drawer.edit: 10,
    Drawer.submit: 5,
    Drawer.sign: 18,
    Drawer.send_back: 6,
    Drawer.confirm: 6,
    Drawer.veto: 8,
    Drawer.withdraw: 6,
    Drawer.release: 7,
    Drawer.take_down: 7,
    lambda _drawer: acts.Round(): 5,
    Drawer.wait: 6,
    Drawer.appoint: 5,
    Drawer.end_post: 4,
    Drawer.lend: 11,
    Drawer.take_back: 4,
    Drawer.switch_person: 2,
    Drawer.close_account: 1,
    Drawer.switch_on: 5,
    Drawer.switch_off: 6,
    Drawer.install: 1,
    Drawer.go_round: 5,
}
