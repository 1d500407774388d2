"""One county played through: every act by both sides, which must agree and stand the same afterwards."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from random import Random

from approvals.model.acts import Act, Stage
from approvals.model.books import install
from approvals.model.comparing import differences
from approvals.model.drawing import Drawer
from approvals.model.office import Office
from approvals.model.proof import Proofs
from approvals.model.tables import Tables
from approvals.model.worlds import World, draw_world
from django.db import transaction
from guanwei.audit import clock

Count = Callable[[str, str], None]


class Disagreement(AssertionError):
    """The two sides differ. ``acts`` led there."""

    def __init__(self, said: str, world: World, acts: Sequence[Act]) -> None:
        super().__init__(said)
        self.said, self.world, self.acts = said, world, tuple(acts)

    @property
    def kind(self) -> tuple[str, str]:
        """Two with the same act and the same sort of error tell the same story."""
        return self.acts[-1].kind, type(self.__cause__).__name__

    def lines(self) -> list[str]:
        return [
            *self.world.lines(),
            *(f"  {number}. {act}" for number, act in enumerate(self.acts, 1)),
            self.said,
        ]


class County:
    """``people`` are keys of people made before."""

    def __init__(self, world: World, people: list[int]) -> None:
        self.world, self.acts = world, list[Act]()
        model = world.model()
        install(world.books, model.rules.loaded)
        self.stage = Stage(model, Office(model.people, people))
        self.proofs = Proofs(self.stage)

    def play(self, act: Act, count: Count = lambda _kind, _why: None) -> None:
        """One act. Raises Disagreement."""
        self.acts.append(act)
        try:
            with clock.at(self.stage.model.now), transaction.atomic():
                why, refused = act.play(self.stage)
                self._compare(act, why, refused)
        except Exception as error:
            said = str(error) if isinstance(error, AssertionError) else repr(error)
            raise Disagreement(said, self.world, self.acts) from error
        count(act.kind, why)

    def _compare(self, act: Act, why: str, refused: bool) -> None:
        model = f"refuses it ({why})" if why else "does it"
        assert bool(why) is refused, f"the model {model}, the product {'refuses' if refused else 'does it'}"
        if not act.about_items or not self.stage.office.posts:
            return
        tables = Tables(self.stage.office.posts[0])
        found = differences(self.stage, tables)
        assert not found, "; ".join(found)
        self.proofs.look(tables)


@contextmanager
def founded(world: World, people: list[int]) -> Iterator[County]:
    """All that happens inside is rolled back."""
    with transaction.atomic():
        yield County(world, people)
        transaction.set_rollback(True)


def play_one(random: Random, people: list[int], most: int, count: Count) -> None:
    """Draw a county and ``most`` acts after its founding, which doesn't count."""
    world = draw_world(random)
    with founded(world, people) as county:
        for act in world.founding:
            county.play(act)
        drawer = Drawer(random, county.stage.model, world.desk)
        for _each in range(most):
            county.play(drawer.draw(), count)


def replay(world: World, acts: Sequence[Act], people: list[int]) -> Disagreement | None:
    """Play exactly these; acts that lost what they act on are left out."""
    try:
        with founded(world, people) as county:
            for act in acts:
                if act.possible(county.stage.model):
                    county.play(act)
    except Disagreement as found:
        return found
    return None
