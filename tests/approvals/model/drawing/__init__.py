"""What happens next in a county: mostly what somebody may do, else anything by anybody."""

from approvals.model import acts
from approvals.model.acts import Act
from approvals.model.books import NAMES
from approvals.model.drawing.going_on import GoingOn


class Drawer(GoingOn):
    """Draws one act at a time, from the model as it stands."""

    def draw(self) -> Act:
        """The next act."""
        if self.chance(0.4):
            return self.sensible()
        kind = self.random.choices(list(ANYTHING), weights=list(ANYTHING.values()))[0]
        return kind(self)

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
