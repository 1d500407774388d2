"""Anything that can be tried with a manuscript before and after its review, by anybody."""

from dataclasses import replace
from datetime import timedelta

from approvals.model import acts
from approvals.model.acts import Act
from approvals.model.books import CATEGORIES
from approvals.model.drawing.choices import Choices
from approvals.model.manuscripts import Content
from approvals.model.office import WAYS
from approvals.model.worlds import PEOPLE

MOST_ITEMS = 3
TITLES = ("通知", "公告", "提示")
TEXTS = ("停水。", "检修停水。", "今晚停水。", " ")


class Articles(Choices):
    """Also what nobody may."""

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

    def go_round(self) -> Act:
        return acts.GoRound(self.anybody(), self.number(), self.random.choice(sorted(WAYS)))
