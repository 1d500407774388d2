"""Rule books."""

from dataclasses import dataclass

from approvals.model.acts.act import Act, Outcome, Stage


@dataclass(frozen=True)
class SwitchOn(Act):
    kind = "switch on"
    about_items = False
    unit: int
    book: str
    mandatory: bool = False
    reason: str = "试行"

    def play(self, stage: Stage) -> Outcome:
        said = (self.unit, self.book, self.mandatory, self.reason)
        return stage.model.switch_on(*said), stage.office.switch_on(*said)


@dataclass(frozen=True)
class SwitchOff(Act):
    kind = "switch off"
    about_items = False
    unit: int
    book: str
    reason: str = "停用"

    def play(self, stage: Stage) -> Outcome:
        said = (self.unit, self.book, self.reason)
        return stage.model.switch_off(*said), stage.office.switch_off(*said)


@dataclass(frozen=True)
class Install(Act):
    """A plugin vanishes, or comes back."""

    kind = "install or remove a plugin"
    about_items = False
    book: str

    def play(self, stage: Stage) -> Outcome:
        said = stage.model.install(self.book)
        return said, stage.office.install(stage.model.rules.books.values(), stage.model.rules.loaded)
