"""Anything that can be tried with a manuscript in review, by anybody."""

from approvals.model import acts
from approvals.model.acts import Act
from approvals.model.drawing.articles import Articles
from approvals.model.laws import holds


class Signatures(Articles):
    """Also what nobody may."""

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
        number = self.number_with_a_veto()
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

    def number_with_a_veto(self) -> int:
        """Of an item that somebody might veto, where there is one."""
        found = [
            number
            for number, item in enumerate(self.model.items)
            if item.submission and item.submission.stands
            if any(each.step.veto for each in item.submission.steps)
        ]
        return self.random.choice(found) if found and self.chance(0.8) else self.number()

    def send_back(self) -> Act:
        return acts.SendBack(self.anybody(), self.number(), self.random.choice(("请补充出处", " ")))

    def withdraw(self) -> Act:
        number = self.number()
        submission = self.model.items[number].submission
        person = self.one_of({submission.by} if submission else ())
        return acts.Withdraw(person, number, self.random.choice(("再改一稿", "再改一稿", "")))
